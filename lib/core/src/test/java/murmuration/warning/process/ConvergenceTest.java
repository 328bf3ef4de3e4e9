package murmuration.warning.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
  /** The unit of the state is a part of this model, and 1e-9 of it is lost beside sqrt(R). */
  @Test
  void aSearchThatEndsOnASlopeSaysSo() {
    double[] x = new double[200];
    var random = Rng.of(1);
    double state = 0;
    for (int i = 0; i < x.length; i++) {
      state = 0.7 * state + random.nextGaussian();
      x[i] = 1e-9 * state;
    }
    var fit = LinearSaddleNodeFit.of(TimeSeries.of(x));
    assertFalse(fit.convergence().isSettled(), fit.convergence().toString());
    assertTrue(fit.convergence().toString().contains("NOT settled"));
    assertTrue(OrnsteinUhlenbeckFit.of(TimeSeries.of(x)).convergence().isSettled());
  }

  @Test
  void anEstimateFarFromZeroShowsItsInterval() {
    assertEquals("0.0045 (0.0012 to 0.0191)", new Estimate(0.0045, 0.0012, 0.0191).toString());
    assertEquals(
        "1013.25 (1013.11 to 1013.42)", new Estimate(1013.25, 1013.11, 1013.42).toString());
    assertEquals("5 (5 to Infinity)", new Estimate(5, 5, Double.POSITIVE_INFINITY).toString());
  }
}
