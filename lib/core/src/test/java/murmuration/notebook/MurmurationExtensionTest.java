package murmuration.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import murmuration.math.Rng;
import murmuration.sweep.Progress;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class MurmurationExtensionTest {
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final JShell shell = JShell.builder().executionEngine("local").build();
  private final StubKernel kernel = new StubKernel(shell);
  private final MurmurationExtension extension = new MurmurationExtension();

  @AfterEach
  void close() {
    extension.uninstall(kernel);
    shell.close();
    Thread.currentThread().setContextClassLoader(loader); // a local shell replaces it
  }

  /** What a front end gets; empty where a form is not given. */
  private record Shown(String html, String svg, String plain) {}

  private Shown shown(Object value, String... mimes) {
    extension.install(kernel);
    var renderer = kernel.getRenderer();
    var data = mimes.length == 0 ? renderer.render(value) : renderer.renderAs(value, mimes);
    return new Shown(
        form(data, MIMEType.TEXT_HTML),
        form(data, MIMEType.IMAGE_SVG),
        form(data, MIMEType.TEXT_PLAIN));
  }

  private static String form(DisplayData data, MIMEType mime) {
    return data.hasDataForType(mime) ? (String) data.getData(mime) : "";
  }

  @Test
  void theKernelFindsIt() {
    var ours = MurmurationExtension.class.getClassLoader();
    assertTrue(
        ServiceLoader.load(Extension.class, ours).stream()
            .anyMatch(found -> found.type() == MurmurationExtension.class));
  }

  @Test
  void theImportsAreEvaluatedOnce() {
    extension.install(kernel);
    assertEquals(List.of(Imports.text()), kernel.evaluated);
  }

  @Test
  void tablesResultsFiguresAndArraysShowThemselves() {
    var table = shown(Table.create("t", IntColumn.create("i", new int[] {1})));
    assertTrue(table.html().startsWith("<table>"));
    assertTrue(table.plain().startsWith("t\ni\n1\n"));
    var result = shown(new Example.WithChart(new Example(1)));
    assertTrue(result.html().contains("<details>"));
    assertTrue(result.plain().startsWith("slope <b>"));
    var figure = shown(Example.figure());
    assertTrue(figure.svg().contains("<svg"));
    assertEquals("", figure.html());
    assertTrue(shown(new double[] {1}).plain().startsWith("double[1]"));
    assertTrue(shown(new double[][] {{1}}).html().contains("double[1][1]"));
    assertTrue(shown(Map.of("a", 1)).html().contains("<table>"));
  }

  @Test
  void textIsAllThatIsShownToWhoAsksForText() {
    var result = shown(new Example(1), "text/plain");
    assertEquals("", result.html());
    assertTrue(result.plain().startsWith("slope"));
  }

  @Test
  void longWorkShowsOneLineBelowTheCell() throws InterruptedException {
    extension.install(kernel);
    try (var progress = Progress.of("counting sheep", 100)) {
      for (int i = 0; i < 10; i++) {
        Thread.sleep(100);
        progress.tick();
      }
    }
    assertEquals(1, kernel.displayed.size());
    assertTrue(text(0).startsWith("counting sheep"), text(0));
  }

  @Test
  void shortWorkShowsNothing() {
    extension.install(kernel);
    try (var progress = Progress.of("blink", 10)) {
      progress.tick();
    }
    assertEquals(List.of(), kernel.displayed);
  }

  @Test
  void shiftTabShowsTheJavadocOfThisLibraryAndOfTheJdk() {
    shell.addToClasspath(Rng.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    extension.install(kernel);
    assertTrue(javadoc("murmuration.math.Rng.seed(").contains("SplitMix64"));
    assertTrue(javadoc("Math.hypot(").contains("without intermediate overflow"));
  }

  @Test
  void aKernelOfAnotherMakeKeepsItsOwnDocumentation() {
    assertEquals(Optional.of(shell), Shell.of(kernel));
    assertEquals(Optional.empty(), Shell.of("no kernel at all"));
    Javadocs.install(shell, String.class);
    assertTrue(javadoc("Math.hypot(").contains("without intermediate overflow"));
  }

  private String javadoc(String code) {
    return shell.sourceCodeAnalysis().documentation(code, code.length(), true).stream()
        .map(SourceCodeAnalysis.Documentation::javadoc)
        .collect(Collectors.joining("\n"));
  }

  private String text(int display) {
    return (String) kernel.displayed.get(display).getData(MIMEType.TEXT_PLAIN);
  }
}
