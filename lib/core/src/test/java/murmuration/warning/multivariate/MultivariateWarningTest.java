package murmuration.warning.multivariate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.warning.Detrend;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class MultivariateWarningTest {
  private static final VarProcess PROCESS = VarProcess.along(2, -1, 1, 0);
  private static final MultivariateIndicator LEADING = MultivariateIndicators.MVI;
  private static final MultivariateIndicator MAF = MultivariateIndicators.EIGEN_MAF;

  private static MultivariateWarning quick(MultivariateSeries series) {
    return MultivariateWarning.of(series).against(MultivariateSurrogates.var1(99).seed(3));
  }

  @Test
  void theLeadingEigenvalueIsTheClosedFormOfAStationaryProcess() {
    var covariance = MultivariateIndicators.COVAR_LEADING;
    var rolling =
        MultivariateRolling.of(PROCESS.stationary(60_000, 0.8, 5), Window.fraction(1), covariance);
    assertEquals(1 / (1 - 0.64), rolling.values(covariance)[59_999], 0.1);
    var maf = MaxAutocorrelationFactors.of(PROCESS.stationary(60_000, 0.8, 5));
    assertEquals(0.8, maf.autocorrelations()[0], 0.01);
    assertEquals(0.3, maf.autocorrelations()[3], 0.02);
  }

  @Test
  void anApproachingUnitRootRaisesTheLeadingEigenvalueBeyondChance() {
    double[] tau = new double[2];
    int[] rung = new int[2];
    for (int s = 0; s < 20; s++) {
      var signal =
          quick(PROCESS.approaching(400, 0.98, 100 + s))
              .window(Window.fraction(0.4).stride(8))
              .indicators(LEADING, MAF)
              .run();
      for (int i = 0; i < 2; i++) {
        tau[i] += signal.tests().get(i).observed() / 20;
        rung[i] += signal.tests().get(i).pRight() <= 0.05 ? 1 : 0;
      }
    }
    assertTrue(tau[0] > 0.6 && tau[1] > 0.6, "mean tau " + tau[0] + ", " + tau[1]);
    assertTrue(rung[0] >= 10 && rung[1] >= 10, "of 20 rang " + rung[0] + ", " + rung[1]);
  }

  @Test
  void indicatorsThatMeasureTheSameCountAsLittleMoreThanOne() {
    var signal =
        quick(PROCESS.approaching(300, 0.97, 11).columns("x1"))
            .indicators(MultivariateIndicators.MEAN_AR, MultivariateIndicators.MAX_AR)
            .run();
    double p = signal.tests().getFirst().pRight();
    assertArrayEquals(new double[] {p, p}, signal.correctedP(), 0);
    assertTrue(p < 0.5, "two equal tests would count twice by Holm: " + p);
  }

  @Test
  void theAnswerIsSaidInWords() {
    var signal =
        MultivariateWarning.of(PROCESS.approaching(600, 0.99, 4))
            .window(Window.fraction(0.4).stride(5))
            .indicators(LEADING, MAF)
            .against(MultivariateSurrogates.var1(199).seed(3))
            .run();
    assertTrue(signal.words().startsWith("Rises beyond chance"), signal.words());
    assertTrue(signal.summary().lines().count() <= 12, signal.summary());
  }

  /**
   * p of a rise is at most 0.05 in 5 % of records of the null itself. 200 records: 10 expected, sd
   * 3.1; the fitted null forgets a little faster than the record, so 21 are allowed (a rate of 6 %
   * passes that bound in 99.6 % of seeds).
   */
  @Test
  void theNullRingsAboutAsOftenAsItSays() {
    int[] rung = new int[2];
    for (int s = 0; s < 200; s++) {
      var signal =
          MultivariateWarning.of(PROCESS.stationary(120, 0.6, 1000 + s))
              .window(Window.fraction(0.5).stride(6))
              .indicators(LEADING, MAF)
              .against(MultivariateSurrogates.var1(99).seed(s))
              .run();
      rung[0] += signal.test(LEADING).pRight() <= 0.05 ? 1 : 0;
      rung[1] += signal.test(MAF).pRight() <= 0.05 ? 1 : 0;
    }
    assertTrue(rung[0] <= 21 && rung[0] >= 2, "leading eigenvalue rang " + rung[0] + " of 200");
    assertTrue(rung[1] <= 21 && rung[1] >= 2, "MAF rang " + rung[1] + " of 200");
  }

  @Test
  void resultsDoNotDependOnThreads() throws Exception {
    var study = quick(PROCESS.approaching(120, 0.9, 2)).window(Window.points(50).stride(5));
    try (var one = new ForkJoinPool(1);
        var four = new ForkJoinPool(4)) {
      var a = one.submit(study::run).get();
      var b = four.submit(study::run).get();
      for (int i = 0; i < a.tests().size(); i++) {
        assertArrayEquals(a.tests().get(i).nulls(), b.tests().get(i).nulls());
      }
    }
  }

  @Test
  void aConstantStretchCostsWindowsNotTheTable() {
    double[][] x = PROCESS.simulate(200, i -> 0.5, 4);
    for (int i = 20; i < 150; i++) {
      x[i][2] = 7;
    }
    var signal = quick(MultivariateSeries.of(x)).window(Window.points(60).stride(4)).run();
    assertEquals(200, signal.series().rowCount());
    assertEquals(MultivariateIndicators.ALL.size(), signal.table().rowCount());
    assertEquals("constant: x3", signal.rolling().reasons().get(99));
    assertTrue(Double.isNaN(signal.values(MAF)[99]));
    assertTrue(signal.values(MultivariateIndicators.MEAN_SD)[99] > 0);
    assertTrue(signal.values(LEADING)[99] > 0);
    assertTrue(signal.summary().contains("constant: x3"), signal.summary());
    assertTrue(signal.test(LEADING).pRight() > 0);
  }

  @Test
  void aColumnThatIsConstantThroughoutLeavesTheOthersTheirP() {
    double[][] x = PROCESS.simulate(100, i -> 0.5, 4);
    for (double[] row : x) {
      row[1] = -3;
    }
    var signal = quick(MultivariateSeries.of(x)).run();
    assertTrue(Double.isNaN(signal.tau(MAF)));
    assertTrue(Double.isNaN(signal.test(MAF).pRight()));
    assertTrue(signal.test(LEADING).pRight() > 0);
    assertTrue(signal.words().length() > 20);
    assertEquals(MultivariateIndicators.ALL.size() + 1, signal.chart().panels().size());
  }

  @Test
  void missingValuesAreLeftOutWhereAskedAndCutIntoSurrogates() {
    double[][] x = PROCESS.simulate(150, i -> 0.5, 9);
    x[40][0] = Double.NaN;
    x[41][3] = Double.NaN;
    x[100][0] = Double.NaN;
    var strict = quick(MultivariateSeries.of(x)).window(Window.points(50)).run();
    assertEquals("missing values: x1, x4", strict.rolling().reasons().get(60));
    assertTrue(Double.isNaN(strict.values(LEADING)[60]));
    assertTrue(strict.values(LEADING)[95] > 0);
    var lenient =
        quick(MultivariateSeries.of(x)).window(Window.points(50).nan(Window.Missing.OMIT)).run();
    assertTrue(
        IntStream.range(49, 150).allMatch(i -> lenient.values(LEADING)[i] > 0),
        "every window has its value");
    var drawn = MultivariateSurrogates.var1(1).draw(MultivariateSeries.of(x), 0).values();
    assertTrue(Double.isNaN(drawn[41][3]) && Double.isNaN(drawn[100][0]));
    assertTrue(Double.isFinite(drawn[100][1]));
  }

  @Test
  void aTableGivesNamesAndAgesAreTurnedRound() {
    double[][] x = PROCESS.simulate(80, i -> 0.4, 1);
    var table =
        Table.create(
            "cores",
            DoubleColumn.create("age", IntStream.range(0, 80).mapToDouble(i -> 80 - i).toArray()),
            DoubleColumn.create("mo", IntStream.range(0, 80).mapToDouble(i -> x[i][0])),
            DoubleColumn.create("u", IntStream.range(0, 80).mapToDouble(i -> x[i][1])));
    var study = MultivariateWarning.of(table, "age", "mo", "u").between(70, 11).indicators(LEADING);
    assertEquals(60, study.series().size());
    assertEquals(List.of("mo", "u"), study.series().names());
    var signal = study.against(MultivariateSurrogates.jointPhases(19)).run();
    assertEquals(x[10][0], signal.rolling().series().values()[0][0]);
  }

  @Test
  void detrendingIsOfEachColumnAndSurrogatesFollowWhereAsked() {
    var series = PROCESS.stationary(100, 0.5, 6);
    var study = quick(series).detrend(Detrend.gaussian(0.2)).indicators(LEADING);
    double[] own = Detrend.gaussian(0.2).residuals(series.times(), series.column(2).values());
    var plain = study.run();
    assertArrayEquals(own, plain.rolling().series().column(2).values(), 1e-12);
    var again = study.redetrend().run();
    assertEquals(plain.tau(LEADING), again.tau(LEADING));
    assertTrue(plain.test(LEADING).nulls()[0] != again.test(LEADING).nulls()[0]);
  }

  @Test
  void unequalStepsAreInterpolatedAndSaidSo() {
    double[][] x = PROCESS.simulate(60, i -> 0.5, 6);
    double[] t = IntStream.range(0, 60).mapToDouble(i -> i + (i % 2) * 0.3).toArray();
    var signal =
        MultivariateWarning.of(t, x)
            .indicators(LEADING)
            .against(MultivariateSurrogates.var1(9))
            .run();
    assertTrue(signal.summary().contains("interpolated"), signal.summary());
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    var study = quick(PROCESS.stationary(80, 0.5, 6)).indicators(LEADING);
    assertArrayEquals(study.run().test(LEADING).nulls(), study.run().test(LEADING).nulls());
  }

  @Test
  void badInputIsRefusedInWords() {
    var series = PROCESS.stationary(30, 0.5, 6);
    refused("window", () -> quick(series).window(Window.points(31)).run());
    refused("indicators", () -> quick(series).indicators(new MultivariateIndicator[0]));
    refused(
        "meanAR",
        () -> quick(series).indicators(LEADING).run().tau(MultivariateIndicators.MEAN_AR));
    refused("series", () -> quick(series.until(1)).run());
    refused("redetrend", () -> quick(series).detrend(Detrend.firstDifference()).redetrend().run());
  }

  private static void refused(String word, org.junit.jupiter.api.function.Executable call) {
    var e = assertThrows(IllegalArgumentException.class, call);
    String message = Arguments.present("message", e.getMessage());
    assertTrue(message.contains(word), message);
  }
}
