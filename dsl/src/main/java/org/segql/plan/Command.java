package org.segql.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segql.ast.Statement;
import org.segql.definition.Definition;

/// What a statement makes a session do, with every name resolved.
public sealed interface Command {

  /// LANGUAGE, or anything that is settled by reading it.
  record Nothing() implements Command {}

  /// @param value a Double, String, Boolean or a List of Strings
  record SetOption(String option, Object value) implements Command {}

  record DeclareParameter(String name, Expr.Constant value) implements Command {}

  record Load(
      String table, Location location, @Nullable String query, Map<String, OptionValue> options)
      implements Command {
    /// The options that say how a file is read; all others are properties of a connection.
    public static final List<String> OF_FILES =
        List.of(
            "delimiter",
            "quote",
            "header",
            "encoding",
            "decimal",
            "skip",
            "nulls",
            "types",
            "names",
            "widths",
            "sheet",
            "table");

    public Load {
      options = Map.copyOf(options);
    }
  }

  record ShowCatalog(Statement.ShowCatalog.Kind kind) implements Command {}

  record ShowTable(Relation relation, Relation.AsOf asOf) implements Command {}

  /// @param outcome with which every column is compared; null: none
  record DescribeTable(String table, Relation input, @Nullable Expr outcome, Optional<String> name)
      implements Command {}

  record DescribeSegmentation(String segmentation, Optional<String> name) implements Command {}

  record DescribeDefinition(Definition definition) implements Command {}

  record Export(
      String object, Location location, boolean overwrite, Map<String, OptionValue> options)
      implements Command {
    public Export {
      options = Map.copyOf(options);
    }
  }

  record Drop(String object) implements Command {}

  record DeriveTable(String name, Relation relation, Relation.AsOf asOf) implements Command {}

  record Segment(SegmentPlan plan) implements Command {}

  /// @param on profiled in place of the segmentation's own variables; empty: those
  /// @param of the segment of which alone is spoken; null: all
  /// @param against the one it is compared with; null: all others
  record Profile(
      String segmentation,
      List<Named> on,
      Expr.@Nullable Constant of,
      Expr.@Nullable Constant against,
      Optional<String> name)
      implements Command {
    public Profile {
      on = List.copyOf(on);
    }
  }

  /// One plan a candidate algorithm; they differ in that alone.
  record CompareAlgorithms(List<SegmentPlan> candidates, String name) implements Command {
    public CompareAlgorithms {
      candidates = List.copyOf(candidates);
    }
  }

  record CompareSegmentations(String left, String right, Optional<String> id, Optional<String> name)
      implements Command {}

  record Plot(List<Item> items, @Nullable String title, @Nullable Location file, boolean overwrite)
      implements Command {
    public Plot {
      items = List.copyOf(items);
    }

    /// @param chart the name of the definition
    /// @param arguments by parameter name: an {@link Expr}, a List of them, a Double, String or
    ///   Boolean
    public record Item(String object, String chart, Map<String, Object> arguments) {
      public Item {
        arguments = Map.copyOf(arguments);
      }
    }
  }

  record Require(String segmentation, List<SegmentPlan.GatePlan> gates) implements Command {
    public Require {
      gates = List.copyOf(gates);
    }
  }

  record Explain(boolean java, Command command) implements Command {}

  record SaveModel(String segmentation, Location location, boolean overwrite) implements Command {}

  record LoadModel(String name, Location location) implements Command {}

  record Apply(
      String model, String table, Relation input, Relation.AsOf asOf, Optional<String> name)
      implements Command {}

  /// @param parameters for the script, by name
  record Run(Location location, Map<String, Expr.Constant> parameters) implements Command {
    public Run {
      parameters = Map.copyOf(parameters);
    }
  }
}
