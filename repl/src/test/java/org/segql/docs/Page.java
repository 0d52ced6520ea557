package org.segql.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page of Markdown with its blocks of code.
record Page(Path file, List<String> lines, List<Fence> fences) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern FENCE = Pattern.compile("( *)```([^` ]*) *([^`]*)");

  Page {
    lines = List.copyOf(lines);
    fences = List.copyOf(fences);
  }

  /// Every page of the repository, by its path.
  static List<Page> all() {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> data = Files.list(ROOT.resolve("data"))) {
      return Stream.of(top, docs, data)
          .flatMap(s -> s)
          .filter(f -> f.toString().endsWith(".md"))
          .sorted()
          .map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page read(Path file) {
    try {
      return of(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page of(Path file, List<String> lines) {
    List<Fence> fences = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher opening = FENCE.matcher(lines.get(i));
      if (!opening.matches()) {
        continue;
      }
      int end = i + 1;
      while (end < lines.size() && !lines.get(end).strip().equals("```")) {
        end++;
      }
      if (end == lines.size()) {
        throw new IllegalStateException(file + ":" + (i + 1) + ": the block has no end");
      }
      Fence fence = fence(opening, lines, i, end);
      add(fence, lines, fences);
      i = end;
    }
    return new Page(file, lines, fences);
  }

  private static Fence fence(Matcher opening, List<String> lines, int start, int end) {
    String indent = opening.group(1);
    String options = opening.group(3).strip();
    return new Fence(
        opening.group(2),
        options.isEmpty() ? Set.of() : Set.of(options.split(" +")),
        start + 1,
        indent,
        lines.subList(start + 1, end).stream()
            .map(l -> l.startsWith(indent) ? l.substring(indent.length()) : l.stripLeading())
            .toList(),
        null);
  }

  /// A block `text` that only empty lines part from a block of code is that one's output.
  private static void add(Fence fence, List<String> lines, List<Fence> fences) {
    Fence before = fences.isEmpty() ? null : fences.getLast();
    boolean output =
        fence.language().equals("text")
            && before != null
            && before.expected() == null
            && !before.language().equals("text")
            && lines.subList(before.lastLine(), fence.line() - 1).stream()
                .allMatch(String::isBlank);
    if (output && before != null) {
      fences.set(fences.size() - 1, before.expecting(fence));
    } else {
      fences.add(fence);
    }
  }

  /// `docs/tutorial.md`.
  String name() {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  String at(int line) {
    return name() + ":" + line;
  }

  /// This page with other lines in some of its blocks.
  Page with(List<Replacement> replacements) {
    var changed = new ArrayList<>(lines);
    for (Replacement r : replacements.reversed()) {
      var body = changed.subList(r.fence().line(), r.fence().lastLine() - 1);
      body.clear();
      body.addAll(r.lines().stream().map(l -> l.isEmpty() ? l : r.fence().indent() + l).toList());
    }
    return new Page(file, changed, fences);
  }

  /// The lines outside of blocks of code, by their number from 1.
  SortedMap<Integer, String> prose() {
    var prose = new TreeMap<Integer, String>();
    for (int i = 0; i < lines.size(); i++) {
      prose.put(i + 1, lines.get(i));
    }
    for (Fence fence : fences) {
      Fence last = fence.expected() == null ? fence : fence.expected();
      prose.subMap(fence.line(), last.lastLine() + 1).clear();
    }
    return prose;
  }

  void write() {
    try {
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What stands in a block from now on.
  record Replacement(Fence fence, List<String> lines) {
    Replacement {
      lines = List.copyOf(lines);
    }
  }
}
