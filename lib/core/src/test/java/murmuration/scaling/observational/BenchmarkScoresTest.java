package murmuration.scaling.observational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class BenchmarkScoresTest {
  private static final double NAN = Double.NaN;

  private static Table table() {
    return Table.create(
        "t",
        StringColumn.create("model", "a", "b", "c"),
        StringColumn.create("family", "F", "F", "G"),
        DoubleColumn.create("flop", 1e21, 1e22, NAN),
        DoubleColumn.create("x", 0.1, NAN, 0.3),
        DoubleColumn.create("y_bleu", 12.0, 50.0, NAN));
  }

  @Test
  void emptyCellsAreMissingScores() {
    var scores = BenchmarkScores.of(table(), "model", "family", "flop", "x");
    assertEquals(1, scores.missing());
    assertArrayEquals(new double[] {0.1, NAN, 0.3}, scores.benchmark("x"));
    assertEquals(
        "3 models of 2 families on 1 benchmarks, 1 scores missing, 1 without compute",
        scores.toString());
    assertArrayEquals(new double[] {0, 1, NAN}, scores.logCompute(), 1e-14);
    assertEquals("[model, family, compute, x]", scores.table().columnNames().toString());
  }

  @Test
  void bleuIsDividedByAHundred() {
    var tasks = TaskScores.ruan(table().selectColumns("model", "x", "y_bleu"));
    assertEquals(List.of("x", "y_bleu"), tasks.tasks());
    assertArrayEquals(new double[] {0.1, 0.12}, tasks.scores()[0]);
    assertArrayEquals(new double[] {0.12, 0.5, NAN}, tasks.task("y_bleu"));
    assertThrows(IllegalArgumentException.class, () -> tasks.task("z"));
  }

  @Test
  void modelsAreKeptInTheirOrder() {
    var scores = BenchmarkScores.of(table(), "model", "family", "flop", "x");
    assertEquals(List.of("a", "c"), scores.keep(List.of("c", "a")).models());
    var e = assertThrows(IllegalArgumentException.class, () -> scores.keep(List.of("z")));
    assertTrue(e.toString().contains("no model is z"), e.toString());
  }

  @Test
  void thePublishedSelectionHas77Models() {
    assertEquals(77, new HashSet<>(BenchmarkScores.RUAN_MODELS).size());
    assertTrue(BenchmarkScores.RUAN_MODELS.contains("facebook/opt-125m"));
  }

  @Test
  void scoresOutsideOfZeroToOneAreRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> BenchmarkScores.of(table(), "model", "family", "flop", "y_bleu"));
    assertTrue(e.toString().contains("scores[0][0] is 12.0"), e.toString());
    var f = assertThrows(IllegalArgumentException.class, () -> TaskScores.of(table(), "flop", "x"));
    assertTrue(f.toString().contains("column flop holds DOUBLE: expected texts"), f.toString());
    var twice = List.of("a", "a", "b");
    assertThrows(
        IllegalArgumentException.class,
        () -> new TaskScores(twice, List.of("x"), new double[3][1], null));
  }
}
