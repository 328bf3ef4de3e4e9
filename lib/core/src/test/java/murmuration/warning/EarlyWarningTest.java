package murmuration.warning;

import static murmuration.warning.Indicators.AC1;
import static murmuration.warning.Indicators.CV;
import static murmuration.warning.Indicators.MAX;
import static murmuration.warning.Indicators.SKEWNESS;
import static murmuration.warning.Indicators.VARIANCE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.data.Datasets;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EarlyWarningTest {
  private static final EarlyWarning RICKER =
      EarlyWarning.of(Datasets.series("ewstools-ricker-fold"))
          .until(860)
          .detrend(Detrend.lowess(0.2))
          .indicators(VARIANCE, CV, AC1, SKEWNESS)
          .against(Surrogates.ar1(99).seed(1));

  /** Red noise with memory 0.6. */
  private static double[] noise(int n, long seed) {
    var random = Rng.of(seed);
    double[] x = new double[n];
    for (int i = 1; i < n; i++) {
      x[i] = 0.6 * x[i - 1] + random.nextGaussian();
    }
    return x;
  }

  @Test
  void reproducesTheTutorialOfEwstoolsToAllDigits() {
    var signal = RICKER.run();
    assertEquals(0.37367878319154424, signal.tau(VARIANCE), 1e-12);
    assertEquals(0.9421457420297328, signal.tau(CV), 1e-12);
    assertEquals(0.8830024920512161, signal.tau(AC1), 1e-12);
    assertEquals(-0.5228796081464295, signal.tau(SKEWNESS), 1e-12);
  }

  @Test
  void theMemoryOfAPopulationBeforeItsFoldRisesBeyondChanceAndItsVarianceDoesNot() {
    var signal = RICKER.run();
    assertTrue(signal.words().startsWith("Rises beyond chance"), signal.words());
    assertEquals(0.01, signal.test(AC1).pRight(), 1e-12);
    assertTrue(signal.test(VARIANCE).pRight() > 0.1);
  }

  @Test
  void theCoefficientOfVariationRisesWithTheFallingMeanAndItsNullKnows() {
    assertTrue(RICKER.run().test(CV).quantile(0.5) > 0.8);
  }

  @Test
  void numbersDoNotDependOnTheNumberOfThreads() throws Exception {
    List<double[]> p = new java.util.ArrayList<>();
    for (int threads : new int[] {1, 2, 4}) {
      try (var pool = new ForkJoinPool(threads)) {
        p.add(
            pool.submit(
                    () ->
                        RICKER.run().tests().stream()
                            .flatMapToDouble(t -> Arrays.stream(t.nulls()))
                            .toArray())
                .get());
      }
    }
    assertArrayEquals(p.get(0), p.get(1), 0);
    assertArrayEquals(p.get(0), p.get(2), 0);
  }

  @Test
  void theSeedDecidesTheNullAndNothingElse() {
    var one = RICKER.run();
    var other = RICKER.against(Surrogates.ar1(99).seed(2)).run();
    assertEquals(one.tau(AC1), other.tau(AC1), 0);
    assertNotEquals(one.test(AC1).nulls()[0], other.test(AC1).nulls()[0]);
  }

  /** False-alarm rate 0.1 %: Kolmogorov-Smirnov at 1e-3, fixed seeds. */
  @Test
  void pIsUniformOnRedNoise() {
    var study = EarlyWarning.of(noise(90, 0)).against(Surrogates.ar1(199).seed(3)).redetrend();
    double[] p =
        IntStream.range(0, 200)
            .mapToDouble(
                i ->
                    EarlyWarning.of(noise(90, 100 + i))
                        .indicators(VARIANCE)
                        .against(study.surrogates().seed(i))
                        .redetrend()
                        .run()
                        .test(VARIANCE)
                        .pRight())
            .toArray();
    double ks =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), p, false);
    assertTrue(ks > 1e-3, "p of uniformity " + ks);
  }

  @Test
  void unevenTimesAreInterpolatedAndTheSummarySaysSo() {
    double[] t = IntStream.range(0, 100).mapToDouble(i -> i + 0.3 * (i % 3)).toArray();
    var signal = EarlyWarning.of(t, noise(100, 1)).against(Surrogates.ar1(19)).run();
    assertTrue(signal.summary().contains("interpolated to 100 equally spaced"), signal.summary());
  }

  @Test
  void missingValuesAreLeftOutAndTheSummarySaysSo() {
    double[] x = noise(100, 1);
    x[10] = Double.NaN;
    var signal = EarlyWarning.of(x).against(Surrogates.ar1(19)).run();
    assertTrue(signal.summary().contains("1 missing values left out"), signal.summary());
    assertTrue(Double.isFinite(signal.tau(VARIANCE)));
  }

  @Test
  void aTransitionAtZeroIsHonoured() {
    double[] t = IntStream.range(-60, 40).asDoubleStream().toArray();
    var study = EarlyWarning.of(t, noise(100, 1)).until(0);
    assertEquals(61, study.series().size());
    assertEquals(0, study.series().times()[60], 0);
  }

  @Test
  void firstDifferencesLoseOneSampleAndCannotBeRepeatedOnSurrogates() {
    var study =
        EarlyWarning.of(noise(80, 1))
            .detrend(Detrend.firstDifference())
            .against(Surrogates.ar1(19));
    assertEquals(79, study.run().rolling().residual().size());
    var e = assertThrows(IllegalArgumentException.class, () -> study.redetrend().run());
    assertTrue(String.valueOf(e.getMessage()).contains("loses samples"), e.getMessage());
  }

  @Test
  void aConstantIndicatorIsUndefinedAndSaidToBe() {
    var flat = Indicator.of("flat", "Flat", window -> 1);
    var signal = RICKER.indicators(flat, AC1).run();
    assertTrue(Double.isNaN(signal.tau(flat)));
    assertTrue(Double.isNaN(signal.test(flat).pRight()));
    assertTrue(Double.isFinite(signal.correctedP()[1]));
    assertFalse(signal.words().contains("NaN"), signal.words());
  }

  @Test
  void resultsCannotBeChangedFromOutside() {
    var signal = RICKER.run();
    double kept = signal.rolling().values()[0][850];
    signal.rolling().values()[0][850] = -1;
    signal.values(VARIANCE)[850] = -1;
    assertEquals(kept, signal.rolling().values()[0][850], 0);
  }

  @Test
  void anAnswerThatWasNotAskedForIsRefused() {
    var signal = RICKER.run();
    var e = assertThrows(IllegalArgumentException.class, () -> signal.tau(MAX));
    assertTrue(String.valueOf(e.getMessage()).contains("was not measured"), e.getMessage());
  }

  @Test
  void anIndicatorWithChoicesMayBeWrittenAgainToAskForItsTrend() {
    var signal =
        EarlyWarning.of(noise(60, 1))
            .indicators(Indicators.acf(2))
            .against(Surrogates.ar1(9))
            .run();
    assertSame(signal.tests().getFirst(), signal.test(Indicators.acf(2)));
    assertThrows(IllegalArgumentException.class, () -> signal.test(Indicators.acf(3)));
  }

  @Test
  void theReportIsShortAndTheTableHasARowATrend() {
    var signal = RICKER.run();
    assertTrue(signal.summary().lines().count() <= 12);
    assertEquals(4, signal.table().rowCount());
    assertEquals(
        List.of("quantity", "value", "low", "high"), signal.table().columnNames().subList(0, 4));
    assertEquals(861, signal.series().rowCount());
    assertEquals(6, signal.chart().panels().size());
    assertEquals(1L, signal.provenance().seed());
    assertTrue(String.valueOf(signal.provenance().data()).contains("ewstools-ricker-fold sha256:"));
  }

  @Test
  void anInterruptStopsIt() throws InterruptedException {
    var caught = new AtomicReference<@Nullable Throwable>();
    var worker =
        new Thread(
            () -> {
              try {
                EarlyWarning.of(noise(3000, 1)).against(Surrogates.ar1(1_000_000)).run();
              } catch (Throwable e) {
                caught.set(e);
              }
            });
    worker.start();
    Thread.sleep(300);
    worker.interrupt();
    worker.join(20_000);
    assertFalse(worker.isAlive());
    assertInstanceOf(CancellationException.class, caught.get());
  }

  @SuppressWarnings("NullAway") // null is one of the bad inputs
  static Stream<Arguments> refused() {
    double[] x = noise(50, 1);
    double[] t = IntStream.range(0, 50).asDoubleStream().toArray();
    double[] unsorted = t.clone();
    unsorted[7] = 3;
    double[] infinite = x.clone();
    infinite[4] = Double.POSITIVE_INFINITY;
    double[] missing = new double[50];
    Arrays.fill(missing, Double.NaN);
    return Stream.of(
        refusal("empty", "values has 0", () -> EarlyWarning.of(new double[0])),
        refusal("null", "null", () -> EarlyWarning.of((double[]) null)),
        refusal("infinite", "values[4] is Infinity", () -> EarlyWarning.of(infinite)),
        refusal("all missing", "all 50 values are missing", () -> EarlyWarning.of(missing).run()),
        refusal("constant", "constant", () -> EarlyWarning.of(new double[50]).run()),
        refusal(
            "too short",
            "expected at least 3",
            () -> EarlyWarning.of(new double[] {1, 2, 1, 3}).run()),
        refusal(
            "window longer than the series",
            "window 500 is longer than the series (n = 50)",
            () -> EarlyWarning.of(x).window(Window.points(500)).run()),
        refusal("lengths that differ", "49", () -> EarlyWarning.of(Arrays.copyOf(t, 49), x)),
        refusal("unsorted times", "strictly increasing", () -> EarlyWarning.of(unsorted, x)),
        refusal(
            "no indicator",
            "indicators is empty",
            () -> EarlyWarning.of(x).indicators(new Indicator[0])),
        refusal(
            "an indicator twice", "each name once", () -> EarlyWarning.of(x).indicators(AC1, AC1)),
        refusal(
            "a cut with nothing in it", "no observation", () -> EarlyWarning.of(x).between(90, 99)),
        refusal(
            "bandwidth of a line",
            "has none to change",
            () ->
                EarlyWarning.of(x)
                    .detrend(Detrend.linear())
                    .sensitivity(new double[] {0.1}, new double[] {0.5})));
  }

  private static Arguments refusal(String what, String words, Runnable call) {
    return Arguments.of(what, words, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void badInputIsRefusedInWords(String what, String words, Runnable call) {
    var e = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
  }

  @Test
  void aRecordOfAgesKeepsItsDataSet() {
    TimeSeries lr04 = Datasets.series("lr04").between(3_600_000, 2_750_000).interpolate(5000);
    var signal = EarlyWarning.of(lr04).against(Surrogates.ar1(99).seed(1)).run();
    assertEquals(0.5632183908045976, signal.tau(VARIANCE), 1e-9);
    assertEquals(-0.18684843624699277, signal.tau(AC1), 1e-9);
    assertTrue(signal.summary().contains("ages turned round"), signal.summary());
  }
}
