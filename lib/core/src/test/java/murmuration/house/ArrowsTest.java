package murmuration.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** math, data &lt;- plot &lt;- root &lt;- sweep &lt;- families &lt;- notebook. */
class ArrowsTest {
  private static final String ROOT = "murmuration";
  private static final String MATH = "murmuration.math..";
  private static final String DATA = "murmuration.data..";
  private static final String PLOT = "murmuration.plot..";
  private static final String SWEEP = "murmuration.sweep..";
  private static final String NOTEBOOK = "murmuration.notebook..";
  private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("murmuration..");

  /** Every class that belongs to a family and to nothing below or above one. */
  static final DescribedPredicate<JavaClass> FAMILY =
      OURS.and(not(resideInAnyPackage(ROOT, MATH, DATA, PLOT, SWEEP, NOTEBOOK)));

  private static void usesOfOurs(String user, String... used) {
    noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat(
            OURS.and(not(resideInAPackage(user))).and(not(resideInAnyPackage(used))))
        .check(House.CLASSES);
  }

  @Test
  void mathKnowsOnlyNumbers() {
    classes()
        .that()
        .resideInAPackage(MATH)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            MATH,
            "java..",
            "org.jspecify..",
            "org.apache.commons.math3..",
            "org.ejml..",
            "org.jtransforms..",
            "pl.edu.icm.jlargearrays..")
        .check(House.CLASSES);
  }

  @Test
  void dataUsesMath() {
    usesOfOurs(DATA, MATH);
  }

  @Test
  void plotUsesDataAndMath() {
    usesOfOurs(PLOT, DATA, MATH);
  }

  @Test
  void theRootUsesPlotDataAndMath() {
    usesOfOurs(ROOT, PLOT, DATA, MATH);
  }

  @Test
  void sweepUsesTheRootPlotDataAndMath() {
    usesOfOurs(SWEEP, ROOT, PLOT, DATA, MATH);
  }

  @Test
  void nobodyUsesTheNotebook() {
    noClasses()
        .that()
        .resideOutsideOfPackage(NOTEBOOK)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(NOTEBOOK)
        .check(House.CLASSES);
  }

  @Test
  void familiesDoNotUseOneAnother() {
    slices()
        .assignedFrom(byPackage("families", type -> FAMILY.test(type) ? family(type) : ""))
        .should()
        .notDependOnEachOther()
        .check(House.CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .assignedFrom(byPackage("packages", JavaClass::getPackageName))
        .should()
        .beFreeOfCycles()
        .check(House.CLASSES);
  }

  @Test
  void onlyTheNotebookKnowsTheKernel() {
    only(NOTEBOOK, "org.dflib.jjava..");
  }

  @Test
  void onlyPlotKnowsTheChartLibrary() {
    only(PLOT, "org.knowm.xchart..");
    only(PLOT, "de.erichseifert.vectorgraphics2d..");
  }

  @Test
  void anArrowThatPointsTheWrongWayIsSeen() {
    assertThrows(AssertionError.class, () -> usesOfOurs(SWEEP, DATA));
    assertTrue(House.CLASSES.size() > 50, "classes of the library were found");
    assertTrue(House.CLASSES.stream().anyMatch(FAMILY), "families were found");
  }

  private static void only(String user, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(user)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(House.CLASSES);
  }

  private static String family(JavaClass type) {
    return type.getPackageName().split("\\.", 3)[1];
  }

  private static SliceAssignment byPackage(String what, Function<JavaClass, String> name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String slice = name.apply(type);
        return slice.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(slice);
      }

      @Override
      public String getDescription() {
        return what;
      }
    };
  }
}
