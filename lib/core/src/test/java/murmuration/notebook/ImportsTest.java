package murmuration.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import murmuration.data.TimeSeries;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ImportsTest {
  /** What JShell and the JJava kernel import themselves. */
  private static final List<String> OF_THE_KERNEL =
      List.of(
          "java.lang",
          "java.io",
          "java.math",
          "java.net",
          "java.nio.file",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.prefs",
          "java.util.regex",
          "java.util.stream");

  @Test
  void noNameMeansTwoThings() throws IOException {
    var packages = new TreeMap<String, Set<String>>();
    for (String name : OF_THE_KERNEL) {
      jdk(name).forEach(type -> packages.computeIfAbsent(type, t -> new TreeSet<>()).add(name));
    }
    for (var type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("murmuration", "tech.tablesaw.api")) {
      if (isImported(type)) {
        packages
            .computeIfAbsent(type.getSimpleName(), t -> new TreeSet<>())
            .add(type.getPackageName());
      }
    }
    assertTrue(packages.getOrDefault("TimeSeries", Set.of()).contains("murmuration.data"));
    assertTrue(packages.getOrDefault("Table", Set.of()).contains("tech.tablesaw.api"));
    packages.values().removeIf(places -> places.size() == 1 || OF_THE_KERNEL.containsAll(places));
    assertEquals("{}", packages.toString());
  }

  @Test
  void theImportsCompileInAShellOnThisClassPath() {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(place(TimeSeries.class));
      shell.addToClasspath(place(Table.class));
      for (String line : Imports.text().lines().toList()) {
        assertTrue(isAccepted(shell, line), line);
      }
      assertTrue(isAccepted(shell, "TimeSeries series = null; Table table = null;"));
      assertTrue(isAccepted(shell, "boolean found = VARIANCE.equals(ac(2));"));
      assertTrue(isAccepted(shell, "int VARIANCE = 3; int four = VARIANCE + 1;"));
      assertTrue(isAccepted(shell, "record TimeSeries(int mine) {}"), "a notebook's own name wins");
    } finally {
      Thread.currentThread().setContextClassLoader(loader); // a local shell replaces it
    }
  }

  private static String place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static boolean isAccepted(JShell shell, String code) {
    return shell.eval(code).stream()
        .map(SnippetEvent::status)
        .noneMatch(status -> status == Snippet.Status.REJECTED);
  }

  private static boolean isImported(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.isTopLevelClass()
        && Imports.ALL.contains(type.getPackageName() + ".*");
  }

  private static List<String> jdk(String name) throws IOException {
    var modules = FileSystems.getFileSystem(URI.create("jrt:/"));
    var module = name.endsWith("prefs") ? "java.prefs" : "java.base";
    try (Stream<Path> files =
        Files.list(modules.getPath("modules", module, name.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .toList();
    }
  }
}
