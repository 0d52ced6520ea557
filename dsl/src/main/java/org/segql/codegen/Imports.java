package org.segql.codegen;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The imports that a program needs, found by the names of the classes that it uses.
final class Imports {
  private static final List<String> CLASSES =
      List.of(
          "java.io.BufferedInputStream",
          "java.io.BufferedReader",
          "java.io.FileInputStream",
          "java.io.IOException",
          "java.io.InputStream",
          "java.io.InputStreamReader",
          "java.io.Reader",
          "java.io.StringReader",
          "java.math.BigDecimal",
          "java.math.MathContext",
          "java.math.RoundingMode",
          "java.nio.charset.StandardCharsets",
          "java.sql.Connection",
          "java.sql.DriverManager",
          "java.sql.ResultSet",
          "java.sql.SQLException",
          "java.sql.Statement",
          "java.time.DateTimeException",
          "java.time.DayOfWeek",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZoneOffset",
          "java.time.format.DateTimeFormatter",
          "java.time.format.DateTimeFormatterBuilder",
          "java.time.format.ResolverStyle",
          "java.time.temporal.ChronoField",
          "java.time.temporal.ChronoUnit",
          "java.time.temporal.IsoFields",
          "java.time.temporal.Temporal",
          "java.time.temporal.TemporalAdjusters",
          "java.time.temporal.TemporalField",
          "java.time.temporal.TemporalUnit",
          "java.util.ArrayList",
          "java.util.Arrays",
          "java.util.Collection",
          "java.util.Comparator",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.List",
          "java.util.Locale",
          "java.util.Map",
          "java.util.Properties",
          "java.util.Set",
          "java.util.TreeMap",
          "java.util.function.Function",
          "java.util.function.Predicate",
          "java.util.regex.Pattern",
          "java.util.stream.Collectors",
          "java.util.stream.DoubleStream",
          "java.util.stream.IntStream",
          "java.util.stream.Stream",
          "java.util.zip.GZIPInputStream",
          "org.dhatim.fastexcel.reader.Cell",
          "org.dhatim.fastexcel.reader.ReadableWorkbook",
          "org.dhatim.fastexcel.reader.ReadingOptions",
          "org.dhatim.fastexcel.reader.Sheet",
          "smile.clustering.CentroidClustering",
          "smile.clustering.Clustering",
          "smile.clustering.DBSCAN",
          "smile.clustering.HierarchicalClustering",
          "smile.clustering.KMeans",
          "smile.clustering.linkage.CompleteLinkage",
          "smile.clustering.linkage.Linkage",
          "smile.clustering.linkage.SingleLinkage",
          "smile.clustering.linkage.UPGMALinkage",
          "smile.clustering.linkage.WardLinkage",
          "smile.feature.extraction.PCA",
          "smile.math.MathEx",
          "smile.math.matrix.Matrix",
          "smile.stat.distribution.MultivariateGaussianDistribution",
          "smile.stat.distribution.MultivariateMixture",
          "smile.validation.metric.AdjustedRandIndex",
          "tech.tablesaw.api.BooleanColumn",
          "tech.tablesaw.api.ColumnType",
          "tech.tablesaw.api.DateColumn",
          "tech.tablesaw.api.DateTimeColumn",
          "tech.tablesaw.api.DoubleColumn",
          "tech.tablesaw.api.IntColumn",
          "tech.tablesaw.api.Row",
          "tech.tablesaw.api.StringColumn",
          "tech.tablesaw.api.Table",
          "tech.tablesaw.columns.Column",
          "tech.tablesaw.io.csv.CsvReadOptions",
          "tech.tablesaw.selection.BitmapBackedSelection",
          "tech.tablesaw.selection.Selection");

  private Imports() {}

  static String of(String program) {
    Set<String> words = new TreeSet<>();
    var matcher = Pattern.compile("(?<![.\\w\"])[A-Z]\\w*").matcher(program);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    var out = new StringBuilder();
    for (String name : CLASSES) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      if (words.contains(simple)) {
        out.append("import ").append(name).append(";\n");
      }
    }
    boolean types = program.contains("new ColumnType[]");
    return (types ? "import static tech.tablesaw.api.ColumnType.*;\n\n" : "") + out;
  }
}
