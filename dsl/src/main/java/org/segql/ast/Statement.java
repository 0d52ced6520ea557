package org.segql.ast;

import java.util.List;
import java.util.Optional;
import org.segql.diagnostic.Span;

/// What a script is made of. `as` is the name under which a result is kept.
public sealed interface Statement extends Node {

  /// `LANGUAGE 1`.
  record Language(Expression version, Span span) implements Statement {}

  /// `SET seed = 7`.
  record SetOption(Name option, Expression value, Span span) implements Statement {}

  /// `PARAM country = 'UK'`.
  record Parameter(Name name, Expression value, Span span) implements Statement {}

  record Load(
      Name table,
      Expression location,
      Optional<Expression> query,
      List<Argument> options,
      Span span)
      implements Statement {
    public Load {
      options = List.copyOf(options);
    }
  }

  /// `SHOW TABLES`, `SHOW ALGORITHMS`, …: a list of what there is.
  record ShowCatalog(Kind kind, Span span) implements Statement {
    public enum Kind {
      TABLES,
      ALGORITHMS,
      CHARTS,
      FUNCTIONS,
      SEGMENTATIONS,
      PARAMS
    }
  }

  /// `SHOW customers LIMIT 20`, `SHOW FROM customers WHERE …`.
  record ShowTable(Pipeline pipeline, Optional<Expression> asOf, Span span) implements Statement {}

  /// `DESCRIBE customers [BY churn]`; one word may also be an algorithm, function, chart or
  /// statement.
  record Describe(Name object, Optional<Expression> by, Optional<Name> as, Span span)
      implements Statement {}

  record Export(
      Name object, Expression location, boolean overwrite, List<Argument> options, Span span)
      implements Statement {
    public Export {
      options = List.copyOf(options);
    }
  }

  record Drop(Name object, Span span) implements Statement {}

  /// `TABLE features AS FROM …`.
  record DeriveTable(Name name, Pipeline pipeline, Optional<Expression> asOf, Span span)
      implements Statement {}

  record Segment(SegmentClauses clauses, Optional<Name> as, Span span) implements Statement {}

  record Profile(
      Name segmentation,
      List<VariableItem> on,
      Optional<Expression> of,
      Optional<Expression> against,
      Optional<Name> as,
      Span span)
      implements Statement {
    public Profile {
      on = List.copyOf(on);
    }
  }

  /// `COMPARE customers BY … USING kmeans(2..8), gmm(2..8)`: a leaderboard.
  record CompareAlgorithms(SegmentClauses clauses, Optional<Name> as, Span span)
      implements Statement {}

  /// `COMPARE q1 WITH q4`.
  record CompareSegmentations(
      Name left, Name right, Optional<Name> id, Optional<Name> as, Span span)
      implements Statement {}

  record Plot(
      List<Item> items,
      Optional<Expression> title,
      Optional<Expression> location,
      boolean overwrite,
      Span span)
      implements Statement {
    public Plot {
      items = List.copyOf(items);
    }

    /// `q1 AS scatter(age, income)`.
    public record Item(Name object, CallOf chart, Span span) implements Node {}
  }

  /// `REQUIRE q1 EVERY stability >= 0.75`.
  record Require(Name segmentation, List<Gate> gates, Span span) implements Statement {
    public Require {
      gates = List.copyOf(gates);
    }
  }

  record Explain(boolean java, Statement statement, Span span) implements Statement {}

  record SaveModel(Name segmentation, Expression location, boolean overwrite, Span span)
      implements Statement {}

  record LoadModel(Name name, Expression location, Span span) implements Statement {}

  record Apply(Name model, Name table, Optional<Expression> asOf, Optional<Name> as, Span span)
      implements Statement {}

  record Run(Expression location, List<Argument> parameters, Span span) implements Statement {
    public Run {
      parameters = List.copyOf(parameters);
    }
  }
}
