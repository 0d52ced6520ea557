package org.segql.kernel.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Values from outside, as papermill brings them in: a cell tagged `injected-parameters` after the
/// one tagged `parameters`, in the place of one from an earlier run, or before all code. It is
/// Java, whose variables both languages see.
final class NotebookParameters {
  private static final String TAG = "parameters";
  private static final String INJECTED = "injected-parameters";
  private static final double WHOLE = 1L << 53;

  private NotebookParameters() {}

  /// @throws DocumentException where no cell mentions one of the names
  static void inject(NotebookFile file, Map<String, Object> values) {
    if (values.isEmpty()) {
      return;
    }
    values.keySet().forEach(name -> checkMentioned(name, file));
    var cells = file.cells();
    int tagged = indexOfTagged(cells, TAG);
    String defaults = tagged < 0 ? "" : NotebookFile.source(cells.get(tagged));
    var code = new StringBuilder("// Parameters");
    values.forEach((name, value) -> code.append('\n').append(declaration(name, value, defaults)));
    int old = indexOfTagged(cells, INJECTED);
    if (old >= 0) {
      cells.get(old).set("source", NotebookJson.lines(code.toString()));
    } else {
      file.insert(tagged >= 0 ? tagged + 1 : firstCode(cells), cell(code.toString()));
    }
  }

  private static void checkMentioned(String name, NotebookFile file) {
    var word =
        Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])");
    if (file.codeCells().stream().noneMatch(c -> word.matcher(NotebookFile.source(c)).find())) {
      throw new DocumentException(
          "`--param " + name + "`: no cell of `" + file.name() + "` mentions `" + name + "`.");
    }
  }

  private static int indexOfTagged(List<ObjectNode> cells, String tag) {
    for (int i = 0; i < cells.size(); i++) {
      if (NotebookFile.isCode(cells.get(i)) && NotebookFile.tagged(cells.get(i), tag)) {
        return i;
      }
    }
    return -1;
  }

  private static int firstCode(List<ObjectNode> cells) {
    int index = 0;
    while (index < cells.size() && !NotebookFile.isCode(cells.get(index))) {
      index++;
    }
    return index;
  }

  private static ObjectNode cell(String code) {
    var cell = NotebookJson.object().put("cell_type", "code").put("id", NotebookFile.freshId());
    cell.putNull("execution_count");
    cell.putObject("metadata").putArray("tags").add(INJECTED);
    cell.putArray("outputs");
    cell.set("source", NotebookJson.lines(code));
    return cell;
  }

  /// `int k = 5;`, of the type that the tagged cell declares for it: `ratio = 2` must not make an
  /// integer of what is divided further down.
  static String declaration(String name, Object value, String defaults) {
    var declared =
        Pattern.compile("\\b(byte|short|int|long|float|double|String)\\s+" + name + "\\s*=")
            .matcher(defaults);
    String type = declared.find() ? declared.group(1) : "var";
    String literal = literal(value);
    if (type.equals("String") && !(value instanceof String)) {
      literal = '"' + (literal.endsWith("L") ? literal.replace("L", "") : literal) + '"';
    } else if (type.equals("float")) {
      literal = "(float) " + literal;
    } else if (!type.equals("String") && value instanceof String) {
      type = "var";
    }
    return type + " " + name + " = " + literal + ";";
  }

  private static String literal(Object value) {
    return switch (value) {
      case Number n -> number(n.doubleValue());
      case Boolean b -> b.toString();
      case LocalDate d -> "java.time.LocalDate.parse(\"" + d + "\")";
      case LocalDateTime d -> "java.time.LocalDateTime.parse(\"" + d + "\")";
      default -> text(value.toString());
    };
  }

  private static String number(double value) {
    if (value != Math.rint(value) || Math.abs(value) > WHOLE) {
      return Double.toString(value);
    }
    long whole = (long) value;
    return whole == (int) whole ? Long.toString(whole) : whole + "L";
  }

  private static String text(String value) {
    var java = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      switch (c) {
        case '"', '\\' -> java.append('\\').append(c);
        case '\n' -> java.append("\\n");
        case '\r' -> java.append("\\r");
        case '\t' -> java.append("\\t");
        default -> java.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
      }
    }
    return java.append('"').toString();
  }
}
