package org.segql.repl.shell;

import java.util.HashMap;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/// A line reader that takes what has already arrived before it draws. A terminal that does not mark
/// pastes sends them as if they were typed: drawing and colouring all of the input at each of its
/// characters takes a time that grows with the square of their number.
final class EagerReader extends LineReaderImpl {
  /// Longer inputs are not remembered key by key for undo, or a paste and some corrections would
  /// fill the memory.
  private static final int LONGEST_WITH_UNDO = 20_000;

  private static final List<String> CLOSING = List.of(")", "]", "}");
  private static final int CHUNK = 4096;
  private static final int MILLISECONDS = 1;
  private static final int PASTE = 30;

  /// To draw a longer input takes longer than to wait for the rest of a paste.
  private static final int LONG = 4_000;

  private final Thread typing = Thread.currentThread();

  EagerReader(Terminal terminal) {
    super(terminal, "segql", new HashMap<>());
    bracketsAreText();
  }

  /// JLine shows for a moment where the bracket was opened that is closed. In a search through the
  /// history that ended the search, and the bracket came into the line that was found.
  private void bracketsAreText() {
    for (KeyMap<Binding> keys : getKeyMaps().values()) {
      for (String bracket : CLOSING) {
        if (keys.getBound(bracket) instanceof Reference bound
            && bound.name().startsWith("insert-close-")) {
          keys.bind(new Reference(SELF_INSERT), bracket);
        }
      }
    }
  }

  /// Whether more has arrived than was taken so far: a paste goes on.
  boolean moreWaits() {
    return peekCharacter(PASTE) >= 0;
  }

  @Override
  protected boolean selfInsert() {
    boolean inserted = super.selfInsert();
    var more = new StringBuilder();
    while (more.length() < CHUNK && isPlain(peekCharacter(MILLISECONDS))) {
      more.appendCodePoint(readCharacter());
    }
    if (!more.isEmpty()) {
      putString(more);
    }
    return inserted;
  }

  /// Whether the character stands for itself in every mode in which characters are inserted.
  private static boolean isPlain(int c) {
    return c >= ' ' && c != 0x7f && c <= Character.MAX_VALUE && !Character.isSurrogate((char) c);
  }

  @Override
  protected void redisplay(boolean flush) {
    boolean may = reading && state == State.NORMAL && Thread.currentThread() == typing;
    if (!(may && peekCharacter(buf.length() > LONG ? PASTE : MILLISECONDS) >= 0)) {
      super.redisplay(flush);
    }
  }

  @Override
  public boolean isSet(LineReader.Option option) {
    return option == LineReader.Option.DISABLE_UNDO && buf.length() > LONGEST_WITH_UNDO
        || super.isSet(option);
  }
}
