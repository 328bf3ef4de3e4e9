package murmuration.learn;

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

/** The Java on the page of the package and on the classifier card compiles. */
class DocumentationTest {
  private static final Pattern PAGE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>", Pattern.DOTALL);
  private static final Pattern CARD = Pattern.compile("(?s)```java\\n(.*?)\\n```");

  @TempDir Path classes;

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    var found = pattern.matcher(Files.readString(file)).results().map(r -> r.group(1)).toList();
    assertTrue(!found.isEmpty(), file + " has an example");
    return found;
  }

  @Test
  void theExampleOfThePackageCompiles() throws IOException {
    Path page = Path.of("src", "main", "java", "murmuration", "learn", "package-info.java");
    for (String example : found(PAGE, page)) {
      String plain =
          example.lines().map(l -> l.replaceFirst("^ \\* ?", "")).collect(Collectors.joining("\n"));
      assertEquals(List.of(), errors("import murmuration.learn.*;\n" + plain));
    }
  }

  @Test
  void theExamplesOfTheCardCompile() throws IOException {
    for (String example : found(CARD, Path.of("..", "..", "docs", "classifier-card.md"))) {
      assertEquals(List.of(), errors(example));
    }
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
