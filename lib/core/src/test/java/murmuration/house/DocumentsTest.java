package murmuration.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import murmuration.notebook.Imports;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java in README.md and docs/ compiles: whole files together with the others of their page,
 * statements by themselves, with the imports of a notebook. Tests on a page pass.
 */
class DocumentsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern JAVA = Pattern.compile("(?s)```java\\n(.*?)\\n```");

  /** What another module compiles in its own tests. */
  private static final Pattern ANOTHER_MODULE =
      Pattern.compile("import murmuration\\.(learn|neural)\\.");

  @TempDir static Path classes;

  private static List<Path> pages() throws IOException {
    try (var docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static List<String> java(Path page) {
    return JAVA.matcher(House.text(page))
        .results()
        .map(block -> block.group(1))
        .filter(block -> !ANOTHER_MODULE.matcher(block).find())
        .toList();
  }

  private static List<String> imports() {
    var ours =
        Imports.text().lines().map(line -> line.substring("import ".length(), line.length() - 1));
    return Stream.concat(Stream.of("java.util.*"), ours).toList();
  }

  @TestFactory
  Stream<DynamicTest> theJavaOfAPageCompilesAndItsTestsPass() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (Path page : pages()) {
      String name = page.getFileName().toString();
      var files = java(page).stream().filter(Snippets::isFile).toList();
      if (!files.isEmpty()) {
        tests.add(dynamicTest(name + ": files", () -> checkFiles(files)));
      }
      java(page).stream()
          .filter(block -> !Snippets.isFile(block))
          .forEach(block -> tests.add(dynamicTest(name + ": " + block, () -> check(block))));
    }
    return tests.stream();
  }

  private static void check(String statements) {
    assertEquals(List.of(), Snippets.errorsOfStatements(statements, imports(), classes));
  }

  private static void checkFiles(List<String> files) throws Exception {
    assertEquals(List.of(), Snippets.errors(files, classes));
    var loader = DocumentsTest.class.getClassLoader();
    try (var written = new URLClassLoader(new URL[] {classes.toUri().toURL()}, loader)) {
      for (String file : files) {
        run(written.loadClass(Snippets.typeName(file)));
      }
    }
  }

  private static void run(Class<?> type) throws Exception {
    List<Method> tests =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .toList();
    assertEquals(type.getSimpleName().endsWith("Test"), !tests.isEmpty(), type.getName());
    for (Method test : tests) {
      var made = type.getDeclaredConstructor();
      made.setAccessible(true);
      test.setAccessible(true);
      test.invoke(made.newInstance());
    }
  }

  @Test
  void thePagesWereFoundWithTheirJava() throws IOException {
    assertTrue(pages().stream().mapToInt(page -> java(page).size()).sum() >= 4);
  }
}
