package murmuration.house;

import io.github.classgraph.ClassGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Java that stands in documentation, given to the compiler. */
final class Snippets {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public |final )*(?:class|record) (\\w+)");
  private static final Pattern SHOWN = Pattern.compile("(?m)^(\\w+)(\\s*//.*)?$");

  private Snippets() {}

  /** Whether it is a file of its own and not a few statements. */
  static boolean isFile(String snippet) {
    return TYPE.matcher(snippet).find();
  }

  /** The name of the type that a file declares. */
  static String typeName(String file) {
    var type = TYPE.matcher(file);
    var home = PACKAGE.matcher(file);
    String name = type.find() ? type.group(1) : "";
    return home.find() ? home.group(1) + "." + name : name;
  }

  /**
   * What the compiler says of statements as the body of a method, after these imports. A bare name
   * on a line of its own is a value that a notebook shows.
   */
  static List<String> errorsOfStatements(String statements, List<String> imports, Path classes) {
    var head = new ArrayList<>(imports.stream().map(name -> "import " + name + ";").toList());
    var body = new ArrayList<String>();
    statements.lines().forEach(line -> (line.startsWith("import ") ? head : body).add(line));
    String shown = SHOWN.matcher(String.join("\n", body)).replaceAll("Object.class.cast($1);");
    return errors(
        List.of(
            String.join("\n", head)
                + "\nfinal class Example {\n  static void example() throws Exception {\n"
                + shown
                + "\n  }\n}\n"),
        classes);
  }

  /** What the compiler says of whole files that know one another; their classes go to a folder. */
  static List<String> errors(List<String> files, Path classes) {
    var found = new DiagnosticCollector<JavaFileObject>();
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
    try (var manager =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      var options = List.of("-proc:none", "-classpath", new ClassGraph().getClasspath());
      var sources = files.stream().map(Source::new).toList();
      compiler.getTask(null, manager, found, options, null, sources).call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ROOT))
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(
          URI.create("string:///" + typeName(text).replace('.', '/') + Kind.SOURCE.extension),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
