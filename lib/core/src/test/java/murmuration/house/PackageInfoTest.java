package murmuration.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every package says what it is for, with an example that compiles as it stands once all of our
 * packages are imported, and names every type that users meet. A {@code <pre class="sketch">} is
 * for what cannot be compiled.
 */
class PackageInfoTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>", Pattern.DOTALL);

  @TempDir static Path classes;

  private static List<Path> packages() {
    return House.sources().stream().map(Path::getParent).distinct().sorted().toList();
  }

  private static List<String> examples(String packageInfo) {
    return EXAMPLE.matcher(packageInfo).results().map(PackageInfoTest::withoutStars).toList();
  }

  private static String withoutStars(MatchResult example) {
    return example
        .group(1)
        .lines()
        .map(l -> l.replaceFirst("^ \\* ?", ""))
        .collect(Collectors.joining("\n"));
  }

  @TestFactory
  Stream<DynamicTest> everyPackageHasAPurposeAndAnExampleThatCompiles() {
    return packages().stream().map(folder -> dynamicTest(folder.toString(), () -> check(folder)));
  }

  private static void check(Path folder) {
    Path info = folder.resolve("package-info.java");
    assertTrue(Files.exists(info), info + " is missing");
    String text = House.text(info);
    assertTrue(text.contains("@NullMarked"), info + " is not @NullMarked");
    assertTrue(text.startsWith("/**"), info + " does not say what the package is for");
    var examples = examples(text);
    boolean sketch = text.contains("<pre class=\"sketch\">");
    assertTrue(sketch || !examples.isEmpty(), info + " has no example");
    for (String example : examples) {
      assertEquals(List.of(), errors(example), example);
    }
  }

  @Test
  void everyPublicTypeIsNamedOnThePageOfItsPackage() {
    assertEquals(
        List.of(),
        House.CLASSES.stream()
            .filter(type -> type.isTopLevelClass())
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !page(type).matches("(?s).*\\b" + type.getSimpleName() + "\\b.*"))
            .map(JavaClass::getName)
            .sorted()
            .toList());
  }

  private static String page(JavaClass type) {
    var folder = Path.of("src", "main", "java", type.getPackageName().replace('.', '/'));
    return House.text(folder.resolve("package-info.java"));
  }

  @Test
  void anExampleThatDoesNotCompileIsSeen() {
    assertEquals(List.of(), errors("import java.time.Year;\nvar year = Year.of(2026);"));
    var errors = errors("double x = Rng.of(\"1\").nextDouble();");
    assertEquals(1, errors.size());
    assertTrue(errors.getFirst().contains("incompatible types"), errors::toString);
  }

  private static List<String> errors(String example) {
    var imports =
        Stream.concat(
                packages().stream().map(folder -> name(folder) + ".*"),
                Stream.of("java.util.*", "tech.tablesaw.api.*"))
            .toList();
    return Snippets.errorsOfStatements(example, imports, classes);
  }

  private static String name(Path folder) {
    return Path.of("src", "main", "java")
        .relativize(folder)
        .toString()
        .replace('/', '.')
        .replace('\\', '.');
  }
}
