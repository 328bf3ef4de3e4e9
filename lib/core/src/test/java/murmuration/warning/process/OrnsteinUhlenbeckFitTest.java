package murmuration.warning.process;

import static murmuration.warning.process.OrnsteinUhlenbeckTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.data.TimeSeries;
import murmuration.math.LinearFit;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class OrnsteinUhlenbeckFitTest {
  private static final OrnsteinUhlenbeck TRUTH = new OrnsteinUhlenbeck(0.5, 20, 3);

  private static double[] equalTimes(int n) {
    double[] t = new double[n];
    Arrays.setAll(t, i -> 1.7 * i);
    return t;
  }

  /** Steps of exponential length, mean 1. */
  private static double[] irregularTimes(int n, long seed) {
    var random = Rng.of(seed);
    double[] t = new double[n];
    for (int i = 1; i < n; i++) {
      t[i] = t[i - 1] + random.nextExponential() + 1e-3;
    }
    return t;
  }

  @Test
  void equalStepsAreARegressionOnTheValueBefore() {
    double[] x = TRUTH.simulate(equalTimes(60), 20, Rng.of(1));
    var from = Arrays.copyOf(x, 59);
    var to = Arrays.copyOfRange(x, 1, 60);
    double phi = LinearFit.slope(from, to, 59);
    var fit = OrnsteinUhlenbeckFit.of(TimeSeries.of(equalTimes(60), x));
    assertEquals(-Math.log(phi) / 1.7, fit.process().rate(), 1e-12);
    assertTrue(fit.convergence().gradient() < 1e-6);
  }

  @Test
  void noProcessNearbyIsMoreLikely() {
    for (int seed = 0; seed < 20; seed++) {
      var record = TRUTH.simulate(irregularTimes(40, seed), 20, seed);
      var fit = OrnsteinUhlenbeckFit.of(record);
      var random = Rng.of(99, seed);
      for (int i = 0; i < 200; i++) {
        var other =
            new OrnsteinUhlenbeck(
                fit.process().rate() * Math.exp(random.nextGaussian()),
                fit.process().theta() + random.nextGaussian(),
                fit.process().sigma() * Math.exp(0.3 * random.nextGaussian()));
        assertTrue(other.logLikelihood(record) <= fit.logLikelihood());
      }
    }
  }

  @Test
  void equalStepsGiveTheSameByTheSearch() {
    double[] t = equalTimes(50);
    double[] x = TRUTH.simulate(t, 20, Rng.of(4));
    var closed = OrnsteinUhlenbeckFit.of(TimeSeries.of(t, x));
    double[] nearly = t.clone();
    nearly[49] += 1e-6;
    var searched = OrnsteinUhlenbeckFit.of(TimeSeries.of(nearly, x));
    assertEquals(closed.process().rate(), searched.process().rate(), 1e-5);
    assertEquals(closed.logLikelihood(), searched.logLikelihood(), 1e-5);
  }

  @Test
  void unitsOfStateAndTimeDoNotMatter() {
    double[] t = irregularTimes(40, 3);
    double[] x = TRUTH.simulate(t, 20, Rng.of(3));
    var fit = OrnsteinUhlenbeckFit.of(TimeSeries.of(t, x));
    double[] later = Arrays.stream(t).map(v -> 1000 * v + 5).toArray();
    double[] scaled = Arrays.stream(x).map(v -> 1e6 + 1e-3 * v).toArray();
    var other = OrnsteinUhlenbeckFit.of(TimeSeries.of(later, scaled));
    assertEquals(fit.process().rate() / 1000, other.process().rate(), 1e-9);
    assertEquals(1e6 + 1e-3 * fit.process().theta(), other.process().theta(), 1e-8);
    assertEquals(fit.logLikelihood() + 39 * Math.log(1000), other.logLikelihood(), 1e-6);
    assertEquals(fit.timeScale().high() * 1000, other.timeScale().high(), 1e-2);
  }

  @Test
  void aMissingObservationIsALongerStep() {
    double[] t = equalTimes(30);
    double[] x = TRUTH.simulate(t, 20, Rng.of(8));
    x[4] = Double.NaN;
    x[0] = Double.NaN;
    double[] keptT = new double[28];
    double[] keptX = new double[28];
    int k = 0;
    for (int i = 0; i < 30; i++) {
      if (!Double.isNaN(x[i])) {
        keptT[k] = t[i];
        keptX[k++] = x[i];
      }
    }
    var fit = OrnsteinUhlenbeckFit.of(TimeSeries.of(t, x));
    assertEquals(27, fit.n());
    assertEquals(OrnsteinUhlenbeckFit.of(TimeSeries.of(keptT, keptX)).process(), fit.process());
  }

  /**
   * 200 records of 100 irregular samples: 190 are expected within 95 % intervals, sd 3.1; 178 to
   * 199 is passed by chance alone in 99.8 of 100 runs where the coverage is 95 %.
   */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    int[] holds = new int[2];
    for (int seed = 0; seed < 200; seed++) {
      var record = TRUTH.simulate(irregularTimes(100, seed), 20, 1000 + seed);
      var fit = OrnsteinUhlenbeckFit.of(record);
      Estimate tau = fit.timeScale();
      Estimate variance = fit.stationaryVariance();
      holds[0] += tau.low() <= 2 && 2 <= tau.high() ? 1 : 0;
      holds[1] += variance.low() <= 9 && 9 <= variance.high() ? 1 : 0;
    }
    for (int count : holds) {
      assertTrue(count >= 178 && count <= 199, Arrays.toString(holds));
    }
  }

  @Test
  void aShortRecordSaysThatItSetsNoBound() {
    double[] rising = equalTimes(25);
    Arrays.setAll(rising, i -> i + 0.3 * Math.sin(7 * i));
    Estimate tau = OrnsteinUhlenbeckFit.of(TimeSeries.of(rising)).timeScale();
    assertEquals(Double.POSITIVE_INFINITY, tau.high());
    double[] alternating = {1, -1, 1.1, -0.9, 1, -1.2, 0.8, -1, 1, -1};
    var noise = OrnsteinUhlenbeckFit.of(TimeSeries.of(alternating));
    assertTrue(noise.convergence().atEdge());
    assertEquals(Double.POSITIVE_INFINITY, noise.rate().high());
  }

  @Test
  void itShowsItself() {
    var fit = OrnsteinUhlenbeckFit.of(TRUTH.simulate(equalTimes(40), 20, 1));
    assertTrue(fit.summary().lines().count() <= 12);
    assertEquals(7, fit.table().rowCount());
    assertEquals(1, fit.chart().panels().size());
  }

  @Test
  void badInputIsRefusedInWords() {
    assertRefused(
        "record has 4 values", () -> OrnsteinUhlenbeckFit.of(TimeSeries.of(new double[4])));
    assertRefused(
        "expected values that vary", () -> OrnsteinUhlenbeckFit.of(TimeSeries.of(new double[9])));
    var fit = OrnsteinUhlenbeckFit.of(TRUTH.simulate(equalTimes(40), 20, 1));
    assertRefused(
        "logLikelihood is 3.0",
        () -> new OrnsteinUhlenbeckFit(fit.record(), fit.process(), 3, fit.n(), fit.convergence()));
  }
}
