package org.segql.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A process that keeps what the blocks before have made. It reads a block up to a line with {@link
/// #MARK}, runs it, and prints its output and such a line, which ends in `ok` or `failed`.
final class Interpreter implements Language {
  static final String MARK = "\u0001";

  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  Interpreter(Processes processes, List<String> command) throws IOException {
    process = processes.builder(command).start();
    in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public Ran run(Fence fence) throws IOException {
    in.write(fence.text() + MARK + "\n");
    in.flush();
    var output = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      int mark = line.indexOf(MARK);
      if (mark >= 0) {
        output.append(line, 0, mark);
        return new Ran(line.endsWith("ok"), output.toString());
      }
      output.append(line).append('\n');
    }
    return new Ran(false, output + "(the program ended)\n");
  }

  @Override
  public void close() throws IOException {
    in.close();
    process.onExit().join();
  }
}
