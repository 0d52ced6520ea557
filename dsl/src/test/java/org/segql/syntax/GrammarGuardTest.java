package org.segql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;
import org.segql.grammar.SegQLParser;
import org.segql.grammar.Words;

/// What the grammar promises: names for its tokens, few reserved words, a spec for each of its
/// parts, and one reading for each script.
class GrammarGuardTest {
  /// Where a script may have two readings and a rule of the language says which one counts: after a
  /// comma a clause wins over a name, TARGET takes what follows it, words of SHOW win over tables.
  private static final Set<String> DECIDED =
      Set.of(
          "statement",
          "segmentClause",
          "step",
          "gates",
          "aggregates",
          "sortKeys",
          "naming",
          "selectItem",
          "functionArgument",
          "variable");

  @Test
  void everyTokenHasAName() {
    for (int type = 1; type <= SegQLParser.VOCABULARY.getMaxTokenType(); type++) {
      assertThat(Words.display(type)).as("token %s", type).isNotBlank();
      assertThat(SegQLParser.VOCABULARY.getSymbolicName(type)).as("token %s", type).isNotNull();
    }
  }

  @Test
  void reservedWords() {
    assertThat(new TreeSet<>(Words.reserved()))
        .containsExactly(
            "AND",
            "AS",
            "BETWEEN",
            "BY",
            "CASE",
            "DESCRIBED",
            "FALSE",
            "FROM",
            "IN",
            "IS",
            "LIKE",
            "NOT",
            "NULL",
            "ON",
            "OR",
            "REQUIRE",
            "SELECT",
            "TRUE",
            "USING",
            "WHERE");
  }

  @Test
  void everyOtherKeywordIsAName() {
    for (String word : Words.keywords()) {
      String script = "DROP " + word;
      assertThat(Walk.whole(Lexemes.visible(script))).as(word).isEqualTo(!Words.isReserved(word));
    }
  }

  @Test
  void everyRuleIsHitByASpec() throws IOException {
    var seen = new TreeSet<String>();
    for (Chunk chunk : chunks()) {
      Parser.tree(chunk).ifPresent(tree -> collect(tree, seen));
    }
    seen.add("SingleContext");

    var missing = contexts();
    missing.removeAll(seen);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTokenIsHitByASpec() throws IOException {
    var seen = new TreeSet<Integer>();
    for (Path file : RoundTripTest.scripts()) {
      Lexemes.all(RoundTripTest.script(file)).forEach(t -> seen.add(t.type()));
    }

    var missing = new ArrayList<String>();
    for (int type = 1; type <= SegQLParser.VOCABULARY.getMaxTokenType(); type++) {
      if (!seen.contains(type)) {
        missing.add(SegQLParser.VOCABULARY.getSymbolicName(type));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noAmbiguityButThoseThatAreDecided() throws IOException {
    var found = new ArrayList<String>();
    for (Chunk chunk : chunks()) {
      found.addAll(ambiguities(chunk));
    }
    assertThat(found).isEmpty();
  }

  private static List<String> ambiguities(Chunk chunk) {
    var found = new ArrayList<String>();
    var parser = new SegQLParser(new LexemeStream(chunk.tokens()));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void reportAmbiguity(
              org.antlr.v4.runtime.Parser recognizer,
              DFA dfa,
              int startIndex,
              int stopIndex,
              boolean exact,
              BitSet ambigAlts,
              ATNConfigSet configs) {
            String rule = SegQLParser.ruleNames[dfa.atnStartState.ruleIndex];
            if (!DECIDED.contains(rule)) {
              found.add(rule + " in " + chunk.tokens().subList(startIndex, stopIndex + 1));
            }
          }
        });
    parser.single();
    return found;
  }

  private static List<Chunk> chunks() throws IOException {
    var chunks = new ArrayList<Chunk>();
    for (Path file : RoundTripTest.scripts()) {
      for (Chunk chunk : Chunk.split(Lexemes.all(RoundTripTest.script(file)))) {
        if (Refusals.isShallow(chunk) && Parser.tree(chunk).isPresent()) {
          chunks.add(chunk);
        }
      }
    }
    return chunks;
  }

  private static void collect(ParserRuleContext context, Set<String> seen) {
    seen.add(context.getClass().getSimpleName());
    for (ParseTree child : context.children) {
      if (child instanceof ParserRuleContext c) {
        collect(c, seen);
      }
    }
  }

  /// The contexts that stand in trees: those of labels, and of rules without labels.
  private static Set<String> contexts() {
    var names = new TreeSet<String>();
    Class<?>[] classes = SegQLParser.class.getDeclaredClasses();
    for (Class<?> c : classes) {
      boolean base = Arrays.stream(classes).anyMatch(other -> other.getSuperclass() == c);
      if (ParserRuleContext.class.isAssignableFrom(c)
          && !base
          && !Modifier.isAbstract(c.getModifiers())) {
        names.add(c.getSimpleName());
      }
    }
    return names;
  }

  @Test
  void noRuleIsEmptyOrLeftRecursive() {
    var atn = SegQLParser._ATN;
    for (int rule = 0; rule < SegQLParser.ruleNames.length; rule++) {
      assertThat(atn.nextTokens(atn.ruleToStartState[rule]).contains(Token.EPSILON))
          .as(SegQLParser.ruleNames[rule])
          .isFalse();
      assertThat(atn.ruleToStartState[rule].isLeftRecursiveRule).isFalse();
    }
  }
}
