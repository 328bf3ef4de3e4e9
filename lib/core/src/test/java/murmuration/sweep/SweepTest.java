package murmuration.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
  private static final Sweep LOGISTIC =
      Sweep.of("logistic").axis("r", 2.5, 3.2, 3.9).axis("noise", 0, 0.01).replicates(5).seed(42);

  record Walk(double mean, int steps, boolean up) {}

  static double logistic(Cell cell) {
    var rng = cell.rng();
    double x = 0.5;
    for (int i = 0; i < 500; i++) {
      double step = cell.value("noise") * rng.nextGaussian();
      x = Math.clamp(cell.value("r") * x * (1 - x) + step, 0, 1);
    }
    return x;
  }

  @Test
  void replicatesVaryFastestAndTheFirstAxisSlowest() {
    var cells = LOGISTIC.cells();
    assertEquals(30, cells.size());
    assertEquals(new Cell(0, Map.of("r", 2.5, "noise", 0.0), 0, Rng.seed(42, 0)), cells.get(0));
    assertEquals(new Cell(6, Map.of("r", 2.5, "noise", .01), 1, Rng.seed(42, 6)), cells.get(6));
    assertEquals(new Cell(29, Map.of("r", 3.9, "noise", .01), 4, Rng.seed(42, 29)), cells.get(29));
    assertEquals(List.of("r", "noise"), List.copyOf(cells.get(3).parameters().keySet()));
  }

  @Test
  void aGridIsTheSameSweep() {
    var axes = new LinkedHashMap<String, double[]>();
    axes.put("r", new double[] {2.5, 3.2, 3.9});
    axes.put("noise", new double[] {0, 0.01});
    assertEquals(LOGISTIC.cells(), Sweep.grid(axes, 5, 42).cells());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void resultsAreEqualBitForBitOnAnyNumberOfThreads(int threads) {
    double[] alone = LOGISTIC.cells().stream().mapToDouble(SweepTest::logistic).toArray();
    try (var pool = new ForkJoinPool(threads)) {
      var result = pool.submit(() -> LOGISTIC.run(SweepTest::logistic)).join();
      assertArrayEquals(alone, result.values("value"));
    }
  }

  @Test
  void anotherBackendGivesTheSame() {
    Backend backwards =
        new Backend() {
          @Override
          public <T> void run(
              String name,
              List<Cell> cells,
              Experiment<? extends T> experiment,
              BiConsumer<Cell, ? super T> finished) {
            cells.reversed().forEach(cell -> finished.accept(cell, experiment.run(cell)));
          }
        };
    assertArrayEquals(
        LOGISTIC.run(SweepTest::logistic).values("value"),
        LOGISTIC.on(backwards).run(SweepTest::logistic).values("value"));
  }

  @Test
  void anExperimentAndItsCellsCanBeSentToAnotherMachine() throws Exception {
    Experiment<Double> experiment = SweepTest::logistic;
    Cell cell = LOGISTIC.cells().get(7);
    @SuppressWarnings("unchecked")
    var sent = (Experiment<Double>) send(experiment);
    assertEquals(logistic(cell), sent.run((Cell) send(cell)));
  }

  private static Object send(Object value) throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @Test
  void theComponentsOfARecordBecomeColumns() {
    var result =
        LOGISTIC.run(cell -> new Walk(cell.value("r"), cell.index(), cell.rng().nextBoolean()));
    var table = result.table();
    assertEquals(
        List.of("index", "r", "noise", "replicate", "seed", "mean", "steps", "up"),
        table.columnNames());
    assertEquals(30, table.rowCount());
    assertEquals(3.9, table.doubleColumn("mean").get(29));
    assertEquals(29, table.doubleColumn("steps").get(29));
    assertEquals(Rng.seed(42, 29), table.longColumn("seed").get(29));
  }

  @Test
  void theSummarySaysGridAndSpread() {
    var lines = LOGISTIC.run(Cell::index).summary().lines().toList();
    assertEquals(
        "Sweep logistic: 30 cells = r (3) x noise (2) x 5 replicates, seed 42", lines.get(0));
    assertEquals("value: mean 14.5, sd 8.803, from 0 to 29 (n = 30)", lines.get(1));
  }

  @Test
  void provenanceHasWhatIsNeededToRunItAgain() {
    var provenance = LOGISTIC.run(Cell::index).provenance();
    assertEquals(42L, provenance.seed());
    assertEquals("2.5, 3.2, 3.9", provenance.options().get("r"));
    assertEquals("5", provenance.options().get("replicates"));
  }

  @Test
  void noAxisIsOneCombination() {
    assertEquals(7, Sweep.of("t").replicates(7).run(Cell::index).values("value").length);
  }

  @Test
  void returnedArraysAreCopies() {
    var result = LOGISTIC.run(Cell::index);
    result.values()[3][0] = 99;
    result.values("value")[3] = 99;
    LOGISTIC.axes().getFirst().values()[0] = 99;
    assertEquals(3, result.values()[3][0]);
    assertEquals(2.5, LOGISTIC.axes().getFirst().values()[0]);
  }

  @Test
  void badSweepsAreRefused() {
    refused("name is blank", () -> Sweep.of(" "));
    refused("replicates is 0", () -> LOGISTIC.replicates(0));
    refused("expected each axis once", () -> LOGISTIC.axis("r", 1));
    refused("has the value 1.0 twice", () -> LOGISTIC.axis("x", 1, 2, 1));
    refused("x has 0 values", () -> LOGISTIC.axis("x"));
    refused("x[0] is NaN", () -> LOGISTIC.axis("x", Double.NaN));
    refused("name is \"seed\"", () -> LOGISTIC.axis("seed", 1));
    refused("name is \"a,b\"", () -> LOGISTIC.axis("a,b", 1));
    refused(
        "the sweep has 12884901882 cells",
        () -> LOGISTIC.replicates(Integer.MAX_VALUE).axis("x", 1, 2));
    refused("no parameter \"s\"", () -> LOGISTIC.run(cell -> cell.value("s")));
    refused("expected a number or a record", () -> LOGISTIC.run(cell -> "text"));
    refused("which names a parameter", () -> LOGISTIC.run(cell -> new R(1)));
    refused("at most 2^53", () -> LOGISTIC.run(cell -> Long.MAX_VALUE));
    refused(
        "expected the same in every cell",
        () -> LOGISTIC.run(cell -> cell.index() < 20 ? (Object) 1.0 : new Walk(1, 2, true)));
  }

  record R(double r) {}

  private static void refused(String words, Runnable code) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, code::run).getMessage());
    assertTrue(message.contains(words), message);
  }
}
