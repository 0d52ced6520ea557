package org.segql.analysis;

import java.util.List;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.diagnostic.Source;
import org.segql.plan.Command;
import org.segql.plan.Location;

/// What a script refers to outside of the session. Each method throws a {@link
/// org.segql.diagnostic.SegqlException} where it is not there or cannot be read; its diagnostics
/// get the place in the script.
public interface Sources {

  /// What a LOAD would read.
  Description describe(Command.Load load);

  /// The columns that a stored model needs.
  Description describe(Command.LoadModel load);

  /// The text of a script.
  Source script(Location location);

  /// Nothing is there.
  Sources NONE =
      new Sources() {
        @Override
        public Description describe(Command.Load load) {
          throw new SegqlException(Diagnostic.error(Code.FILE_NOT_FOUND, load.table()));
        }

        @Override
        public Description describe(Command.LoadModel load) {
          throw new SegqlException(Diagnostic.error(Code.FILE_NOT_FOUND, load.name()));
        }

        @Override
        public Source script(Location location) {
          throw new SegqlException(Diagnostic.error(Code.FILE_NOT_FOUND, location.text()));
        }
      };

  /// @param findings formats detected, columns left as text, names made unique
  record Description(Schema schema, List<Diagnostic> findings) {
    public Description {
      findings = List.copyOf(findings);
    }
  }
}
