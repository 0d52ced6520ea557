package org.segql.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.diagnostic.SegqlException;
import org.segql.engine.Work;
import org.segql.engine.local.scan.ColumnFormat;
import org.segql.engine.local.scan.LoadOptions;
import org.segql.engine.local.scan.SourceSpec;
import org.segql.function.Literals;
import org.segql.plan.Command;
import org.segql.plan.Location;
import org.segql.plan.OptionValue;

/// A LOAD of the plan as the scan takes it. Secrets get their values here and nowhere before.
public final class Loading {
  private final Work.Secrets secrets;

  public Loading(Work.Secrets secrets) {
    this.secrets = secrets;
  }

  public SourceSpec spec(Command.Load load) {
    return new SourceSpec(
        text(load.location()),
        Optional.ofNullable(load.query()),
        options(load.options()),
        load.location().folder());
  }

  public String text(Location location) {
    return location.secret() == null ? location.text() : secrets.value(location.secret());
  }

  public LoadOptions options(Map<String, OptionValue> options) {
    var builder = new LoadOptions.Builder();
    options.forEach((name, value) -> option(builder, name, value));
    return builder.build();
  }

  private void option(LoadOptions.Builder builder, String name, OptionValue value) {
    switch (name) {
      case "delimiter" -> builder.delimiter(text(value));
      case "quote" -> builder.quote(text(value));
      case "header" -> builder.header(Boolean.parseBoolean(text(value)));
      case "encoding" -> builder.encoding(text(value));
      case "decimal" -> builder.decimal(text(value));
      case "skip" -> builder.skip(whole(name, value));
      case "nulls" -> builder.nulls(texts(value));
      case "types" -> types(builder, value);
      case "names" -> {
        if (value instanceof OptionValue.Word w && w.word().equalsIgnoreCase("clean")) {
          builder.cleanNames();
        } else {
          builder.names(texts(value));
        }
      }
      case "widths" -> builder.widths(widths(value));
      case "sheet" -> builder.sheet(text(value));
      case "table" -> builder.table(text(value));
      default -> builder.connection(name, text(value));
    }
  }

  private static void types(LoadOptions.Builder builder, OptionValue value) {
    if (value instanceof OptionValue.Entries entries) {
      entries
          .values()
          .forEach(
              (column, type) -> {
                if (type instanceof OptionValue.TypeOf t) {
                  builder.type(column, new ColumnFormat(t.type(), Optional.ofNullable(t.format())));
                }
              });
    }
  }

  private List<String> texts(OptionValue value) {
    return items(value).stream().map(this::text).toList();
  }

  private static List<OptionValue> items(OptionValue value) {
    return value instanceof OptionValue.Many many ? many.values() : List.of(value);
  }

  private List<Integer> widths(OptionValue value) {
    List<Integer> widths = items(value).stream().map(v -> whole("widths", v)).toList();
    for (int width : widths) {
      if (width < 1) {
        throw new SegqlException(
            Diagnostic.error(
                Code.LOAD_OPTION,
                "`widths` are numbers of characters, and `" + width + "` is none.",
                "For example: `widths = (5, 10, 8)`."));
      }
    }
    return widths;
  }

  private int whole(String name, OptionValue value) {
    String text = text(value);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new SegqlException(
          Diagnostic.error(
              Code.LOAD_OPTION, "`" + name + "` takes whole numbers, not '" + text + "'."),
          e);
    }
  }

  String text(OptionValue value) {
    return switch (value) {
      case OptionValue.Scalar s ->
          switch (s.value()) {
            case null -> "";
            case Double d -> Literals.text(d);
            case Object o -> o.toString();
          };
      case OptionValue.Word w -> w.word();
      case OptionValue.Secret s -> secrets.value(s.variable());
      case OptionValue.Many m -> {
        var parts = new ArrayList<String>();
        m.values().forEach(v -> parts.add(text(v)));
        yield String.join(",", parts);
      }
      case OptionValue.Entries _, OptionValue.TypeOf _ -> "";
    };
  }
}
