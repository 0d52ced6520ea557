package org.segql;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the packages to the table in ARCHITECTURE.md: text flows down the stages and nothing
/// points up.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.segql");

  /// For each package those of ours that it may use beside itself. Packages below it count as it.
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    allow("diagnostic");
    allow("ast", "diagnostic");
    allow("syntax", "ast", "diagnostic", "grammar");
    allow("catalog", "diagnostic");
    allow("definition", "catalog", "diagnostic");
    allow("algorithm", "definition", "catalog", "diagnostic");
    allow("function", "definition", "catalog", "diagnostic");
    allow("measure");
    allow("chart", "definition", "catalog", "diagnostic", "measure");
    allow("plan", "ast", "algorithm", "function", "chart", "definition", "catalog", "diagnostic");
    allow(
        "analysis",
        Stream.concat(Stream.of("syntax", "plan"), used("plan").stream()).toArray(String[]::new));
    allow("render", "chart", "diagnostic");
    allow("result", "chart", "render", "catalog", "diagnostic");
    allow(
        "engine",
        Stream.concat(Stream.of("plan", "measure", "result", "render"), used("plan").stream())
            .toArray(String[]::new));
    allow(
        "codegen", Stream.concat(Stream.of("plan"), used("plan").stream()).toArray(String[]::new));
  }

  private static List<String> used(String name) {
    return MAY_USE.getOrDefault(name, List.of());
  }

  private static void allow(String name, String... others) {
    MAY_USE.put(name, List.of(others));
  }

  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aStageUsesOnlyThoseBeforeIt(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), used(name).stream())
            .map(used -> "org.segql." + used + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.segql." + name + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("org.segql..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> stages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("org.segql."))
            .map(name -> name.substring("org.segql.".length()).split("\\.")[0])
            .collect(Collectors.toSet());
    stages.removeAll(Set.of("grammar", "session"));
    assertThat(MAY_USE.keySet()).containsAll(stages);
  }

  @Test
  void theInterfaceOfEnginesKnowsNoEngine() {
    noClasses()
        .that()
        .resideInAPackage("org.segql.engine")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.segql.engine.local..")
        .check(CLASSES);
  }

  @Test
  void onlyTheParserUsesAntlr() {
    onlyIn("org.antlr..", "org.segql.syntax..", "org.segql.grammar..");
  }

  @Test
  void onlyTheLocalEngineUsesSmileAndDuckDb() {
    onlyIn("org.duckdb..", "org.segql.engine.local..");
    onlyIn("smile..", "org.segql.engine.local..", "org.segql.session..");
  }

  @Test
  void onlyRenderersUseThePlotters() {
    onlyIn("org.knowm..", "org.segql.render..");
    onlyIn("tech.tablesaw.plotly..", "org.segql.render..");
  }

  @Test
  void whatIsWrittenAndWhatWillBeDoneUseTheJdkAlone() {
    classes()
        .that()
        .resideInAnyPackage(
            "org.segql.diagnostic",
            "org.segql.ast",
            "org.segql.catalog",
            "org.segql.definition",
            "org.segql.algorithm",
            "org.segql.function",
            "org.segql.plan")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.segql..", "org.jspecify..")
        .check(CLASSES);
  }

  private static void onlyIn(String library, String... packages) {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
