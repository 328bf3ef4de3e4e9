package murmuration.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import murmuration.LedgerReport;
import org.junit.jupiter.api.Test;

/** What no class of the library does. */
class MannersTest {
  private static final int LONGEST = 400;

  @Test
  void theLibraryNeverPrints() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(LedgerReport.class)
        .should(ACCESS_STANDARD_STREAMS)
        .check(House.CLASSES);
  }

  @Test
  void theLibraryNeverLogs() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
        .check(House.CLASSES);
  }

  @Test
  void allChanceHasASeed() {
    noClasses().should().callMethod(Math.class, "random").check(House.CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocalRandom.class)
        .check(House.CLASSES);
  }

  @Test
  void namesAreNouns() {
    assertEquals(
        List.of(),
        names(
            House.CLASSES.stream()
                .filter(type -> type.getSimpleName().matches(".*(Utils?|Manager|Helper|Impl)"))));
  }

  @Test
  void nothingPublicIsAGetter() {
    assertEquals(
        List.of(), api(method -> method.getName().matches("get[A-Z].*") && !overrides(method)));
  }

  @Test
  void nothingPublicThrowsAChecked() {
    assertEquals(
        List.of(),
        api(
            method ->
                method.getExceptionTypes().stream()
                    .anyMatch(
                        type ->
                            !type.toErasure().isAssignableTo(RuntimeException.class)
                                && !type.toErasure().isAssignableTo(Error.class))));
  }

  @Test
  void noSourceIsLong() {
    assertEquals(
        List.of(),
        House.sources().stream()
            .filter(path -> House.text(path).lines().count() > LONGEST)
            .toList());
  }

  @Test
  void aPublicTypeHasItsOwnFile() {
    assertEquals(
        List.of(),
        names(
            House.CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && isPublic(type))
                .filter(
                    type ->
                        type.getSource()
                            .flatMap(source -> source.getFileName())
                            .filter(file -> file.equals(type.getSimpleName() + ".java"))
                            .isEmpty())));
  }

  private static List<String> api(Predicate<JavaMethod> wanted) {
    return House.CLASSES.stream()
        .filter(MannersTest::isPublic)
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(wanted)
        .map(JavaMethod::getFullName)
        .sorted()
        .toList();
  }

  private static boolean overrides(JavaMethod method) {
    var types =
        Stream.concat(
            method.getOwner().getAllRawSuperclasses().stream(),
            method.getOwner().getAllRawInterfaces().stream());
    return types
        .flatMap(type -> type.getMethods().stream())
        .anyMatch(other -> other.getName().equals(method.getName()));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static List<String> names(Stream<JavaClass> types) {
    return types.map(JavaClass::getName).sorted().toList();
  }
}
