package org.segql.kernel.guest;

import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.segql.kernel.cell.CellOutput;
import org.segql.kernel.cell.MimeBundle;

/// Outputs through the host kernel.
///
/// @param shows takes what is to be shown and the id under which it can be replaced, which may be
///   null
/// @param updates takes what replaces something shown, and its id
record GuestOutput(
    BiConsumer<MimeBundle, @Nullable String> shows, BiConsumer<MimeBundle, String> updates) {

  CellOutput of(String cellId) {
    return new OfCell(cellId);
  }

  private final class OfCell implements CellOutput {
    private final String cellId;

    OfCell(String cellId) {
      this.cellId = cellId;
    }

    @Override
    public void display(MimeBundle bundle, @Nullable String displayId) {
      shows.accept(bundle, displayId);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
      updates.accept(bundle, displayId);
    }

    @Override
    public void clear(boolean wait) {
      // The host has no call for it.
    }

    @Override
    public void print(Stream stream, String text) {
      switch (stream) {
        case STDOUT -> System.out.print(text);
        case STDERR -> System.err.print(text);
      }
    }

    @Override
    public String readLine(String prompt, boolean secret) throws IOException {
      throw new IOException("Input is the host kernel's matter.");
    }

    @Override
    public String cellId() {
      return cellId;
    }
  }
}
