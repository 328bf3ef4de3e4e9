package murmuration.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresFolderTest {
  @TempDir Path root;

  @Test
  void theSettingWins() throws IOException {
    Files.createDirectories(root.resolve("figures"));
    assertEquals(root.resolve("elsewhere"), FiguresFolder.resolve("elsewhere", root));
  }

  @Test
  void aNotebookDeepInTheTreeFindsTheFiguresOfTheRepository() throws IOException {
    var notebook = Files.createDirectories(root.resolve("notebooks/warning"));
    Files.createDirectories(root.resolve("figures"));
    assertEquals(root.resolve("figures"), FiguresFolder.resolve(null, notebook));
    assertEquals(root.resolve("figures"), FiguresFolder.resolve(" ", notebook));
  }

  @Test
  void aFileCalledFiguresIsNoFolder() throws IOException {
    var deep = Files.createDirectories(root.resolve("a/b"));
    Files.createDirectories(root.resolve("figures"));
    Files.createFile(root.resolve("a/figures"));
    assertEquals(root.resolve("figures"), FiguresFolder.resolve(null, deep));
  }

  @Test
  void figuresGoToTheNearestFolderOfThatNameAbove() throws IOException {
    Path working = Files.createDirectories(root.resolve("notebooks/warning"));
    Path figures = Files.createDirectories(root.resolve("figures"));
    assertEquals(figures, FiguresFolder.resolve(null, working));
    assertEquals(figures, FiguresFolder.resolve(null, figures));
    Path nearer = Files.createDirectories(root.resolve("notebooks/figures"));
    assertEquals(nearer, FiguresFolder.resolve(null, working));
  }
}
