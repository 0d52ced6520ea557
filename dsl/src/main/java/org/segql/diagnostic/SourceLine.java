package org.segql.diagnostic;

/// One line of a source as it is shown under a diagnostic: tabs spread to the next stop, control
/// characters made visible, and, where the line is longer than the room, only the part around the
/// marked place.
///
/// @param text what is shown
/// @param from the cell where the marks begin
/// @param marks how many cells are marked, at least one
record SourceLine(String text, int from, int marks) {
  private static final int TAB = 4;

  /// @param start the first marked character of the line, from 0
  /// @param end the end of the marked characters
  static SourceLine of(String line, int start, int end, int room) {
    var shown = new StringBuilder();
    int from = -1;
    int to = -1;
    int cells = 0;
    int before = 0;
    for (int i = 0; i < line.length(); ) {
      if (i >= start && from < 0) {
        from = cells;
      }
      if (i >= end && to < 0) {
        to = cells;
      }
      int c = line.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == '\t') {
        int blanks = TAB - cells % TAB;
        shown.repeat(' ', blanks);
        cells += blanks;
      } else {
        String safe = Cells.safe(line.substring(i, next), true);
        shown.append(safe);
        cells +=
            safe.length() == next - i
                ? Cells.width(before, safe.codePointAt(0))
                : Cells.width(safe);
      }
      before = c;
      i = next;
    }
    from = from < 0 ? cells : from;
    to = Math.max(from + 1, to < 0 ? cells : to);
    return new SourceLine(shown.toString(), from, to - from).within(room);
  }

  /// Cuts to the room: the marked place stays in sight with a third of the room before it.
  private SourceLine within(int room) {
    int width = Cells.width(text);
    if (Math.max(width, from + marks) <= room) {
      return this;
    }
    int enough = Math.max(width, from + 1) - room + 1;
    boolean atStart = from + Math.min(marks, room / 2) < room - 1;
    int first = atStart ? 0 : Math.clamp(from - room / 3, 0, Math.max(0, enough));
    String cut = text;
    int shift = 0;
    if (first > 0) {
      int start = Cells.fitting(text, 0, first);
      shift = Cells.width(text.substring(0, start)) - 1;
      cut = "…" + text.substring(start);
    }
    cut = Cells.cut(cut, room, true);
    int at = from - shift;
    return new SourceLine(cut, at, Math.max(1, Math.min(marks, room - at)));
  }
}
