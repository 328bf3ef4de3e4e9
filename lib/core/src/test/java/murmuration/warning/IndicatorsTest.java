package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import murmuration.math.AutoregressiveFit;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class IndicatorsTest {
  private static final List<Indicator> ALL =
      List.of(
          Indicators.VARIANCE,
          Indicators.SD,
          Indicators.CV,
          Indicators.CV_OWN_MEAN,
          Indicators.FANO,
          Indicators.SKEWNESS,
          Indicators.SKEWNESS_MOMENT,
          Indicators.KURTOSIS,
          Indicators.KURTOSIS_MOMENT,
          Indicators.AC1,
          Indicators.acf(2),
          Indicators.arOls(),
          Indicators.arRaw(),
          Indicators.RETURN_RATE,
          Indicators.RETURN_RATE_INVERSE_AR,
          Indicators.RETURN_RATE_ONE_MINUS_AC,
          Indicators.DFA,
          Indicators.RESTORING_RATE,
          Indicators.RESTORING_RATE_GLS,
          Indicators.IQR,
          Indicators.GINI,
          Indicators.MAX,
          Indicators.MEAN_ABS,
          Indicators.LEMPEL_ZIV,
          Indicators.KS_HALVES,
          Indicators.largestRoot(3),
          Indicators.geometricRoot(3),
          Indicators.timeVaryingAr(1),
          Indicators.sampleEntropy(2),
          Indicators.approximateEntropy(2),
          Indicators.permutationEntropy(),
          Indicators.shannonEntropy(10),
          Indicators.quantileRange(),
          Indicators.VARIANCE.lineRemoved(),
          SpectralIndicators.DENSITY_RATIO,
          SpectralIndicators.SMAX,
          SpectralIndicators.lowFrequencyShare(0.1),
          SpectralIndicators.psdExponent(0.05, 0.5),
          SpectralIndicators.psdExponentWelch(0.05, 0.5, 16));

  private static double[] ar1(long seed, int n, double phi) {
    RandomGenerator random = Rng.of(seed);
    double[] x = new double[n];
    x[0] = random.nextGaussian() / Math.sqrt(1 - phi * phi);
    for (int i = 1; i < n; i++) {
      x[i] = phi * x[i - 1] + random.nextGaussian();
    }
    return x;
  }

  private static double whole(Indicator indicator, double... x) {
    return indicator.rolling(x, Window.fraction(1))[x.length - 1];
  }

  private static double[] last(double[] series, int n) {
    return Arrays.copyOfRange(series, series.length - n, series.length);
  }

  @Example
  void handCountedValuesOfASmallWindow() {
    double[] x = {1, 2, 4, 8};
    assertEquals(9.583333333333334, whole(Indicators.VARIANCE, x), 1e-14);
    assertEquals(Math.sqrt(9.583333333333334) / 3.75, whole(Indicators.CV, x), 1e-15);
    assertEquals(9.583333333333334 / 3.75, whole(Indicators.FANO, x), 1e-15);
    assertEquals(1, whole(Indicators.AC1, x), 1e-15);
    assertEquals((2 + 8 + 32) / (1 + 4 + 16.0), whole(Indicators.arRaw(), x), 1e-15);
    assertEquals(5 - 1.75, whole(Indicators.IQR, x), 1e-15);
    assertEquals((-3 - 2 + 4 + 24) / (4 * 15.0), whole(Indicators.GINI, x), 1e-15);
    assertEquals(8, whole(Indicators.MAX, x));
    assertEquals(3.75, whole(Indicators.MEAN_ABS, -1, 2, -4, 8));
    double entropy = -(0.5 * Math.log(0.5) + 2 * 0.25 * Math.log(0.25));
    assertEquals(entropy, whole(Indicators.shannonEntropy(4), x), 1e-15);
  }

  @Example
  void cvIsRelativeToTheRawStateAndItsOwnMeanFormIsNot() {
    double[] residual = {-1, 0, 1, 2};
    double[] state = {9, 10, 11, 14};
    double sd = Math.sqrt(5 / 3.0);
    Window window = Window.points(4);
    assertEquals(sd / 11, Indicators.CV.rolling(residual, state, 1, window)[3], 1e-15);
    assertEquals(sd / 0.5, Indicators.CV_OWN_MEAN.rolling(residual, state, 1, window)[3], 1e-15);
    assertEquals(Double.NaN, whole(Indicators.CV, -1, 0, 1));
  }

  @Example
  void returnRatesInTheirThreeForms() {
    double[] x = ar1(1, 200, 0.6);
    double ols = whole(Indicators.arOls(), x);
    assertEquals(1 / ols, whole(Indicators.RETURN_RATE_INVERSE_AR, x), 1e-15);
    assertEquals(
        1 - whole(Indicators.acf(1), x), whole(Indicators.RETURN_RATE_ONE_MINUS_AC, x), 1e-15);
    assertEquals(
        -Math.log(whole(Indicators.AC1, x)) / 50,
        Indicators.RETURN_RATE.rolling(x, x, 50, Window.fraction(1))[199],
        1e-15);
    assertEquals(Double.NaN, whole(Indicators.RETURN_RATE, 1, -1, 1, -1.5, 1));
  }

  /** Bounds of four standard errors: a false alarm once in 16,000 seeds; the seed is fixed. */
  @Example
  void aLongAr1HasItsTheoreticalMoments() {
    int n = 100_000;
    double phi = 0.8;
    double[] x = ar1(7, n, phi);
    double se = Math.sqrt((1 - phi * phi) / n);
    assertEquals(phi, whole(Indicators.AC1, x), 4 * se);
    assertEquals(phi * phi, whole(Indicators.ac(2), x), 8 * se);
    assertEquals(1 / (1 - phi * phi), whole(Indicators.VARIANCE, x), 0.08);
    assertEquals(phi - 1, whole(Indicators.RESTORING_RATE, x), 4 * se);
    assertEquals(phi, whole(Indicators.largestRoot(1), x), 4 * se);
    double ratio = Math.pow((1 + phi) / (1 - phi), 2);
    assertEquals(ratio, whole(SpectralIndicators.DENSITY_RATIO, x), 0.05 * ratio);
  }

  /**
   * Twenty series of 2000: the mean exponent has standard error below 0.01, and the finite-size
   * bias of small scales stays below 0.03. Bounds of 0.05 fail by chance less than once in 1000
   * seeds.
   */
  @Example
  void dfaOfWhiteNoiseIsOneHalfAndOfARandomWalkThreeHalves() {
    double white = 0;
    double walk = 0;
    for (int seed = 0; seed < 20; seed++) {
      double[] x = ar1(seed, 2000, 0);
      white += whole(Indicators.DFA, x) / 20;
      Arrays.parallelPrefix(x, Double::sum);
      walk += whole(Indicators.DFA, x) / 20;
    }
    assertEquals(0.5, white, 0.05);
    assertEquals(1.5, walk, 0.05);
  }

  /** Same rate of false alarms: the exponent of 20 periodograms has standard error near 0.04. */
  @Example
  void theSpectralExponentOfWhiteNoiseIsZeroAndOfARandomWalkNearTwo() {
    double white = 0;
    double walk = 0;
    for (int seed = 0; seed < 20; seed++) {
      double[] x = ar1(seed, 1024, 0);
      white += whole(SpectralIndicators.psdExponent(), x) / 20;
      Arrays.parallelPrefix(x, Double::sum);
      walk += whole(SpectralIndicators.psdExponentWelch(0.01, 0.1, 256), x) / 20;
    }
    assertEquals(0, white, 0.15);
    assertEquals(2, walk, 0.2);
  }

  @Example
  void permutationEntropyIsZeroForAMonotoneWindowAndOneForAllPatternsAlike() {
    assertEquals(0, whole(Indicators.permutationEntropy(), 1, 2, 3, 5, 8, 13));
    assertEquals(0, whole(Indicators.permutationEntropy(), 8, 5, 3, 2, 1));
    assertEquals(1, whole(Indicators.permutationEntropy(2, 1), 1, 2, 1, 2, 1), 1e-15);
  }

  @Example
  void aPeriodicWindowHasNoSampleEntropy() {
    double[] x = IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray();
    assertEquals(0, whole(Indicators.sampleEntropy(2), x));
  }

  @Example
  void sampleEntropyIsInfiniteWithoutLongMatchesAndUndefinedWithoutAny() {
    assertEquals(Double.POSITIVE_INFINITY, whole(Indicators.sampleEntropy(1), 0, 5, 0, 9, 20));
    assertEquals(Double.NaN, whole(Indicators.sampleEntropy(1), 0, 10, 20, 30));
  }

  @Example
  void lempelZivCountsThePhrasesOfTheirExample() {
    String text = "0001101001000101";
    boolean[] bits = new boolean[text.length()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = text.charAt(i) == '1';
    }
    assertEquals(6, LempelZiv.phrases(bits));
  }

  @Example
  void ksOfSeparatedHalvesIsTheTailAtTheirLargestDistance() {
    double[] x =
        DoubleStream.concat(
                IntStream.range(0, 20).mapToDouble(i -> i),
                IntStream.range(0, 20).mapToDouble(i -> 100 + i))
            .toArray();
    assertEquals(2 * Math.exp(-20), whole(Indicators.KS_HALVES, x), 1e-15);
    assertEquals(1, whole(Indicators.KS_HALVES, 1, 2, 3, 1, 2, 3));
    assertEquals(HalvesTest.tail(1 - 1e-9), HalvesTest.tail(1), 1e-8);
    assertEquals(0.2699996716773546, HalvesTest.tail(1), 1e-12);
  }

  @Example
  void aTimeVaryingAr1FindsAChangeOfItsCoefficient() {
    RandomGenerator random = Rng.of(3);
    double[] x = new double[1000];
    for (int i = 1; i < x.length; i++) {
      x[i] = (i < 500 ? 0.2 : 0.9) * x[i - 1] + random.nextGaussian();
    }
    double[] root = Indicators.timeVaryingAr(1).rolling(x, Window.points(50));
    assertEquals(0.2, root[480], 0.25);
    assertEquals(0.9, root[999], 0.15);
  }

  @Example
  void aConstantRunHasVarianceExactlyZeroAndNoShape() {
    double[] x = ar1(5, 60, 0.5);
    Arrays.fill(x, 20, 40, 0.1);
    Window window = Window.points(8);
    double[] variance = Indicators.VARIANCE.rolling(x, window);
    double[] peak = SpectralIndicators.SMAX.rolling(x, window);
    assertTrue(variance[26] > 0 && variance[40] > 0);
    assertEquals(0.0, peak[30]);
    for (Indicator none :
        List.of(
            Indicators.AC1,
            Indicators.acf(1),
            Indicators.arOls(),
            Indicators.arRaw(),
            Indicators.SKEWNESS,
            Indicators.KURTOSIS,
            Indicators.DFA,
            Indicators.RESTORING_RATE,
            Indicators.RESTORING_RATE_GLS,
            Indicators.largestRoot(2),
            SpectralIndicators.DENSITY_RATIO,
            SpectralIndicators.lowFrequencyShare(0.5),
            SpectralIndicators.psdExponent(0.1, 0.5))) {
      double[] found = none.rolling(x, window);
      for (int i = 27; i < 40; i++) {
        assertEquals(0.0, variance[i]);
        assertEquals(Double.NaN, found[i], none.name());
      }
    }
  }

  /** A cosine of one of the lowest bins, and one of a higher one: amplitudes 2 and 1. */
  @Example
  void theShareOfLowFrequenciesCountsAmplitudesNotPower() {
    double[] x =
        IntStream.range(0, 60)
            .mapToDouble(t -> 2 * Math.cos(Math.PI * t / 30) + Math.cos(Math.PI * 10 * t / 30 + 1))
            .toArray();
    assertEquals(2 / 3.0, whole(SpectralIndicators.lowFrequencyShare(0.1), x), 1e-12);
  }

  @Example
  void theGeometricRootIsThatOfTheProductOfTheRoots() {
    double[] x = ar1(4, 400, 0.7);
    double[] a = AutoregressiveFit.byAic(x, 6, true).coefficients();
    double product = Math.abs(a[a.length - 1]);
    assertEquals(Math.pow(product, 2.0 / a.length), whole(Indicators.geometricRoot(6), x), 1e-15);
  }

  /** The likelihood prefers no walk to this one, so that filtering is recursive least squares. */
  @Example
  void aTimeVaryingArOfASteadySeriesStaysNearItsCoefficient() {
    double[] x = ar1(8, 2000, 0.6);
    double[] root = Indicators.timeVaryingAr(1).rolling(x, Window.points(500));
    for (int i = 499; i < 2000; i++) {
      assertEquals(0.6, root[i], 0.15);
    }
  }

  @Example
  void templatesWithAMissingValueDoNotMatch() {
    double[] x = {0, 1, 0, 1, Double.NaN, 0, 1, 0, 1, 5};
    Window window = Window.fraction(1).nan(Window.Missing.OMIT);
    long pairs = 0;
    long longer = 0;
    int[] starts = {0, 1, 2, 5, 6, 7, 8};
    for (int i = 0; i < starts.length; i++) {
      for (int j = i + 1; j < starts.length; j++) {
        boolean first = x[starts[i]] == x[starts[j]];
        pairs += first ? 1 : 0;
        longer += first && x[starts[i] + 1] == x[starts[j] + 1] ? 1 : 0;
      }
    }
    assertEquals(
        -Math.log((double) longer / pairs),
        Indicators.sampleEntropy(1).rolling(x, window)[9],
        1e-15);
  }

  @Example
  void aStraightLineHasNoRestoringRate() {
    double[] x = IntStream.range(0, 50).mapToDouble(i -> 3 + 0.1 * i).toArray();
    assertEquals(Double.NaN, whole(Indicators.RESTORING_RATE, x));
    assertEquals(0.0, whole(Indicators.VARIANCE.lineRemoved(), x));
  }

  @Example
  void aNanMakesEveryWindowThatHoldsItNanAndNoOther() {
    double[] x = ar1(9, 120, 0.5);
    x[60] = Double.NaN;
    Window window = Window.points(32);
    for (Indicator indicator : ALL) {
      double[] found = indicator.rolling(x, window);
      for (int i = 31; i < 120; i++) {
        boolean holds = i >= 60 && i < 92;
        boolean nan = Double.isNaN(found[i]);
        assertTrue(holds ? nan : !nan || mayBeUndefined(indicator), indicator + " at " + i);
      }
    }
  }

  private static boolean mayBeUndefined(Indicator indicator) {
    return indicator.equals(Indicators.RETURN_RATE);
  }

  @Example
  void omittedNanAreLeftOutIfEnoughValuesRemain() {
    double[] x = {1, Double.NaN, 2, 4, Double.NaN, Double.NaN, Double.NaN, 8, 16, 3};
    Window window = Window.points(4).nan(Window.Missing.OMIT);
    double[] variance = Indicators.VARIANCE.rolling(x, window);
    double[] iqr = Indicators.IQR.rolling(x, window);
    assertEquals(TwoPass.variance(new double[] {1, 2, 4}), variance[3], 1e-15);
    assertEquals(1.5, iqr[3], 1e-15);
    assertArrayEquals(
        new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN},
        Arrays.copyOfRange(variance, 4, 9));
    assertEquals(TwoPass.variance(new double[] {8, 16, 3}), variance[9], 1e-14);
  }

  @Example
  void pairsOfAnAutocorrelationNeedBothEnds() {
    double[] x = {1, 3, 2, Double.NaN, 5, 4, 7, 1};
    Window window = Window.fraction(1).nan(Window.Missing.OMIT, 3);
    double[] heads = {1, 3, 5, 4, 7};
    double[] tails = {3, 2, 4, 7, 1};
    double expected =
        TwoPass.product(heads, TwoPass.mean(heads), tails, TwoPass.mean(tails))
            / Math.sqrt(TwoPass.central(heads, 2) * TwoPass.central(tails, 2));
    assertEquals(expected, Indicators.AC1.rolling(x, window)[7], 1e-15);
  }

  @Property(tries = 30)
  void shiftScaleAndTimeReversalActAsTheyShould(@ForAll long seed) {
    double[] x = ar1(seed, 90, 0.6);
    double[] moved = Arrays.stream(x).map(v -> 5 - 3 * v).toArray();
    double[] reversed = IntStream.range(0, 90).mapToDouble(i -> x[89 - i]).toArray();
    Window window = Window.points(40);
    double[] sd = Indicators.SD.rolling(x, window);
    double[] ac = Indicators.AC1.rolling(x, window);
    double[] acf = Indicators.acf(1).rolling(x, window);
    for (int i = 39; i < 90; i++) {
      int mirror = 89 - (i - 39);
      assertEquals(3 * sd[i], Indicators.SD.rolling(moved, window)[i], 1e-11);
      assertEquals(ac[i], Indicators.AC1.rolling(moved, window)[i], 1e-11);
      assertEquals(ac[i], Indicators.AC1.rolling(reversed, window)[mirror], 1e-11);
      assertEquals(acf[i], Indicators.acf(1).rolling(reversed, window)[mirror], 1e-11);
    }
    assertArrayEquals(
        Arrays.stream(last(Indicators.SKEWNESS.rolling(x, window), 51)).map(v -> -v).toArray(),
        last(Indicators.SKEWNESS.rolling(moved, window), 51),
        1e-10);
    for (Indicator same :
        List.of(
            Indicators.KURTOSIS,
            Indicators.DFA,
            Indicators.sampleEntropy(2),
            Indicators.permutationEntropy(2, 1),
            Indicators.RESTORING_RATE,
            SpectralIndicators.psdExponent(0.05, 0.4))) {
      assertArrayEquals(same.rolling(x, window), same.rolling(moved, window), 1e-9, same.name());
    }
  }

  @Example
  void indicatorsTogetherGiveTheSameBitsAsAlone() {
    double[] x = ar1(11, 150, 0.7);
    Window window = Window.points(50);
    double[][] together = Indicator.rolling(ALL, x, x, 1, window);
    for (int i = 0; i < ALL.size(); i++) {
      assertArrayEquals(ALL.get(i).rolling(x, window), together[i], ALL.get(i).name());
    }
  }

  @Example
  void anIndicatorOfOnesOwnIsRolledLikeTheOthers() {
    Indicator range =
        Indicator.of(
            "range",
            "range",
            x -> {
              Arrays.sort(x);
              return x[x.length - 1] - x[0];
            });
    double[] x = ar1(12, 50, 0.3);
    assertArrayEquals(
        Indicators.quantileRange(0, 1).rolling(x, Window.points(10)),
        range.rolling(x, Window.points(10)),
        1e-15);
  }

  @Example
  @SuppressWarnings("NullAway")
  void badInputIsRefusedByName() {
    double[] x = {1, 2, 3, 4};
    refused("x", () -> Indicators.VARIANCE.rolling(null, Window.points(3)));
    refused("0 values", () -> Indicators.VARIANCE.rolling(new double[0], Window.points(3)));
    refused("window 5 is longer", () -> Indicators.VARIANCE.rolling(x, Window.points(5)));
    refused(
        "Infinity", () -> Indicators.AC1.rolling(new double[] {1, 2, 1 / 0.0}, Window.points(3)));
    refused("window is null", () -> Indicators.AC1.rolling(x, null));
    refused("same length", () -> Indicators.CV.rolling(x, new double[3], 1, Window.points(3)));
    refused("dt is 0", () -> Indicators.CV.rolling(x, x, 0, Window.points(3)));
    refused("lag is 0", () -> Indicators.ac(0));
    refused("m is -1", () -> Indicators.sampleEntropy(-1));
    refused("quantiles", () -> Indicators.quantileRange(0.9, 0.1));
    refused("bins is 1", () -> Indicators.shannonEntropy(1));
    refused("share is 0", () -> SpectralIndicators.lowFrequencyShare(0));
    refused("frequencies", () -> SpectralIndicators.psdExponent(0, 0.1));
    refused(
        "expected at least 3",
        () -> SpectralIndicators.psdExponent().rolling(ar1(1, 30, 0), Window.points(10)));
  }

  private static void refused(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).toString();
    assertTrue(message.contains(part), message);
  }

  @Example
  void anInterruptStopsTheWork() {
    double[] x = ar1(1, 300, 0);
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> Indicators.approximateEntropy(2).rolling(x, Window.points(100)));
    Thread.interrupted();
  }

  @Example
  void onlyPearsonNeedsBothEndsToVary() {
    double[] step = {0, 0, 1};
    assertTrue(Double.isNaN(whole(Indicators.AC1, step)));
    assertEquals(-1 / 6.0, whole(Indicators.acf(1), step), 1e-15);
    assertEquals(-0.5, whole(Indicators.arOls(), step), 1e-15);
    assertEquals(0.5, whole(Indicators.arRaw(), 1, 1, 0), 1e-15);
  }

  @Example
  void theRawCoefficientIsFiniteWhereTheLastSampleDwarfsTheRest() {
    double[] x = {3e-9, -1e-9, 2e-9, 4e-9, 5e6};
    double products = -3e-18 - 2e-18 + 8e-18 + 2e-2;
    assertEquals(1, whole(Indicators.arRaw(), x) / (products / 30e-18), 1e-12);
  }

  @Example
  void aMeanThatIsZeroUpToRoundingIsZero() {
    double[] x = {0.3, 1.7, 0.2, -0.1, -2, 1.1, 1};
    assertTrue(Double.isNaN(Indicators.CV_OWN_MEAN.rolling(x, Window.points(4))[6]));
  }

  @Example
  void anInterruptStopsTheWorkWithinAWindow() throws InterruptedException {
    double[] x = ar1(1, 400_000, 0);
    for (Indicator slow :
        List.of(
            Indicators.approximateEntropy(2),
            Indicators.sampleEntropy(2),
            Indicators.LEMPEL_ZIV,
            Indicators.GINI)) {
      var caught = new AtomicReference<@Nullable Throwable>();
      var worker =
          new Thread(
              () -> {
                try {
                  Parallel.doubles(
                      "windows", 2, i -> slow.rolling(x, Window.fraction(1 - 0.2 * i))[0]);
                } catch (CancellationException e) {
                  caught.set(e);
                }
              });
      worker.setDaemon(true);
      worker.start();
      Thread.sleep(100);
      worker.interrupt();
      worker.join(10_000);
      assertInstanceOf(CancellationException.class, caught.get(), slow.name());
    }
  }
}
