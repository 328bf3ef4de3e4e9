package murmuration.scaling.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class MetricTableTest {
  private static final double[] N = {1e7, 1e8, 1e9, 1e10, 1e11};
  private static final MirageModel MODEL = new MirageModel(2e7, -0.25);

  /** Tokens that are right by chance, as the model says. */
  private static ScaledOutputs outputs(int items, int length, long seed) {
    int[] lengths = IntStream.generate(() -> length).limit(items).toArray();
    List<TokenCounts> counts =
        IntStream.range(0, N.length)
            .mapToObj(
                m -> {
                  var rng = Rng.of(seed, m);
                  double p = MODEL.tokenProbability(N[m]);
                  return new TokenCounts(
                      IntStream.range(0, items)
                          .map(
                              i ->
                                  (int)
                                      IntStream.range(0, length)
                                          .filter(t -> rng.nextDouble() < p)
                                          .count())
                          .toArray(),
                      lengths);
                })
            .toList();
    return ScaledOutputs.of("parameters", N, counts);
  }

  @Test
  void theSameOutputsJumpByExactMatchAndNotByEditDistance() {
    var table = MetricTable.of(outputs(2000, 30, 1));
    assertTrue(table.curve(Metrics.EXACT_MATCH).sharp());
    assertFalse(table.curve(Metrics.EDIT_DISTANCE).sharp());
    double exact = table.curve(Metrics.EXACT_MATCH).scores().breakthroughness();
    double edit = table.curve(Metrics.EDIT_DISTANCE).scores().breakthroughness();
    assertTrue(exact > 5 * Math.abs(edit), exact + " and " + edit);
    assertTrue(edit < 0, "a distance falls");
  }

  @Test
  void bandsHoldWhatIsExpected() {
    var table = MetricTable.of(outputs(500, 5, 2));
    for (Metric metric : List.of(Metrics.EXACT_MATCH, Metrics.EDIT_DISTANCE)) {
      var curve = table.curve(metric);
      for (int m = 0; m < N.length; m++) {
        double expected =
            metric.equals(Metrics.EXACT_MATCH)
                ? MODEL.exactMatch(N[m], 5)
                : MODEL.tokenEditDistance(N[m], 5);
        double width = curve.high()[m] - curve.low()[m];
        assertTrue(expected > curve.low()[m] - width && expected < curve.high()[m] + width);
      }
    }
  }

  @Test
  void aModelWithAllItemsWrongStillHasABandWithWidth() {
    var curve = MetricTable.of(outputs(50, 30, 3)).curve(Metrics.EXACT_MATCH);
    assertEquals(0, curve.values()[0]);
    assertTrue(curve.high()[0] > 0.05);
  }

  @Test
  void metricsOfMatchedItemsAreDrawnTogether() {
    var outputs = outputs(100, 5, 4);
    var draws =
        new ItemResampling(outputs, List.of(Metrics.TOKEN_ACCURACY, Metrics.EDIT_DISTANCE))
            .draw(5, 1);
    for (double[][] draw : draws) {
      for (int m = 0; m < N.length; m++) {
        assertEquals(5 * (1 - draw[0][m]), draw[1][m], 1e-12);
      }
    }
  }

  @Test
  void talliesAreDrawnModelByModel() {
    var outputs =
        ScaledOutputs.ofTallies(
            "parameters", new double[] {1e10, 1e8, 1e9}, new int[] {900, 0, 30}, items(1000, 3));
    assertFalse(outputs.matched());
    assertArrayEquals(new double[] {1e8, 1e9, 1e10}, outputs.scales());
    var curve = MetricTable.of(outputs).curve(Metrics.EXACT_MATCH);
    assertArrayEquals(new double[] {0, 0.03, 0.9}, curve.values(), 1e-12);
    assertTrue(curve.emergence().breakthroughnessInterval(0.95)[0] > 1);
  }

  private static int[] items(int n, int models) {
    int[] items = new int[models];
    Arrays.fill(items, n);
    return items;
  }

  @Test
  void aTableOfGradedItemsReadsAsTheOutputsItCameFrom() {
    var outputs = outputs(40, 5, 5);
    var exact = outputs.scores(Metrics.EXACT_MATCH);
    var distance = outputs.scores(Metrics.NORMALISED_EDIT_DISTANCE);
    Table table =
        Table.create(
            "scores",
            StringColumn.create(
                "model", IntStream.range(0, 200).mapToObj(i -> "m" + (4 - i / 40)).toList()),
            DoubleColumn.create(
                "parameters", IntStream.range(0, 200).mapToDouble(i -> N[4 - i / 40]).toArray()),
            DoubleColumn.create(
                "exact_match",
                IntStream.range(0, 200)
                    .mapToDouble(i -> exact.get(4 - i / 40).values()[i % 40])
                    .toArray()),
            DoubleColumn.create(
                "normalised_edit_distance",
                IntStream.range(0, 200)
                    .mapToDouble(i -> distance.get(4 - i / 40).values()[i % 40])
                    .toArray()));
    var read = ScaledOutputs.of(table, "model", "parameters");
    assertEquals(List.of("m0", "m1", "m2", "m3", "m4"), read.models());
    assertEquals(List.of(Metrics.EXACT_MATCH, Metrics.NORMALISED_EDIT_DISTANCE), read.metrics());
    assertEquals(
        MetricTable.of(outputs, read.metrics(), 20, 1).table().toString(),
        MetricTable.of(read, read.metrics(), 20, 1).table().toString());
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> ScaledOutputs.of(table, "name", "parameters"));
    assertTrue(e.toString().contains("no column name"), e.toString());
    var other = Metric.share("bleu");
    assertThrows(
        IllegalArgumentException.class,
        () -> ScaledOutputs.of(table, "model", "parameters", other));
  }

  @Test
  void accuraciesHaveBothIntervals() {
    int[] right = {0, 3, 90};
    var curve =
        new AccuracyCurve("parameters", new double[] {1e8, 1e9, 1e10}, right, items(200, 3));
    double[][] exact = curve.clopperPearson(0.95);
    double[][] wilson = curve.wilson(0.95);
    for (int i = 0; i < 3; i++) {
      double share = right[i] / 200.0;
      assertTrue(exact[0][i] <= share && share <= exact[1][i]);
      assertTrue(wilson[1][i] - wilson[0][i] <= exact[1][i] - exact[0][i] + 0.005);
    }
    assertTrue(curve.summary().lines().count() <= 12);
    assertEquals(3, curve.table().rowCount());
    assertThrows(
        IllegalArgumentException.class,
        () -> new AccuracyCurve("n", new double[] {1, 2}, right, items(200, 3)));
  }

  @Test
  void whatIsShownIsShort() {
    var table = MetricTable.of(outputs(30, 5, 6));
    assertTrue(table.summary().lines().count() <= 12, table.summary());
    assertEquals(4, table.table().rowCount());
    assertEquals(4, table.chart().panels().size());
    assertEquals(5, table.scores().rowCount());
  }
}
