package murmuration.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Kendall;
import murmuration.math.Rng;
import murmuration.warning.Detrend;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class SignalFeaturesTest {
  private static double[] red(int n, double phi, long seed) {
    var random = Rng.of(seed);
    double[] x = new double[n];
    for (int i = 1; i < n; i++) {
      x[i] = phi * x[i - 1] + random.nextGaussian();
    }
    return x;
  }

  @Test
  void theFirstIsTheTauOfTheVarianceThatEarlyWarningGives() {
    double[] x = red(300, 0.5, 1);
    double[] t = IntStream.range(0, 300).asDoubleStream().toArray();
    double[] residual = Detrend.loessR(0.4, 2).residuals(t, x);
    double tau = Kendall.tau(Indicators.VARIANCE.rolling(residual, Window.fraction(0.5)));
    assertEquals(tau, SignalFeatures.of(x).value("tau_variance"), 1e-7);
  }

  @Test
  void shiftAndScaleAndSignOfTheUnitDoNotMatter() {
    double[] x = red(250, 0.6, 2);
    double[] features = SignalFeatures.of(x).values();
    for (double scale : new double[] {1e-6, -1, 1000, 1e100}) {
      double[] moved = Arrays.stream(x).map(v -> scale * (v + 20)).toArray();
      assertArrayEquals(features, SignalFeatures.of(moved).values(), 1e-5, "scale " + scale);
    }
  }

  @Test
  void aParabolaIsNotSeen() {
    double[] x = red(400, 0.3, 3);
    double[] driven = x.clone();
    for (int i = 0; i < driven.length; i++) {
      driven[i] += 0.0002 * i * i;
    }
    assertArrayEquals(SignalFeatures.of(x).values(), SignalFeatures.of(driven).values(), 1e-4);
  }

  @Test
  void growingMemoryIsSeen() {
    var random = Rng.of(4);
    double[] x = new double[800];
    for (int i = 1; i < x.length; i++) {
      x[i] = 0.9 * i / x.length * x[i - 1] + random.nextGaussian();
    }
    var features = SignalFeatures.of(x);
    assertTrue(features.value("tau_ac1") > 0.8, features::summary);
    assertTrue(features.value("change_ac1") > 0.2, features::summary);
    assertTrue(features.value("log_variance_ratio") > 0, features::summary);
    assertTrue(features.value("change_dfa") > 0, features::summary);
  }

  @Test
  void aRecordThatStandsStillForAWhileHasOnlyFiniteFeatures() {
    double[] x = red(200, 0, 5);
    Arrays.fill(x, 0, 120, 0);
    assertTrue(Arrays.stream(SignalFeatures.of(x).values()).allMatch(Double::isFinite));
    double[] spike = new double[100];
    spike[50] = 1;
    assertTrue(Arrays.stream(SignalFeatures.of(spike).values()).allMatch(Double::isFinite));
  }

  @Test
  void theResultShowsItself() {
    var features = SignalFeatures.of(TimeSeries.of(red(120, 0.5, 6)));
    assertEquals(SignalFeatures.NAMES.size(), features.table().rowCount());
    assertTrue(features.summary().contains("120 samples"), features::summary);
    features.values()[0] = 77;
    assertTrue(features.values()[0] != 77);
  }

  @Test
  @SuppressWarnings("NullAway")
  void whatCannotBeMeasuredIsRefused() {
    double[] infinite = red(150, 0, 7);
    infinite[3] = Double.POSITIVE_INFINITY;
    double[] missing = red(150, 0, 8);
    missing[3] = Double.NaN;
    double[] huge = red(150, 0, 9);
    huge[3] = 1e300;
    for (double[] x :
        new double[][] {
          null, {}, new double[99], new double[150], new double[1501], infinite, missing, huge
        }) {
      var e = assertThrows(IllegalArgumentException.class, () -> SignalFeatures.of(x));
      assertTrue(String.valueOf(e.getMessage()).length() > 12, String.valueOf(e.getMessage()));
    }
    assertThrows(
        IllegalArgumentException.class, () -> SignalFeatures.of(red(150, 0, 1)).value("tau"));
    assertThrows(
        IllegalArgumentException.class, () -> new SignalFeatures(new double[3], 100, null));
  }
}
