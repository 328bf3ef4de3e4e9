package murmuration.warning.bifurcation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumComparisonTest {
  private static final List<SpectralModel> ALL = List.of(SpectralModel.values());

  /** An AR(2) with roots of this modulus and angle. */
  static double[] oscillation(int n, double modulus, double angle, RandomGenerator random) {
    double[] x = new double[n];
    for (int i = 2; i < n; i++) {
      x[i] =
          2 * modulus * Math.cos(angle) * x[i - 1]
              - modulus * modulus * x[i - 2]
              + random.nextGaussian();
    }
    return x;
  }

  static double[] red(int n, double phi, RandomGenerator random) {
    double[] x = new double[n];
    for (int i = 1; i < n; i++) {
      x[i] = phi * x[i - 1] + random.nextGaussian();
    }
    return x;
  }

  private static SpectralFit refit(SpectralModel model, DoubleUnaryOperator density) {
    var plan = SpectrumPlan.of(40, false, ALL);
    double[] power = Arrays.stream(plan.frequencies()).map(density).toArray();
    return SpectrumComparison.of(plan, power).fit(model);
  }

  @ParameterizedTest
  @CsvSource({
    "FOLD, 1.7, -0.3, NaN",
    "FOLD, 0.02, -2.9, NaN",
    "FLIP, 2.5, -0.8, NaN",
    "FLIP, 1, -0.01, NaN",
    "HOPF, 1.3, -0.2, 1.1",
    "HOPF, 1.3, -0.3, 1.0",
    "HOPF, 0.7, -0.01, 2.3",
    "HOPF, 4, -1.5, 2.5",
    "NULL, 0.4, NaN, NaN"
  })
  void aModelsOwnSpectrumGivesItsParametersBack(
      SpectralModel model, double s, double rate, double frequency) {
    var truth = new SpectralFit(model, s, rate, frequency, 0, 0, 1);
    var found = refit(model, truth::power);
    assertEquals(s, found.noise(), 1e-6 * s);
    assertEquals(rate, found.rate(), 1e-6);
    assertEquals(frequency, found.frequency(), 1e-6);
    assertTrue(found.weight() > 0.5, found::toString);
  }

  @Test
  void aSpikeIsTheLimitOfAnUndampedMode() {
    var plan = SpectrumPlan.of(40, false, ALL);
    double[] power = new double[21];
    power[0] = 3;
    var fits = SpectrumComparison.of(plan, power);
    assertEquals(0, fits.fit(SpectralModel.FOLD).rate(), 1e-6);
    assertEquals(0, fits.fit(SpectralModel.FOLD).rss(), 1e-18);
    power[0] = 0;
    power[20] = 3;
    fits = SpectrumComparison.of(plan, power);
    assertEquals(-1, fits.fit(SpectralModel.FLIP).rate(), 1e-6);
    power[20] = 0;
    power[9] = 3;
    fits = SpectrumComparison.of(plan, power);
    assertEquals(9 * Math.PI / 20, fits.fit(SpectralModel.HOPF).frequency(), 1e-4);
    assertEquals(0, fits.fit(SpectralModel.HOPF).rss(), 1e-13);
  }

  /** No random point of the domain fits better; the peer's start and all others are among them. */
  @ParameterizedTest
  @ValueSource(ints = {5, 16, 40})
  void noPointOfTheDomainFitsBetter(int segment) {
    var plan = SpectrumPlan.of(segment, false, ALL);
    double[] omega = plan.frequencies();
    double highest = omega[omega.length - 1];
    for (int series = 0; series < 25; series++) {
      var random = Rng.of(20, series);
      double[] x =
          series % 2 == 0
              ? red(segment * 4, random.nextDouble(-0.95, 0.95), random)
              : oscillation(segment * 4, random.nextDouble(), random.nextDouble(0, 3.1), random);
      double[] power = new SegmentSpectra(x, segment).of(0, x.length);
      var fits = SpectrumComparison.of(plan, power);
      for (int draw = 0; draw < 4000; draw++) {
        double small = Math.exp(random.nextDouble(-12, 0));
        double w0 = random.nextDouble(0, 2.5);
        double edge = 2.5 / HopfSearch.RATIO * Math.exp(random.nextDouble(0, 8));
        check(fits, power, SpectralModel.FOLD, -small * highest, Double.NaN);
        check(fits, power, SpectralModel.FLIP, draw % 2 == 0 ? -small : small - 1, Double.NaN);
        check(fits, power, SpectralModel.HOPF, -small * w0 / HopfSearch.RATIO, w0);
        check(fits, power, SpectralModel.HOPF, -edge, 2.5);
      }
    }
  }

  private static void check(
      SpectrumComparison fits, double[] power, SpectralModel model, double rate, double w0) {
    double[] omega = fits.omega();
    var unit = new SpectralFit(model, 1, rate, w0, 0, 0, 1);
    double ph = 0;
    double hh = 0;
    double pp = 0;
    for (int i = 0; i < omega.length; i++) {
      double h = unit.power(omega[i]);
      int m = i == 0 ? 1 : 2;
      ph += m * power[i] * h;
      hh += m * h * h;
      pp += m * power[i] * power[i];
    }
    double rss = pp - ph * ph / hh;
    assertTrue(
        fits.fit(model).rss() <= rss + 1e-9 * pp,
        () -> model + " " + rate + " " + w0 + " gives " + rss + ", ours " + fits);
  }

  @Test
  void theRatioIsThatOfAHumpAFifthAboveThatAtZero() {
    assertEquals(2.9545081, HopfSearch.RATIO, 1e-7);
  }

  @Test
  void weightsAreThoseOfTheAic() {
    var found = SpectrumComparison.of(red(300, 0.5, Rng.of(3)), 40, true, SpectralModel.values());
    assertEquals(21, found.points());
    double sum = 0;
    for (SpectralFit fit : found.fits()) {
      double aic = 21 * Math.log(fit.rss() / 21) + 2 * fit.model().parameters();
      assertEquals(aic, fit.aic(), 1e-9 * Math.abs(aic));
      sum += Math.exp((found.fits().getFirst().aic() - fit.aic()) / 2);
    }
    assertEquals(1 / sum, found.fits().getFirst().weight(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-40, 1e-3, 1e50})
  void weightsDoNotDependOnTheUnit(double unit) {
    double[] x = oscillation(200, 0.9, 1, Rng.of(5));
    var one = SpectrumComparison.of(x);
    var other = SpectrumComparison.of(Arrays.stream(x).map(v -> v * unit).toArray());
    for (SpectralModel model : one.models()) {
      assertEquals(one.weight(model), other.weight(model), 1e-6);
      assertEquals(unit, other.fit(model).noise() / one.fit(model).noise(), 1e-6 * unit);
    }
  }

  @Test
  void aLevelDoesNotMatter() {
    double[] x = red(200, 0.5, Rng.of(6));
    double[] power = SpectrumComparison.of(x).power();
    double[] shifted = SpectrumComparison.of(Arrays.stream(x).map(v -> v + 100).toArray()).power();
    assertArrayEquals(power, shifted, 1e-12);
  }

  @Test
  void eachKindOfNoiseIsNamed() {
    var random = Rng.of(8);
    assertEquals(SpectralModel.FOLD, withoutHopf(red(4000, 0.8, random)));
    assertEquals(SpectralModel.FLIP, withoutHopf(red(4000, -0.8, random)));
    assertEquals(SpectralModel.NULL, withoutHopf(red(4000, 0, random)));
    assertEquals(
        SpectralModel.HOPF,
        SpectrumComparison.of(oscillation(4000, 0.95, 1, random)).winner().model());
  }

  private static SpectralModel withoutHopf(double[] x) {
    return SpectrumComparison.of(
            x, 40, true, SpectralModel.FOLD, SpectralModel.FLIP, SpectralModel.NULL)
        .winner()
        .model();
  }

  /**
   * A segment loses its mean, so red noise has a dip at frequency 0, which only a Hopf can follow.
   */
  @Test
  void longRedNoiseIsCalledAHopf() {
    double[] x = red(4000, 0.8, Rng.of(8));
    var found = SpectrumComparison.of(x);
    assertEquals(SpectralModel.HOPF, found.winner().model());
    assertTrue(found.power()[0] < found.power()[1], "the dip");
  }

  @Test
  void theCoherenceFactorIsHeightOverRelativeWidth() {
    var plan = SpectrumPlan.of(8, false, ALL);
    var hump = SpectrumComparison.of(plan, new double[] {1, 1.4, 3, 8, 2});
    assertEquals(8 * (3 * Math.PI / 4) / (2 * Math.PI / 4), hump.coherence(), 1e-12);
    assertEquals(8, hump.smax());
    assertEquals(0, SpectrumComparison.of(plan, new double[] {8, 1, 1, 1, 1}).coherence());
    assertEquals(0, SpectrumComparison.of(plan, new double[] {5, 6, 8, 7, 6}).coherence());
  }

  @Test
  void aConstantWindowHasNoWeights() {
    var none = SpectrumComparison.of(new double[60]);
    assertTrue(none.fits().stream().allMatch(f -> Double.isNaN(f.weight())));
    assertEquals(0, none.coherence());
    assertTrue(none.summary().lines().count() <= 12);
    assertEquals(1, none.chart().panels().size());
  }

  @Test
  void badInputIsRefused() {
    double[] x = red(60, 0.5, Rng.of(1));
    refused("x", () -> SpectrumComparison.of(new double[] {1, 2}));
    refused("NaN", () -> SpectrumComparison.of(new double[] {1, 2, Double.NaN, 4}));
    refused("1e60", () -> SpectrumComparison.of(new double[] {1, 2, 1e300, 4}));
    refused("segment", () -> SpectrumComparison.of(x, 2, false, SpectralModel.FOLD));
    refused(
        "segment", () -> SpectrumComparison.of(x, Integer.MAX_VALUE, false, SpectralModel.FOLD));
    refused("empty", () -> SpectrumComparison.of(x, 40, false));
    refused(
        "twice", () -> SpectrumComparison.of(x, 40, false, SpectralModel.FOLD, SpectralModel.FOLD));
    refused("not compared", () -> SpectrumComparison.of(x).weight(SpectralModel.FLIP));
  }

  static void refused(String what, Executable call) {
    var e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(String.valueOf(e.getMessage()).contains(what), e::getMessage);
  }
}
