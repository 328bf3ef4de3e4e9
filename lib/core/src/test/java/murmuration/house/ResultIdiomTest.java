package murmuration.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import murmuration.Result;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** What analyses return cannot be changed by whoever reads it. */
class ResultIdiomTest {
  @Test
  void everyResultIsARecord() {
    var results =
        House.CLASSES.stream()
            .filter(type -> type.isAssignableTo(Result.class) && !type.isInterface())
            .toList();
    assertTrue(results.size() >= 2, "results were found");
    assertEquals(
        List.of(),
        results.stream().filter(type -> !type.isRecord()).map(JavaClass::getName).toList());
  }

  @Test
  void publicRecordsHandOutCopiesOfTheirArraysAndTables() {
    assertEquals(List.of(), handedOutAsKept(House.CLASSES));
  }

  @Test
  void publicRecordsKeepCopiesOfTheArraysTheyAreGiven() {
    assertEquals(List.of(), keptAsGiven(House.CLASSES));
  }

  /** A record that does neither. */
  public record Careless(double[] values) {}

  @Test
  void aCarelessRecordIsSeen() {
    var classes = new ClassFileImporter().importClasses(ResultIdiomTest.class, Careless.class);
    assertEquals(1, handedOutAsKept(classes).size());
    assertEquals(1, keptAsGiven(classes).size());
  }

  private static List<String> handedOutAsKept(JavaClasses classes) {
    return changeable(classes)
        .filter(part -> part.record().getMethod(part.name()).getMethodCallsFromSelf().isEmpty())
        .map(Part::toString)
        .toList();
  }

  private static List<String> keptAsGiven(JavaClasses classes) {
    return changeable(classes)
        .filter(
            part ->
                part.record().getConstructors().stream()
                    .allMatch(made -> made.getMethodCallsFromSelf().isEmpty()))
        .map(Part::toString)
        .toList();
  }

  private record Part(JavaClass record, String name) {
    @Override
    public String toString() {
      return record.getName() + "." + name;
    }
  }

  /** The components of public records that could be changed in place. */
  private static Stream<Part> changeable(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.isRecord() && visible(type))
        .flatMap(
            type ->
                Arrays.stream(type.reflect().getRecordComponents())
                    .filter(c -> c.getType().isArray() || c.getType().equals(Table.class))
                    .map(c -> new Part(type, c.getName())));
  }

  private static boolean visible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }
}
