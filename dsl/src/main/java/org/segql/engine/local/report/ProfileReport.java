package org.segql.engine.local.report;

import static org.segql.result.ColumnFormat.INDEX;
import static org.segql.result.ColumnFormat.P_VALUE;
import static org.segql.result.ColumnFormat.WORDS;
import static org.segql.result.ColumnFormat.decimals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.segql.catalog.Type;
import org.segql.diagnostic.NumberText;
import org.segql.engine.local.segment.Profile;
import org.segql.engine.local.segment.SegmentInfo;
import org.segql.result.ColumnFormat;
import org.segql.result.Part;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// A profile as tables: the figures side by side for reading, one row a fact for machines.
public final class ProfileReport {
  private final Profile profile;
  private final List<SegmentInfo> segments;
  private final List<Part> rules;

  /// @param rules of the segments, as {@link RuleReport} gives them
  public ProfileReport(Profile profile, List<SegmentInfo> segments, List<Part> rules) {
    this.profile = profile;
    this.segments = segments;
    this.rules = List.copyOf(rules);
  }

  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    parts.add(figures().backedBy(longForm()));
    if (segments.size() == 1) {
      parts.add(
          new Part.Paragraph(
              "Means, or shares for levels and truth values. There is one segment, so nothing to"
                  + " compare it with."));
      return parts;
    }
    parts.add(
        new Part.Paragraph(
            "Means, or shares for levels and truth values; ↑ ↓ mark what sets a segment apart. The"
                + " index is 100 for all rows."));
    parts.add(indices());
    parts.add(new Part.Heading("How strongly each variable goes with the segments"));
    parts.add(effects());
    if (profile.variables().stream().anyMatch(Profile.Variable::forming)) {
      parts.add(
          new Part.Paragraph(
              "Variables that formed the segments have no p: a test of them would be circular."));
    }
    parts.add(new Part.Bullets(Sentences.of(profile, segments)));
    parts.addAll(rules);
    return parts;
  }

  private String label(Profile.Variable variable, Profile.Line line) {
    return line.level().isEmpty() ? variable.name() : variable.name() + " = " + line.level();
  }

  private Part.TablePart figures() {
    var names = StringColumn.create("variable");
    var totals = StringColumn.create("all");
    var columns = new ArrayList<StringColumn>();
    segments.forEach(s -> columns.add(StringColumn.create(s.number() + " " + s.name())));
    for (var variable : profile.variables()) {
      for (var line : variable.lines()) {
        names.append(label(variable, line));
        totals.append(shown(variable, line, line.total()));
        for (int s = 0; s < columns.size(); s++) {
          String arrow = line.marker()[s] > 0 ? " ↑" : line.marker()[s] < 0 ? " ↓" : "  ";
          columns.get(s).append(shown(variable, line, line.values()[s]) + arrow);
        }
      }
    }
    Table table = Table.create(names, totals);
    Map<String, ColumnFormat> formats = new LinkedHashMap<>();
    formats.put("variable", WORDS);
    formats.put("all", ColumnFormat.FIGURE);
    columns.forEach(
        c -> {
          table.addColumns(c);
          formats.put(c.name(), ColumnFormat.FIGURE);
        });
    return Part.table(table, formats);
  }

  private static String shown(Profile.Variable variable, Profile.Line line, double x) {
    return line.rate()
        ? NumberText.percent(x)
        : variable.type() == Type.DATE && !Double.isNaN(x)
            ? LocalDate.ofEpochDay(Math.round(x)).toString()
            : NumberText.figure(x);
  }

  private Part.TablePart indices() {
    var names = StringColumn.create("index");
    var columns = new ArrayList<DoubleColumn>();
    segments.forEach(s -> columns.add(DoubleColumn.create(s.number() + " " + s.name())));
    for (var variable : profile.variables()) {
      if (variable.type() == Type.DATE || variable.type() == Type.DATETIME) {
        continue;
      }
      for (var line : variable.lines()) {
        names.append(label(variable, line));
        for (int s = 0; s < columns.size(); s++) {
          columns.get(s).append(line.index(s));
        }
      }
    }
    Table table = Table.create(names);
    Map<String, ColumnFormat> formats = new LinkedHashMap<>();
    columns.forEach(
        c -> {
          table.addColumns(c);
          formats.put(c.name(), INDEX);
        });
    return Part.table(table, formats);
  }

  private Part.TablePart effects() {
    var names = StringColumn.create("variable");
    var tests = StringColumn.create("test");
    var effects = StringColumn.create("effect");
    var sizes = DoubleColumn.create("size");
    var words = StringColumn.create("magnitude");
    var p = DoubleColumn.create("p");
    for (var variable : profile.variables()) {
      var a = variable.association();
      if (a == null) {
        continue;
      }
      names.append(variable.name());
      tests.append(variable.forming() ? "formed the segments" : a.test().label());
      effects.append(a.test().effect());
      sizes.append(a.effect());
      words.append(a.magnitude().name().toLowerCase(Locale.ROOT));
      p.append(a.p());
    }
    return Part.table(
        Table.create(names, tests, effects, sizes, words, p),
        Map.of("size", decimals(3), "p", P_VALUE));
  }

  /// One row a fact: variable, level, segment, statistic, value.
  public Table longForm() {
    var variables = StringColumn.create("variable");
    var levels = StringColumn.create("level");
    var numbers = DoubleColumn.create("segment");
    var names = StringColumn.create("segment_name");
    var statistics = StringColumn.create("statistic");
    var values = DoubleColumn.create("value");
    var index = DoubleColumn.create("index");
    var marker = DoubleColumn.create("marker");
    for (var variable : profile.variables()) {
      for (var line : variable.lines()) {
        for (int s = -1; s < segments.size(); s++) {
          variables.append(variable.name());
          levels.append(line.level());
          numbers.append(s < 0 ? Double.NaN : segments.get(s).number());
          names.append(s < 0 ? "all" : segments.get(s).name());
          statistics.append(line.rate() ? "rate" : "mean");
          values.append(s < 0 ? line.total() : line.values()[s]);
          index.append(s < 0 ? 100 : line.index(s));
          marker.append(s < 0 ? 0 : line.marker()[s]);
        }
      }
    }
    return Table.create(
        "profile", variables, levels, numbers, names, statistics, values, index, marker);
  }
}
