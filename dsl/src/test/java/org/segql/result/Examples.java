package org.segql.result;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Results as statements give them, and hostile ones.
final class Examples {
  private static final double NAN = Double.NaN;

  private Examples() {}

  static Result segmentation() {
    var segments =
        Table.create(
            "segments",
            DoubleColumn.create("segment", 1, 2, 3, 0),
            StringColumn.create(
                "name",
                "Young savers",
                "Families with high income, many visits",
                "Late buyers",
                "noise"),
            DoubleColumn.create("size", 2104, 1731, 1102, 63),
            DoubleColumn.create("share", 0.4208, 0.3462, 0.2204, 0.0126),
            DoubleColumn.create("silhouette", 0.5123, 0.4471, 0.3002, NAN),
            DoubleColumn.create("mean spend", 184.2512, 1203.7, 77.25, 3020.1),
            BooleanColumn.create("targeted", true, true, false, false));
    var profile =
        Table.create(
            "profile",
            StringColumn.create("variable", "age", "income", "channel = web", "revenue"),
            DoubleColumn.create("all", 44.13, 52310.2, 0.371, 612.2),
            DoubleColumn.create("1 Young savers", 27.91, 31022.9, 0.702, 184.25),
            DoubleColumn.create("mark 1", -1, -1, 1, 0),
            DoubleColumn.create(
                "2 Families with high income, many visits", 47.02, 88120, 0.2, 1203.7),
            DoubleColumn.create("mark 2", 0, 1, -1, 1),
            DoubleColumn.create("p", 0.00001, 0.0004, 0.0312, NAN),
            DoubleColumn.create("index", 63.2, 59.3, 189.4, 30.1));
    ColumnFormat four = ColumnFormat.significant(4);
    var marks =
        Map.of(
            "all",
            four,
            "1 Young savers",
            new ColumnFormat.Marked(four, "mark 1"),
            "2 Families with high income, many visits",
            new ColumnFormat.Marked(four, "mark 2"),
            "p",
            ColumnFormat.P_VALUE,
            "index",
            ColumnFormat.INDEX);
    return Result.of(
            "Segments of `customers`",
            Part.table(
                segments,
                Map.of(
                    "segment", ColumnFormat.CHIP,
                    "share", ColumnFormat.shareBar(),
                    "silhouette", ColumnFormat.decimals(2))),
            new Part.Paragraph("Two of four segments meet the target: size > 1,000."),
            new Part.Heading("Profile"),
            Part.table(profile, marks),
            new Part.Bullets(
                List.of(
                    "Young savers: 42% of the customers; younger and with less income than the"
                        + " rest, they buy on the web.",
                    "Families: rule `age >= 35 AND income >= 60_000`.")))
        .named("customers_segments")
        .noting(
            List.of(
                Diagnostic.note(Code.INTERNAL, "Seed 42, 10 starts."),
                Diagnostic.warning(
                    Code.INTERNAL,
                    "`income` is 40× skewed; kmeans will split on it alone.",
                    "Write `income LOG`.")));
  }

  static Result description() {
    var columns =
        Table.create(
            "columns",
            StringColumn.create("column", "age", "income", "signup"),
            StringColumn.create("type", "NUMBER", "NUMBER", "DATE"),
            DoubleColumn.create("missing", 0, 12, 0),
            StringColumn.create("histogram", "3 8 12 4 1 0 0 1", "90 40 10 5 2 1 0 1", ""),
            StringColumn.create(
                "remarks",
                "",
                "Heavily skewed: the largest value is 40 times the median. Write `income LOG` where"
                    + " distances count.",
                "Nearly constant."));
    return Result.of(
        "`customers`: 5,000 rows, 3 columns",
        Part.table(
            columns, Map.of("histogram", ColumnFormat.HISTOGRAM, "remarks", ColumnFormat.PROSE)));
  }

  static Result plain() {
    var table =
        Table.create(
            "t",
            DoubleColumn.create("id", 1, 2, 3),
            DoubleColumn.create("price", 12.99, 5, NAN),
            DoubleColumn.create("ratio", 0.000123, 0.0456, 0.2),
            DoubleColumn.create("huge", 1e18, 2.5e20, 3),
            DateColumn.create("day", LocalDate.of(2026, 1, 31), null, LocalDate.of(2026, 2, 1)),
            DateTimeColumn.create(
                "at",
                LocalDateTime.of(2026, 1, 31, 10, 30),
                null,
                LocalDateTime.of(2026, 2, 1, 0, 0, 7)),
            StringColumn.create("region", "North", "", "顧客 😀"),
            BooleanColumn.create("active", new Boolean[] {true, false, null}));
    return Result.table("`t`", table);
  }

  static Result hostile() {
    var table =
        Table.create(
            "t",
            StringColumn.create(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\u001b[2J\u001b]0;owned\u0007",
                "a,\"b\"\r\nc|d",
                "\u202egnp.exe",
                "'; DROP TABLE x; --",
                "*bold* _it_ [a](b) `c|d` \\"),
            DoubleColumn.create("a\"b'c\nd", 1, 2, 3, 4, 5, Double.POSITIVE_INFINITY));
    return Result.of(
            "</div><script>alert(2)</script> \u001b[31m`x`",
            new Part.Heading("<h1>\u001b[1m"),
            new Part.Paragraph("One\nTwo <b> `<i>` \u0007"),
            new Part.Bullets(List.of("<li>\u001b[5m")),
            new Part.CodeBlock("java", "if (a < b) {\n\t\"``` \u001b[0m\";\n}\n"),
            Part.table(table).captioned("<caption>\u001b[1m"))
        .named("\u001b[7m<name>")
        .noting(List.of(Diagnostic.warning(Code.INTERNAL, "<script> \u001b[31m in `a<b`.\nNext")));
  }

  static Table wide(int columns, int rows) {
    var table = Table.create("wide", StringColumn.create("customer"));
    for (int r = 0; r < rows; r++) {
      table.stringColumn(0).append("Customer number " + (r + 1));
    }
    for (int c = 1; c < columns; c++) {
      var column = DoubleColumn.create("measure_of_column_" + c);
      for (int r = 0; r < rows; r++) {
        column.append(1000 * c + r + 0.25);
      }
      table.addColumns(column);
    }
    return table;
  }

  static List<Result> all() {
    return List.of(
        segmentation(), description(), plain(), hostile(), empty(), Result.text("`t`: dropped."));
  }

  static Result empty() {
    return Result.table(
        "Nothing", Table.create("e", StringColumn.create("name"), DoubleColumn.create("n")));
  }
}
