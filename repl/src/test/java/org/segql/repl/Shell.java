package org.segql.repl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Calls commands as a shell would, within this process.
record Shell(int code, String out, String err) {
  static Shell call(String... arguments) {
    return callWith(new byte[0], arguments);
  }

  static Shell callWith(byte[] input, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Surroundings around = around(input, new Output(out, "Standard output"), err);
    int code = CommandLines.execute(arguments, around);
    return new Shell(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Surroundings around(byte[] input, Output out, ByteArrayOutputStream err) {
    return new Surroundings(
        new ByteArrayInputStream(input),
        out,
        new Output(err, "Standard error"),
        false,
        false,
        false,
        100,
        false,
        null);
  }
}
