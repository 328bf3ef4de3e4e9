package murmuration.scaling.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PassAtKTest {
  private static final PassCounts FOUR = PassCounts.of(200, new int[] {0, 1, 12, 57});

  private static double exact(int n, int c, int k) {
    if (n - c < k) {
      return 1;
    }
    var digits = new MathContext(60);
    BigDecimal failure = BigDecimal.ONE;
    int few = Math.min(c, k);
    int many = Math.max(c, k);
    for (int j = 0; j < few; j++) {
      failure =
          failure.multiply(
              BigDecimal.valueOf((long) n - many - j)
                  .divide(BigDecimal.valueOf((long) n - j), digits),
              digits);
    }
    return BigDecimal.ONE.subtract(failure).doubleValue();
  }

  @Property(tries = 400)
  void anEstimateIsExactTo12Digits(
      @ForAll @IntRange(min = 1, max = 3000) int n,
      @ForAll @IntRange(min = 0, max = 1000) int perMilleC,
      @ForAll @IntRange(min = 0, max = 1000) int perMilleK) {
    int c = (int) ((long) n * perMilleC / 1000);
    int k = Math.max(1, (int) ((long) n * perMilleK / 1000));
    assertEquals(exact(n, c, k), PassAtK.estimate(n, c, k), 1e-13);
  }

  @Test
  void itStaysExactForBillionsOfSamples() {
    int n = Integer.MAX_VALUE;
    for (int[] ck : new int[][] {{45_000, 45_000}, {3000, 800_000}, {2, 1_000_000_000}, {7, 5}}) {
      assertEquals(exact(n, ck[0], ck[1]), PassAtK.estimate(n, ck[0], ck[1]), 1e-12);
    }
    assertEquals(1, PassAtK.estimate(n, n - 1, n - 1));
    assertEquals(1, PassAtK.estimate(n, n / 2, n / 2));
  }

  @Test
  void itIsExactlyOneWhereFewerThanKSamplesFailed() {
    assertEquals(1.0, PassAtK.estimate(10, 8, 3));
    assertEquals(1.0, PassAtK.estimate(100, 1, 100));
    assertEquals(0.0, PassAtK.estimate(100, 0, 100));
  }

  @Property(tries = 100)
  void itsMeanOverSamplesIsOneMinusTheChanceOfKFailures(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 40) int kAtMost,
      @ForAll @IntRange(min = 0, max = 20) int twentieths) {
    int k = Math.min(n, kAtMost);
    double p = twentieths / 20.0;
    var passes = new org.apache.commons.math3.distribution.BinomialDistribution(n, p);
    double mean = 0;
    for (int c = 0; c <= n; c++) {
      mean += passes.probability(c) * PassAtK.estimate(n, c, k);
    }
    assertEquals(1 - Math.pow(1 - p, k), mean, 1e-12);
  }

  @Test
  void countsThatCannotBeAreRefused() {
    for (int[] nck : new int[][] {{10, 3, 0}, {10, 3, 11}, {10, -1, 5}, {10, 11, 5}, {0, 0, 1}}) {
      assertThrows(IllegalArgumentException.class, () -> PassAtK.estimate(nck[0], nck[1], nck[2]));
    }
    assertThrows(IllegalArgumentException.class, () -> FOUR.passAt(201));
    assertThrows(IllegalArgumentException.class, () -> FOUR.passAt());
    assertThrows(IllegalArgumentException.class, () -> PassCounts.of(5, new int[] {6}));
    assertThrows(
        IllegalArgumentException.class, () -> PassCounts.of(new int[] {1}, new int[] {1, 1}));
  }

  @Test
  void theMeanOverItemsHasTheStandardErrorOfAMean() {
    PassAtK curve = FOUR.passAt(1, 10);
    assertEquals((0 + 1 + 12 + 57) / 800.0, curve.values()[0], 1e-15);
    double[] tens =
        DoubleStream.of(0, 1, 12, 57).map(c -> PassAtK.estimate(200, (int) c, 10)).toArray();
    double mean = Arrays.stream(tens).average().orElseThrow();
    double squares = Arrays.stream(tens).map(v -> (v - mean) * (v - mean)).sum();
    assertEquals(mean, curve.values()[1], 1e-15);
    assertEquals(Math.sqrt(squares / 3 / 4), curve.standardErrors()[1], 1e-15);
    assertTrue(Double.isNaN(PassCounts.of(5, new int[] {2}).passAt(1).standardErrors()[0]));
  }

  @Test
  void drawsOfItemsSpreadAsTheStandardErrorSays() {
    int[] passes = new int[60];
    Arrays.setAll(passes, i -> i * i / 20);
    PassAtK curve = PassCounts.of(200, passes).passAt(1, 5, 25);
    PassAtKBootstrap bands = curve.bootstrap(4000, 1);
    double[] second = Arrays.stream(bands.draws()).mapToDouble(row -> row[1]).toArray();
    double sd =
        new org.apache.commons.math3.stat.descriptive.moment.StandardDeviation().evaluate(second);
    assertEquals(curve.standardErrors()[1] * Math.sqrt(59.0 / 60), sd, 0.04 * sd);
    double[] interval = bands.interval(1, 0.95);
    assertTrue(interval[0] < curve.values()[1] && curve.values()[1] < interval[1]);
    double[] exponent = bands.exponentInterval(0.95);
    assertTrue(
        exponent[0] < curve.powerLaw().exponent() && curve.powerLaw().exponent() < exponent[1]);
  }

  @Test
  void aPowerLawIsFoundAgainWithoutZerosAndOnes() {
    double[] k = {1, 3, 10, 40, 100, 1000};
    double[] values = Arrays.stream(k).map(v -> Math.exp(-3 * Math.pow(v, -0.4))).toArray();
    values[0] = 0;
    values[5] = 1;
    var law = PassPowerLaw.of(k, values);
    assertEquals(3, law.prefactor(), 1e-13);
    assertEquals(0.4, law.exponent(), 1e-14);
    assertArrayEquals(new double[] {1, 1000}, law.excludedK());
    assertEquals(Math.exp(-3 * Math.pow(7, -0.4)), law.passAt(7), 1e-14);
    assertTrue(law.summary().contains("over k = 3 to 100"), law.summary());
  }

  @Test
  void aPowerLawNeedsThreeUsableValuesAtDistinctK() {
    double[] two = {0, 0.2, 0.4, 1};
    double[] k = {1, 2, 3, 4};
    assertThrows(IllegalArgumentException.class, () -> PassPowerLaw.of(k, two));
    double[] same = {5, 5, 5};
    double[] three = {0.1, 0.2, 0.3};
    assertThrows(IllegalArgumentException.class, () -> PassPowerLaw.of(same, three));
    double[] wrong = {0.1, 1.2, 0.3};
    assertThrows(IllegalArgumentException.class, () -> PassPowerLaw.of(same, wrong));
  }

  @Test
  void aTableOfModelsIsReadModelByModel() {
    var table =
        Table.create(
            StringColumn.create("model", "a", "b", "a"),
            IntColumn.create("n", new int[] {10, 20, 30}),
            IntColumn.create("c", new int[] {1, 2, 3}));
    List<PassCounts> models = PassCounts.read(table, "model", "n", "c");
    assertEquals(List.of("a", "b"), models.stream().map(PassCounts::name).toList());
    assertArrayEquals(new int[] {10, 30}, models.get(0).samples());
    assertArrayEquals(new int[] {1, 3}, models.get(0).passes());
    assertThrows(IllegalArgumentException.class, () -> PassCounts.read(table, "model", "no", "c"));
    assertThrows(
        IllegalArgumentException.class, () -> PassCounts.read(table, "model", "model", "c"));
  }
}
