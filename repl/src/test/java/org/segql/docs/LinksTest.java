package org.segql.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The pages hang together: links lead somewhere, and the index names every page.
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?) *#*");
  private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

  /// A link as a page has it.
  private record Link(Page page, int line, String target) {
    @Override
    public String toString() {
      return page.at(line) + " links to " + target;
    }

    boolean external() {
      return target.matches("[a-z]+:.*");
    }

    Path file() {
      String path = target.replaceFirst("#.*", "");
      return path.isEmpty()
          ? page.file()
          : page.file().resolveSibling(URI.create(path).getPath()).normalize();
    }

    String anchor() {
      int at = target.indexOf('#');
      return at < 0 ? "" : target.substring(at + 1);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() {
    Map<Path, Set<String>> anchors =
        Page.all().stream().collect(Collectors.toMap(Page::file, LinksTest::anchors));
    List<String> broken =
        Page.all().stream()
            .flatMap(p -> links(p).stream())
            .filter(l -> !l.external())
            .filter(
                l ->
                    !Files.exists(l.file())
                        || !l.anchor().isEmpty()
                            && !anchors.getOrDefault(l.file(), Set.of()).contains(l.anchor()))
            .map(Link::toString)
            .toList();
    assertThat(broken).isEmpty();
  }

  @Test
  void theIndexNamesEveryPage() {
    Path index = Page.ROOT.resolve("docs/README.md");
    Set<Path> linked =
        links(Page.read(index)).stream()
            .filter(l -> !l.external())
            .map(Link::file)
            .collect(Collectors.toSet());
    assertThat(Page.all().stream().map(Page::file))
        .filteredOn(f -> f.startsWith(index.getParent()) && !f.equals(index))
        .allSatisfy(f -> assertThat(linked).contains(f));
  }

  private static List<Link> links(Page page) {
    List<Link> links = new ArrayList<>();
    for (Map.Entry<Integer, String> line : page.prose().entrySet()) {
      Matcher link = LINK.matcher(line.getValue().replaceAll("`[^`]*`", "code"));
      while (link.find()) {
        links.add(new Link(page, line.getKey(), link.group(1)));
      }
    }
    return links;
  }

  /// The anchors of a page: those that are written, and those that GitHub makes of headings.
  private static Set<String> anchors(Page page) {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String line : page.prose().values()) {
      Matcher written = ANCHOR.matcher(line);
      while (written.find()) {
        anchors.add(written.group(1));
      }
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String slug = slug(heading.group(1));
        int before = seen.merge(slug, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? slug : slug + "-" + before);
      }
    }
    return anchors;
  }

  private static String slug(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }
}
