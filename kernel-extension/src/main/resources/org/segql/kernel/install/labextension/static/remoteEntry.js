// SegQL in JupyterLab. A prebuilt extension, written by hand: no build, no bundler. What it needs of JupyterLab it takes from the
// share scope, in whatever version is there.
"use strict";
window._JUPYTERLAB = window._JUPYTERLAB || {};
(function () {
  // The words of the grammar, and those that begin statements: put in when it is installed.
  const KEYWORDS = "@KEYWORDS@";
  const VERBS = "@VERBS@";

  const keywords = new Set(KEYWORDS.split(" "));
  const verbs = new Set(VERBS.split(" "));
  let scope = null;

  async function shared(name) {
    const versions = Object.values(scope[name]);
    const factory = await versions[0].get();
    return factory();
  }

  /** The same rule as the kernel's (CellKind), but for what only the kernel knows: the types of Java cells. */
  function isSegql(text) {
    const magic = /^\s*%%(\w+)[^\n]*/.exec(text);
    if (magic) {
      return magic[1] === "segql" || (magic[1] === "time" && isSegql(text.slice(magic[0].length)));
    }
    let rest = text.replace(/^(?:\s+|\/\*[^]*?(?:\*\/|$))+/, "");
    if (rest.startsWith("--")) {
      return !/^--[\p{L}_$][\p{L}\p{N}_$.[\]]*\s*;/u.test(rest);
    }
    const first = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(rest);
    if (!first || !verbs.has(first[0].toUpperCase())) {
      return false;
    }
    const verb = first[0];
    rest = rest.slice(verb.length).replace(/^(?:\s+|\/\*[^]*?(?:\*\/|$)|-- [^\n]*)+/, "");
    const second = /^(?:[\p{L}_][\p{L}\p{N}_]*|::|[^])?/u.exec(rest)[0];
    if (/^[\p{L}_\p{Nd}'"$`]/u.test(second)) {
      const third = rest.slice(second.length).trimStart().charAt(0);
      const title = /^\p{Lu}/u.test(verb) && verb !== verb.toUpperCase();
      const declares = title && third !== "" && "=,[<(".includes(third);
      return second !== "instanceof" && !declares;
    }
    return verb === verb.toUpperCase() && ![".", "[", "::"].includes(second);
  }

  /** Tokens of SegQL; the state says what is open over a line's end. */
  const tokens = {
    name: "segql",
    startState: () => ({ open: null }),
    token(stream, state) {
      if (state.open === "comment") {
        if (!stream.skipTo("*/")) {
          stream.skipToEnd();
        } else {
          stream.match("*/");
          state.open = null;
        }
        return "comment";
      }
      if (state.open === "text") {
        if (!stream.skipTo("'''")) {
          stream.skipToEnd();
        } else {
          stream.match("'''");
          state.open = null;
        }
        return "string";
      }
      if (stream.eatSpace()) return null;
      if (stream.match(/^--.*/)) return "comment";
      if (stream.match("/*")) {
        state.open = "comment";
        return "comment";
      }
      if (stream.match("'''")) {
        state.open = "text";
        return "string";
      }
      if (stream.match(/^'(?:[^']|'')*'?/)) return "string";
      if (stream.match(/^`(?:[^`]|``)*`?/)) return "variableName";
      if (stream.match(/^\$[\p{L}_][\p{L}\p{N}_]*/u)) return "variableName.special";
      if (stream.match(/^%%?\w+/)) return "meta";
      if (stream.match(/^\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?%?/)) return "number";
      const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u);
      if (word) {
        const upper = word[0].toUpperCase();
        if (/^(?:TRUE|FALSE|NULL)$/.test(upper)) return "atom";
        if (stream.match(/^\s*\(/, false) && !keywords.has(upper)) return "variableName.function";
        return keywords.has(upper) ? "keyword" : "variableName";
      }
      if (stream.match(/^(?:<=|>=|<>|!=|\.\.|[-+*\/=<>])/)) return "operator";
      stream.next();
      return null;
    },
    languageData: {
      commentTokens: { line: "--", block: { open: "/*", close: "*/" } },
      closeBrackets: { brackets: ["(", "'", "`"] },
    },
  };

  async function plugins() {
    const [language, codemirror, state] = await Promise.all([
      shared("@codemirror/language"),
      shared("@jupyterlab/codemirror"),
      shared("@codemirror/state"),
    ]);
    const support = new language.LanguageSupport(language.StreamLanguage.define(tokens));

    const register = {
      id: "segql-lab:language",
      description: "The language SegQL for editors.",
      autoStart: true,
      requires: [codemirror.IEditorLanguageRegistry],
      activate: (app, registry) => {
        registry.addLanguage({
          name: "segql",
          displayName: "SegQL",
          mime: "text/x-segql",
          extensions: ["segql"],
          support,
        });
      },
    };

    // A cell of a Java notebook has Java's colours; while its text is SegQL, this puts SegQL's before them.
    // The notebook's language is known only once its kernel is, so each change asks for it.
    const recolour = (model) => {
      const slot = new state.Compartment();
      const choose = (start, text) => {
        const now = /java|segql/.test(model ? model.mimeType : "") && isSegql(text);
        return now === (slot.get(start) === support) ? null : { effects: slot.reconfigure(now ? support : []) };
      };
      return [
        state.Prec.highest(slot.of([])),
        state.EditorState.transactionExtender.of((tr) =>
          choose(tr.startState, tr.newDoc.sliceString(0, 2000)),
        ),
      ];
    };
    const cells = {
      id: "segql-lab:cells",
      description: "Colours SegQL cells in notebooks whose language is Java.",
      autoStart: true,
      requires: [codemirror.IEditorExtensionRegistry],
      activate: (app, registry) => {
        registry.addExtension(
          Object.freeze({
            name: "segql-lab:cells",
            factory: (options) =>
              codemirror.EditorExtensionRegistry.createImmutableExtension(recolour(options.model)),
          }),
        );
      },
    };
    return [register, cells];
  }

  window._JUPYTERLAB["segql-lab"] = {
    init: (shareScope) => {
      scope = shareScope;
      return Promise.resolve();
    },
    get: async (request) => {
      if (request !== "./extension") {
        throw new Error("segql-lab has no module " + request);
      }
      const list = await plugins();
      return () => ({ __esModule: true, default: list });
    },
  };
})();
