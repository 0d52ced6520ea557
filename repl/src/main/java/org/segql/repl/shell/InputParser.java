package org.segql.repl.shell;

import java.util.function.BooleanSupplier;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells the line reader whether to read on, and what is completed.
final class InputParser implements Parser {
  private final Completions completions;

  private final BooleanSupplier moreWaits;

  /// @param moreWaits whether a paste goes on behind what is parsed
  InputParser(Completions completions, BooleanSupplier moreWaits) {
    this.completions = completions;
    this.moreWaits = moreWaits;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    return switch (context) {
      case COMPLETE -> completions.parse(line, cursor);
      case ACCEPT_LINE, SECONDARY_PROMPT -> {
        boolean entered = context == ParseContext.ACCEPT_LINE;
        if (!MetaCommand.isMeta(line)
            && !StatementEnd.reached(line)
            && !(entered && !moreWaits.getAsBoolean() && completions.nothingFollows(line))) {
          throw new EOFError(-1, -1, "the statement goes on", "");
        }
        yield whole(line, cursor);
      }
      case UNSPECIFIED, SPLIT_LINE -> whole(line, cursor);
    };
  }

  /// Nothing in the language is escaped by a backslash.
  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  private static InputLine whole(String line, int cursor) {
    return new InputLine(line, cursor, 0, line.length());
  }
}
