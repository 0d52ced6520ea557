package org.segql.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The table of lines in docs/compared.md counts what stands above it.
class ComparedTest {
  private static final List<String> LANGUAGES = List.of("segql", "sql", "python", "r");
  private static final Pattern TASK = Pattern.compile("## (\\d+\\. .*)");
  private static final Pattern CODE = Pattern.compile("\\s*(?!--|#)\\S.*");

  @Test
  void theLinesAreCounted() {
    Page page = Page.read(Page.ROOT.resolve("docs/compared.md"));
    Map<Integer, String> tasks = new TreeMap<>();
    for (int i = 0; i < page.lines().size(); i++) {
      var heading = TASK.matcher(page.lines().get(i));
      if (heading.matches()) {
        tasks.put(i, heading.group(1));
      }
    }
    Map<Integer, long[]> counts = new TreeMap<>();
    tasks.keySet().forEach(line -> counts.put(line, new long[LANGUAGES.size()]));
    for (Fence fence : page.fences()) {
      int language = LANGUAGES.indexOf(fence.language());
      if (language >= 0) {
        var task = ((TreeMap<Integer, String>) tasks).floorKey(fence.line());
        requireNonNull(counts.get(task))[language] +=
            fence.lines().stream().filter(l -> CODE.matcher(l).matches()).count();
      }
    }
    assertThat(page.lines()).containsSequence(table(tasks, counts));
  }

  private static List<String> table(Map<Integer, String> tasks, Map<Integer, long[]> counts) {
    List<String> rows = new ArrayList<>();
    long[] sums = new long[LANGUAGES.size()];
    tasks.forEach(
        (line, task) -> {
          long[] own = requireNonNull(counts.get(line));
          rows.add(row(task, own));
          for (int i = 0; i < sums.length; i++) {
            sums[i] += own[i];
          }
        });
    rows.add(row("all", sums));
    return rows;
  }

  private static String row(String task, long[] counts) {
    var text = new StringBuilder("| " + task + " |");
    for (long count : counts) {
      text.append(count == 0 ? " – |" : " " + count + " |");
    }
    return text.toString();
  }
}
