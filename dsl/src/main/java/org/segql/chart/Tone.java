package org.segql.chart;

/// What a colour means; the palette gives the colour itself, for light and for dark.
public sealed interface Tone {
  /// The colour of a segment, of its number everywhere; 0 is noise.
  record Segment(int number) implements Tone {}

  /// The colour of a series that is no segment, from 1; distinct from its neighbours.
  record Series(int number) implements Tone {}

  /// A place on the sequential scale, 0..1.
  record Sequential(double place) implements Tone {}

  /// A place on the diverging scale, 0..1; 0.5 is neutral.
  record Diverging(double place) implements Tone {}

  /// Black or white, whichever can be read on another tone.
  record On(Tone ground) implements Tone {}

  /// Colours without a meaning of their own.
  enum Plain implements Tone {
    /// The one colour of charts that need only one.
    ACCENT,
    /// What stands out against the accent: targets, highest values.
    STRONG,
    /// Text and thin lines.
    INK,
    /// What stands back: rest, all customers, grid.
    MUTED,
    /// The background.
    PAPER
  }

  Tone ACCENT = Plain.ACCENT;
  Tone INK = Plain.INK;
  Tone MUTED = Plain.MUTED;

  static Tone segment(int number) {
    return new Segment(number);
  }

  static Tone series(int number) {
    return new Series(number);
  }
}
