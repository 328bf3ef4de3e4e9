package murmuration.neural;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import murmuration.Result;
import murmuration.neural.engine.NeuralEngine;
import org.junit.jupiter.api.Test;

/** The rules of the house, for this module: its arrows, its manners and its page. */
class HouseRulesTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "murmuration", "neural");
  private static final JavaClasses OURS = places(NeuralEngine.class);
  private static final JavaClasses ALL = places(NeuralEngine.class, Result.class);

  private static JavaClasses places(Class<?>... types) {
    return new ClassFileImporter()
        .importLocations(
            Stream.of(types)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(com.tngtech.archunit.core.importer.Location::of)
                .toList());
  }

  private static List<Path> files() {
    try (var list = Files.walk(SOURCES)) {
      return list.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void onlyThisModuleKnowsTheDeepJavaLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("murmuration.neural..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(ALL);
  }

  @Test
  void theCoreDoesNotKnowThisModule() {
    noClasses()
        .that()
        .resideOutsideOfPackage("murmuration.neural..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("murmuration.neural..")
        .check(ALL);
    assertTrue(ALL.contain(Result.class), "the core was found");
  }

  @Test
  void thisModuleUsesTheCoreTheDeepJavaLibraryAndLittleElse() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("java..")
                .or(resideInAPackage("murmuration..").and(notTheNotebook()))
                .or(resideInAPackage("ai.djl.."))
                .or(resideInAPackage("org.jspecify.."))
                .or(resideInAPackage("org.apache.commons.math3.."))
                .or(resideInAPackage("tech.tablesaw..")))
        .check(OURS);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> notTheNotebook() {
    return com.tngtech.archunit.base.DescribedPredicate.not(
        resideInAPackage("murmuration.notebook.."));
  }

  @Test
  void itNeverPrintsAndAllChanceHasASeed() {
    noClasses().should(ACCESS_STANDARD_STREAMS).check(OURS);
    noClasses().should().callMethod(Math.class, "random").check(OURS);
  }

  @Test
  void noSourceIsLong() {
    assertEquals(List.of(), files().stream().filter(f -> text(f).lines().count() > 400).toList());
  }

  @Test
  void everyPublicTypeIsNamedOnThePageOfItsPackage() {
    assertEquals(
        List.of(),
        OURS.stream()
            .filter(HouseRulesTest::isPublic)
            .filter(type -> !page(type).matches("(?s).*\\b" + type.getSimpleName() + "\\b.*"))
            .map(JavaClass::getName)
            .toList());
  }

  private static String page(JavaClass type) {
    Path folder = Path.of("src", "main", "java").resolve(type.getPackageName().replace('.', '/'));
    return text(folder.resolve("package-info.java"));
  }

  @Test
  void namesAreNouns() {
    assertEquals(List.of(), named(type -> type.matches(".*(Utils?|Manager|Helper|Impl)")));
  }

  private static List<String> named(java.util.function.Predicate<String> wanted) {
    return OURS.stream()
        .filter(HouseRulesTest::isPublic)
        .map(JavaClass::getSimpleName)
        .filter(wanted)
        .sorted()
        .toList();
  }

  @Test
  void everyResultIsARecord() {
    assertEquals(
        List.of(),
        OURS.stream()
            .filter(type -> type.isAssignableTo(Result.class) && !type.isRecord())
            .map(JavaClass::getName)
            .toList());
  }

  private static boolean isPublic(JavaClass type) {
    return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
  }
}
