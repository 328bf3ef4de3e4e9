package murmuration.notebook;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a notebook need not import: the packages of this library, the indicators by their names,
 * tables, and the files, functions and streams that the kernel leaves out.
 */
public final class Imports {
  static final List<String> ALL =
      List.of(
          "java.nio.file.*",
          "java.util.function.*",
          "java.util.stream.*",
          "murmuration.*",
          "murmuration.concept.*",
          "murmuration.concept.grokking.*",
          "murmuration.concept.image.*",
          "murmuration.concept.theory.*",
          "murmuration.data.*",
          "murmuration.icl.*",
          "murmuration.language.*",
          "murmuration.language.corpus.*",
          "murmuration.language.game.*",
          "murmuration.language.hallmark.*",
          "murmuration.language.minds.*",
          "murmuration.language.iterated.*",
          "murmuration.language.naming.*",
          "murmuration.language.population.*",
          "murmuration.language.signalling.*",
          "murmuration.math.*",
          "murmuration.plot.*",
          "murmuration.scaling.*",
          "murmuration.scaling.curve.*",
          "murmuration.scaling.emergence.*",
          "murmuration.scaling.form.*",
          "murmuration.scaling.metric.*",
          "murmuration.scaling.observational.*",
          "murmuration.scaling.pass.*",
          "murmuration.scaling.simulation.*",
          "murmuration.sorting.*",
          "murmuration.sorting.lattice.*",
          "murmuration.sorting.measure.*",
          "murmuration.sorting.policy.*",
          "murmuration.sweep.*",
          "murmuration.warning.*",
          "murmuration.warning.bifurcation.*",
          "murmuration.warning.detection.*",
          "murmuration.warning.irregular.*",
          "murmuration.warning.model.*",
          "murmuration.warning.multivariate.*",
          "murmuration.warning.nonlinear.*",
          "murmuration.warning.process.*",
          "murmuration.warning.spatial.*",
          "static murmuration.scaling.metric.Metrics.*",
          "static murmuration.sorting.FrozenMode.*",
          "static murmuration.sorting.policy.Algotypes.*",
          "static murmuration.warning.Indicators.*",
          "tech.tablesaw.api.*");

  private Imports() {}

  /** The imports as Java, one a line; names that a notebook declares itself come before them. */
  public static String text() {
    return ALL.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
  }
}
