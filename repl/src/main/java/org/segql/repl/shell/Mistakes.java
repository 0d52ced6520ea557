package org.segql.repl.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.Span;
import org.segql.session.LanguageServices;

/// Looks for mistakes in what is typed as soon as the typing pauses, on a thread of its own: to
/// find the place of a mistake takes longer than a key may.
final class Mistakes {
  private static final long PAUSE = 120;
  private static final int LONGEST = 20_000;

  private final LanguageServices language;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("mistakes").factory());
  private @Nullable ScheduledFuture<?> next;
  private String text = "";
  private List<Span> spans = List.of();

  Mistakes(LanguageServices language) {
    this.language = language;
  }

  /// What is known to be wrong; when more is known the line is drawn again. Of what was found
  /// before the last keys that part is kept which these keys left as it was.
  synchronized List<Span> of(LineReader reader, String now) {
    if (!now.equals(text)) {
      if (next != null) {
        next.cancel(false);
      }
      if (now.length() <= LONGEST && !now.isBlank()) {
        next = worker.schedule(() -> look(reader, now), PAUSE, TimeUnit.MILLISECONDS);
      }
      int same = same(now, text);
      spans = spans.stream().filter(span -> span.end() < same).toList();
      text = now;
    }
    return spans;
  }

  private static int same(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private void look(LineReader reader, String now) {
    List<Span> found = spans(language, now);
    synchronized (this) {
      if (!now.equals(text) || found.equals(spans)) {
        return;
      }
      spans = found;
    }
    try {
      reader.callWidget(LineReader.REDISPLAY);
    } catch (IllegalStateException _) {
      // The line has been entered.
    }
  }

  /// The places of the mistakes in a text.
  static List<Span> spans(LanguageServices language, String text) {
    var spans = new ArrayList<Span>();
    for (Diagnostic mistake : language.mistakes(text)) {
      Span span = mistake.span();
      if (span != null && span.end() <= text.length()) {
        spans.add(span);
      }
    }
    return spans;
  }
}
