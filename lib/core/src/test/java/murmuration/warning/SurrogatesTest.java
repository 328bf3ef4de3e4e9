package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.math.Spectrum;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogatesTest {
  /** Red noise, bent so that its values are not Gaussian. */
  static double[] record(int n) {
    double[] x = new double[n];
    new Ar1Null(n, 0.7, 1, 0).fill(Rng.of(11, n), x);
    return Arrays.stream(x).map(v -> Math.exp(v / 2)).toArray();
  }

  private static double[] sorted(double[] x) {
    double[] copy = x.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static double distance(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).sum();
  }

  @ParameterizedTest
  @EnumSource(Surrogates.Kind.class)
  void aDrawDependsOnSeedAndIndexOnly(Surrogates.Kind kind) {
    double[] x = record(60);
    var source = new Surrogates(kind, 10, 3, 1, 10).from(x);
    double[] third = source.next(3);
    assertTrue(!Arrays.equals(third, source.next(4)));
    assertArrayEquals(third, new Surrogates(kind, 99, 3, 1, 10).from(x).next(3));
    double[] other = new Surrogates(kind, 10, 4, 1, 10).from(x).next(3);
    assertTrue(!Arrays.equals(third, other));
    assertArrayEquals(record(60), x, "the record stays as it was");
  }

  @ParameterizedTest
  @EnumSource(Surrogates.Kind.class)
  void everyNullSaysItselfAndDrawsTheLengthOfTheRecord(Surrogates.Kind kind) {
    var source = new Surrogates(kind, 10, 3, 1, 10).from(record(61));
    assertEquals(61, source.next(0).length);
    assertTrue(source.words().length() > 10 && !source.words().endsWith("."), source.words());
  }

  /** Lag-1 correlation and variance of one long draw: 5 standard errors, false alarm below 1e-6. */
  @Test
  void redNoiseHasThePhiAndVarianceThatWereFitted() {
    double[] x = new double[200];
    new Ar1Null(200, 0.8, 2, 5).fill(Rng.of(1), x);
    var fitted = Ar1Null.fit(x, 200_000);
    double[] long200k = new double[200_000];
    fitted.fill(Rng.of(2), long200k);
    var back = Ar1Null.fit(long200k, 3);
    double phi = fitted.phi();
    assertEquals(phi, back.phi(), 5 * Math.sqrt((1 - phi * phi) / 200_000));
    double variance = fitted.sigma() * fitted.sigma() / (1 - phi * phi);
    double of200 = Arrays.stream(x).map(v -> (v - fitted.mean()) * (v - fitted.mean())).sum() / 199;
    assertEquals(of200, variance, 1e-12 * variance);
    double se = variance * Math.sqrt(2 * (1 + phi * phi) / (1 - phi * phi) / 200_000);
    double of200k = back.sigma() * back.sigma() / (1 - back.phi() * back.phi());
    assertEquals(variance, of200k, 5 * se);
  }

  /** The first value is as wide as any other: 20,000 draws, 5 standard errors of a variance. */
  @Test
  void redNoiseStartsFromItsStationaryLaw() {
    var source = new Surrogates.Source(new Ar1Null(2, 0.9, 1, 0), 20_000, 7);
    double mean =
        IntStream.range(0, 20_000).mapToDouble(i -> Math.pow(source.next(i)[0], 2)).sum() / 20_000;
    double variance = 1 / (1 - 0.81);
    assertEquals(variance, mean, 5 * variance * Math.sqrt(2.0 / 20_000));
  }

  @Test
  void aBaselineFitsTheFirstPartOnly() {
    double[] x = record(100);
    double[] doubled = x.clone();
    for (int i = 20; i < 100; i++) {
      doubled[i] *= 50;
    }
    var null20 = Surrogates.ar1(10).baseline(0.2);
    assertEquals(null20.from(x).parameters(), null20.from(doubled).parameters());
    assertEquals(100, null20.from(x).next(0).length);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 30, 31, 64, 97, 500})
  void fourierKeepsMeanAndPeriodogram(int n) {
    double[] x = record(n);
    double[] surrogate = Surrogates.fourier(5).seed(2).from(x).next(1);
    var spectrum = new Spectrum(n);
    double[] a = spectrum.amplitudes(x);
    double scale = Arrays.stream(a).max().orElseThrow();
    assertArrayEquals(a, spectrum.amplitudes(surrogate), 1e-12 * scale);
    double sum = Arrays.stream(x).sum();
    assertEquals(sum, Arrays.stream(surrogate).sum(), 1e-12 * sum);
  }

  @Test
  void shuffledAndAmplitudeAdjustedValuesArePermutations() {
    for (int n : new int[] {3, 4, 31, 64, 97}) {
      double[] x = record(n);
      for (var nulls :
          new Surrogates[] {Surrogates.shuffle(1), Surrogates.aaft(1), Surrogates.iaaft(1)}) {
        assertArrayEquals(sorted(x), sorted(nulls.from(x).next(0)), nulls.toString());
      }
    }
  }

  @Test
  void iterationBringsTheSpectrumCloserThanOneAdjustment() {
    double[] x = record(256);
    double[] target = new Spectrum(256).amplitudes(x);
    for (int i = 0; i < 10; i++) {
      double shuffled = off(Surrogates.shuffle(1), i, x, target);
      double once = off(Surrogates.aaft(1), i, x, target);
      double iterated = off(Surrogates.iaaft(1), i, x, target);
      assertTrue(iterated < once / 2 && once < shuffled, iterated + " " + once + " " + shuffled);
    }
  }

  private static double off(Surrogates nulls, int index, double[] x, double[] target) {
    return distance(target, new Spectrum(x.length).amplitudes(nulls.from(x).next(index)));
  }

  @Test
  void blocksAreStretchesOfTheRecordAroundItsEnd() {
    double[] x = IntStream.range(0, 50).asDoubleStream().toArray();
    var source = Surrogates.blockCircular(100).block(7).from(x);
    for (int index = 0; index < 100; index++) {
      double[] y = source.next(index);
      for (int i = 0; i < 50; i++) {
        if (i % 7 != 0) {
          assertEquals((y[i - 1] + 1) % 50, y[i]);
        }
      }
    }
  }

  /**
   * Share of breaks against 1/8, 50,000 steps, 5 standard errors; a break can hit its successor.
   */
  @Test
  void stationaryBlocksHaveTheirMeanLength() {
    int n = 1000;
    double[] x = IntStream.range(0, n).asDoubleStream().toArray();
    var source = Surrogates.blockStationary(50).block(8).from(x);
    long breaks = 0;
    for (int index = 0; index < 50; index++) {
      double[] y = source.next(index);
      breaks += IntStream.range(1, n).filter(i -> (y[i - 1] + 1) % n != y[i]).count();
    }
    double steps = 50 * 999;
    assertEquals(0.125 * 0.999, breaks / steps, 5 * Math.sqrt(0.125 * 0.875 / steps));
  }

  /** Chi-square over the 24 orders of four values, 2,400 draws; false-alarm rate 0.001. */
  @Test
  void everyOrderIsEquallyLikelyInAShuffle() {
    var source = Surrogates.shuffle(2400).seed(5).from(new double[] {1, 2, 3, 4});
    var counts = new HashMap<String, Integer>();
    for (int i = 0; i < 2400; i++) {
      counts.merge(Arrays.toString(source.next(i)), 1, Integer::sum);
    }
    double chi2 = counts.values().stream().mapToDouble(c -> (c - 100) * (c - 100) / 100.0).sum();
    assertEquals(24, counts.size());
    assertTrue(chi2 < 49.73, "chi-square " + chi2 + " with 23 degrees of freedom");
  }

  private static void refuses(String message, double[] x, Surrogates nulls) {
    var e = assertThrows(IllegalArgumentException.class, () -> nulls.from(x));
    assertEquals(message, e.getMessage());
  }

  @Test
  @SuppressWarnings("NullAway")
  void badRecordsAreRefusedByName() {
    var ar1 = Surrogates.ar1(10);
    refuses("residuals is null: expected a value", null, ar1);
    refuses("residuals has 0 values: expected at least 3", new double[0], ar1);
    refuses("residuals has 2 values: expected at least 3", new double[2], ar1);
    refuses("residuals[1] is NaN: expected a finite number", new double[] {1, Double.NaN, 2}, ar1);
    double inf = Double.POSITIVE_INFINITY;
    refuses("residuals[2] is Infinity: expected a finite number", new double[] {1, 2, inf, 0}, ar1);
    refuses("residuals are constant (4.0): expected values that vary", new double[] {4, 4, 4}, ar1);
    refuses(
        "block 10 is longer than the series (n = 4)",
        new double[] {1, 2, 3, 4},
        Surrogates.blockCircular(1));
    refuses(
        "baseline 0.2 is 1 of 9 values: expected at least 3",
        new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9},
        ar1.baseline(0.2));
  }

  @Test
  void badDescriptionsAreRefusedByName() {
    assertThrows(IllegalArgumentException.class, () -> Surrogates.ar1(0));
    assertThrows(IllegalArgumentException.class, () -> Surrogates.ar1(10).block(5));
    assertThrows(IllegalArgumentException.class, () -> Surrogates.fourier(10).baseline(0.5));
    assertThrows(IllegalArgumentException.class, () -> Surrogates.ar1(10).baseline(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Surrogates.blockCircular(10).block(0));
    var source = Surrogates.ar1(10).from(record(10));
    assertThrows(IllegalArgumentException.class, () -> source.next(-1));
    assertThrows(IllegalArgumentException.class, () -> source.fill(0, new double[9]));
  }

  @Test
  void anArmaNullOfARecordFarFromZeroKeepsItsMean() {
    double[] x = Rng.of(3).doubles(120).map(v -> v - 436).toArray();
    double[] drawn = Surrogates.arma(3).seed(1).from(x).next(0);
    assertEquals(-435.5, Arrays.stream(drawn).average().orElseThrow(), 0.5);
  }

  @Test
  void fittedProcessesAreThoseOfHighestLikelihoodFromTheFirstValue() {
    double[] x = record(80);
    var stable = Surrogates.ouFit(5).seed(1).from(x);
    var fit = OrnsteinUhlenbeckFit.of(TimeSeries.of(x));
    assertEquals(fit.process().rate(), stable.parameters().get("rate"));
    assertEquals(x[0], stable.next(2)[0]);
    var approaching = Surrogates.lsnFit(5).from(x);
    assertTrue(approaching.words().contains("not a null"), approaching.words());
    assertEquals(80, Surrogates.ouFit(5).baseline(0.5).from(x).next(0).length);
    assertThrows(IllegalArgumentException.class, () -> Surrogates.lsnFit(5).baseline(0.5));
    assertThrows(
        IllegalArgumentException.class, () -> Surrogates.ouFit(5).from(new double[] {1, 2, 1, 3}));
  }
}
