package murmuration.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.classgraph.ClassGraph;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import murmuration.notebook.Imports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java on the pages of the packages, and in docs/ where it imports this module, compiles. */
class DocumentationTest {
  private static final Path PACKAGES = Path.of("src", "main", "java", "murmuration", "neural");
  private static final Pattern PAGE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>", Pattern.DOTALL);
  private static final Pattern JAVA = Pattern.compile("(?s)```java\\n(.*?)\\n```");

  @TempDir Path classes;

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern.matcher(Files.readString(file)).results().map(r -> r.group(1)).toList();
  }

  @Test
  void theExamplesOfThePackagesCompile() throws IOException {
    int examples = 0;
    for (Path page : files(PACKAGES, "package-info.java")) {
      for (String example : found(PAGE, page)) {
        String plain =
            example
                .lines()
                .map(l -> l.replaceFirst("^ \\* ?", ""))
                .collect(Collectors.joining("\n"));
        String imports =
            files(PACKAGES, "package-info.java").stream()
                .map(DocumentationTest::packageOf)
                .map(name -> "import " + name + ".*;\n")
                .collect(Collectors.joining());
        assertEquals(List.of(), errors(imports + plain), page.toString());
        examples++;
      }
    }
    assertTrue(examples > 0, "examples were found");
  }

  private static String packageOf(Path page) {
    var folder = Path.of("src", "main", "java").relativize(page.getParent());
    return folder.toString().replace(java.io.File.separatorChar, '.');
  }

  @Test
  void theExamplesOfTheGuidesCompile() throws IOException {
    int examples = 0;
    for (Path page : files(Path.of("..", "..", "docs"), ".md")) {
      for (String example : found(JAVA, page)) {
        if (example.contains("import murmuration.neural.")) {
          assertEquals(List.of(), errors(example), page.toString());
          examples++;
        }
      }
    }
    assertTrue(examples > 0, "examples were found");
  }

  @Test
  void anErrorIsSeen() {
    assertEquals(1, errors("int i = \"one\";").size());
  }

  private List<String> errors(String statements) {
    String head =
        statements.lines().filter(l -> l.startsWith("import ")).collect(Collectors.joining("\n"));
    String body =
        statements.lines().filter(l -> !l.startsWith("import ")).collect(Collectors.joining("\n"));
    var source =
        "import java.util.*;\n"
            + Imports.text()
            + head
            + "\nfinal class Example {\n  static void example() throws Exception {\n"
            + body
            + "\n  }\n}\n";
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
    var options =
        List.of(
            "-proc:none", "-d", classes.toString(), "-classpath", new ClassGraph().getClasspath());
    compiler.getTask(null, null, diagnostics, options, null, List.of(new Source(source))).call();
    return diagnostics.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ROOT))
        .toList();
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
