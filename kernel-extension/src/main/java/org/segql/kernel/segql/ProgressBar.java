package org.segql.kernel.segql;

import java.time.Duration;
import java.util.Locale;
import org.segql.kernel.cell.MimeBundle;

/// A bar with the phase and an estimate of the time that is left.
final class ProgressBar {
  /// What stands in a bar's place when it is gone.
  static final MimeBundle NONE = MimeBundle.html("", "");

  private static final int CELLS = 30;
  private static final double NANOS = 1e9;

  private ProgressBar() {}

  /// @param fraction 0..1; negative where unknown
  static MimeBundle of(String phase, double fraction, long elapsedNanos) {
    double seconds = elapsedNanos / NANOS;
    boolean known = fraction >= 0;
    double part = Math.clamp(fraction, 0, 1);
    String time =
        known && part > 0.02
            ? "about " + spoken(seconds * (1 - part) / part) + " left"
            : spoken(seconds);
    int full = (int) Math.round(CELLS * part);
    String plain =
        (known ? "█".repeat(full) + "░".repeat(CELLS - full) + " " : "… ") + phase + ", " + time;
    String html =
        """
        <div style="font-size:90%%;opacity:.8"><progress style="width:16em;vertical-align:middle" %s></progress> %s, %s</div>
        """
            .formatted(
                known ? String.format(Locale.ROOT, "max=\"1\" value=\"%.3f\"", part) : "",
                escape(phase),
                time);
    return MimeBundle.html(plain, html);
  }

  private static String spoken(double seconds) {
    var duration = Duration.ofMillis(Math.round(seconds * 1000));
    return duration.toMinutes() > 0
        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
        : String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
