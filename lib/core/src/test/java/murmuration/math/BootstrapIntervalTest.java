package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapIntervalTest {
  private static final double[] SQUARES =
      IntStream.range(0, 101).mapToDouble(i -> (i * 37 % 101) / 101.0).map(v -> v * v).toArray();
  private static final double[] JACKKNIFE = {0.30, 0.33, 0.35, 0.36, 0.37, 0.41, 0.60};

  @Test
  void thePercentileIntervalIsMadeOfQuantilesOfTypeSeven() {
    var interval = BootstrapInterval.percentile(SQUARES, 0.95);
    assertEquals(0.0006371924321144986, interval.low(), 1e-15);
    assertEquals(0.9319184393686892, interval.high(), 1e-15);
  }

  /** Numbers from the formulas of Efron 1987 with Python's own normal distribution. */
  @Test
  void theAcceleratedIntervalFollowsEfron() {
    var interval = BootstrapInterval.bca(0.36, SQUARES, JACKKNIFE, 0.95);
    assertEquals(0.2636116145249011, interval.bias(), 1e-12);
    assertEquals(-0.09838547160228328, interval.acceleration(), 1e-15);
    assertEquals(0.0014415098964618675, interval.low(), 1e-12);
    assertEquals(0.9445733311814763, interval.high(), 1e-12);
  }

  @Test
  void withoutBiasAndAccelerationBothIntervalsAreTheSame() {
    double[] draws = IntStream.rangeClosed(-50, 50).asDoubleStream().toArray();
    assertEquals(
        BootstrapInterval.percentile(draws, 0.9),
        BootstrapInterval.bca(0, draws, new double[] {-1, 0, 1}, 0.9));
  }

  @Test
  void anEstimateOutsideAllDrawsStillHasAnInterval() {
    var interval = BootstrapInterval.bca(5, SQUARES, JACKKNIFE, 0.95);
    assertTrue(interval.low() <= interval.high());
    assertEquals(201.0 / 202, Normal.cumulative(interval.bias()), 1e-12);
  }

  @Test
  void theSizeOfTheNumbersDoesNotMatterForTheAcceleration() {
    double[] tiny = IntStream.range(0, 7).mapToDouble(i -> JACKKNIFE[i] * 1e-200).toArray();
    assertEquals(
        BootstrapInterval.acceleration(JACKKNIFE), BootstrapInterval.acceleration(tiny), 1e-12);
    assertEquals(0, BootstrapInterval.acceleration(new double[] {3, 3, 3}));
  }

  @Test
  void aLevelOfOneIsRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> BootstrapInterval.percentile(SQUARES, 1));
    assertEquals("level is 1.0: expected between 0 and 1", e.getMessage());
  }
}
