package murmuration.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.classgraph.ClassGraph;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every package says what it is for, with an example that compiles as it stands once all of our
 * packages are imported. A {@code <pre class="sketch">} is for what cannot be compiled.
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

  private static void check(Path folder) throws IOException {
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
  void anExampleThatDoesNotCompileIsSeen() throws IOException {
    assertEquals(List.of(), errors("import java.time.Year;\nvar year = Year.of(2026);"));
    var errors = errors("double x = Rng.of(\"1\").nextDouble();");
    assertEquals(1, errors.size());
    assertTrue(errors.getFirst().contains("incompatible types"), errors::toString);
  }

  /** What the compiler says of the statements, as the body of a method. */
  private static List<String> errors(String example) throws IOException {
    var imports = new ArrayList<String>();
    packages().forEach(folder -> imports.add("import " + name(folder) + ".*;"));
    imports.add("import java.util.*;");
    imports.add("import tech.tablesaw.api.*;");
    var body = new ArrayList<String>();
    example.lines().forEach(line -> (line.startsWith("import ") ? imports : body).add(line));
    String source =
        String.join("\n", imports)
            + "\nfinal class Example {\n  static void example() throws Exception {\n"
            + String.join("\n", body)
            + "\n  }\n}\n";
    var found = new DiagnosticCollector<JavaFileObject>();
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
    try (var files = compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      var options = List.of("-proc:none", "-classpath", new ClassGraph().getClasspath());
      compiler.getTask(null, files, found, options, null, List.of(new Source(source))).call();
    }
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ROOT))
        .toList();
  }

  private static String name(Path folder) {
    return Path.of("src", "main", "java")
        .relativize(folder)
        .toString()
        .replace('/', '.')
        .replace('\\', '.');
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Example.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
