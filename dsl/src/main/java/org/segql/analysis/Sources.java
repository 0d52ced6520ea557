package org.segql.analysis;

import java.util.List;
import org.segql.catalog.Schema;
import org.segql.diagnostic.Diagnostic;
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

  /// @param findings formats detected, columns left as text, names made unique
  record Description(Schema schema, List<Diagnostic> findings) {
    public Description {
      findings = List.copyOf(findings);
    }
  }
}
