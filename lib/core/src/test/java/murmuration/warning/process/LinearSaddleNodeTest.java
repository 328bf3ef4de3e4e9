package murmuration.warning.process;

import static murmuration.warning.process.OrnsteinUhlenbeckTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class LinearSaddleNodeTest {
  @Test
  void withoutPaceItIsAnOrnsteinUhlenbeckProcess() {
    for (double d : new double[] {1e-6, 0.1, 1, 7, 40, 1e4}) {
      var level = Math.sqrt(0.3) + 5;
      var stable = new OrnsteinUhlenbeck(2 * Math.sqrt(0.3), level, 2 * Math.sqrt(level));
      var expected = stable.transition(0, d);
      var found = new LinearSaddleNode(0.3, 0, 5, 2).transition(0, d);
      assertEquals(expected.decay(), found.decay(), 1e-15);
      assertEquals(expected.mean(1), found.mean(1), 1e-13);
      assertEquals(expected.variance(), found.variance(), 1e-11 * expected.variance());
    }
  }

  @Test
  void twoStepsAreOneLongStepInBothVarianceEquations() {
    for (var equation : VarianceEquation.values()) {
      for (double scale : new double[] {1e-3, 0.1, 1, 30, 1000}) {
        var process = new LinearSaddleNode(scale, -0.1 * scale, 2, 1, equation);
        var first = process.transition(0, 4);
        var second = process.transition(4, 9.9);
        var both = process.transition(0, 9.9);
        double decay = second.decay();
        double left = equation == VarianceEquation.PEER ? decay : decay * decay;
        assertEquals(both.mean(3), second.mean(first.mean(3)), 1e-11 * both.mean(3));
        assertEquals(
            both.variance(),
            left * first.variance() + second.variance(),
            1e-10 * both.variance(),
            equation + " " + scale);
      }
    }
  }

  /** The moment equations by 200,000 steps of Runge and Kutta, up to the bifurcation itself. */
  @Test
  void theMomentsSolveTheirEquations() {
    for (var equation : VarianceEquation.values()) {
      for (double end : new double[] {3, 9, 9.999}) {
        var process = new LinearSaddleNode(0.5, -0.05, 2, 1.5, equation);
        double[] moments = {4, 0};
        int n = 200_000;
        double h = end / n;
        for (int i = 0; i < n; i++) {
          double[] k1 = slope(process, i * h, moments, new double[2], 0);
          double[] k2 = slope(process, (i + 0.5) * h, moments, k1, 0.5 * h);
          double[] k3 = slope(process, (i + 0.5) * h, moments, k2, 0.5 * h);
          double[] k4 = slope(process, (i + 1) * h, moments, k3, h);
          for (int j = 0; j < 2; j++) {
            moments[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
          }
        }
        var found = process.transition(0, end);
        assertEquals(moments[0], found.mean(4), 1e-8);
        assertEquals(moments[1], found.variance(), 1e-7);
      }
    }
  }

  private static double[] slope(
      LinearSaddleNode process, double t, double[] at, double[] along, double step) {
    double root = Math.sqrt(Math.max(process.distance(t), 0));
    double mean = at[0] + step * along[0];
    double variance = at[1] + step * along[1];
    double level = root + process.theta();
    int rates = process.equation() == VarianceEquation.CONSISTENT ? 4 : 2;
    return new double[] {
      2 * root * (level - mean), process.sigma() * process.sigma() * level - rates * root * variance
    };
  }

  @Test
  void derivativesOfTheIntegralsAreTheirDifferences() {
    var step = new SaddleNodeStep(VarianceEquation.CONSISTENT);
    for (double[] ends :
        List.of(new double[] {0.6, 0.2}, new double[] {3, 5}, new double[] {40, 9})) {
      double a = ends[0];
      double b = ends[1];
      double h = 1e-6 * a;
      step.integrate(a, b, 1.3, true);
      double[] exact = {step.lostA, step.driftA, step.baseA, step.slopeA};
      double[] exactB = {step.lostB, step.driftB, step.baseB, step.slopeB};
      double[] byA = differences(step, a, b, h, 0);
      double[] byB = differences(step, a, b, 0, h);
      for (int k = 0; k < 4; k++) {
        assertEquals(byA[k], exact[k], 1e-7 + 1e-6 * Math.abs(exact[k]));
        assertEquals(byB[k], exactB[k], 1e-7 + 1e-6 * Math.abs(exactB[k]));
      }
    }
  }

  private static double[] differences(
      SaddleNodeStep step, double a, double b, double inA, double inB) {
    step.integrate(a + inA, b + inB, 1.3, false);
    double[] high = {step.lost, step.drift, step.base, step.slope};
    step.integrate(a - inA, b - inB, 1.3, false);
    double[] low = {step.lost, step.drift, step.base, step.slope};
    for (int k = 0; k < 4; k++) {
      high[k] = (high[k] - low[k]) / (2 * (inA + inB));
    }
    return high;
  }

  @Test
  void aRecordBeyondTheBifurcationHasNoLikelihood() {
    var process = new LinearSaddleNode(1, -0.1, 5, 1);
    assertEquals(10, process.bifurcationTime(), 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, process.logLikelihood(TimeSeries.of(new double[12])));
    var shallow = new LinearSaddleNode(1, -0.1, -0.5, 1);
    assertEquals(Double.NEGATIVE_INFINITY, shallow.logLikelihood(TimeSeries.of(new double[9])));
    var improving = new LinearSaddleNode(1, 0.1, 5, 1);
    assertEquals(Double.POSITIVE_INFINITY, improving.bifurcationTime());
  }

  @Test
  void timeIsCountedFromTheFirstPresentObservation() {
    var process = new LinearSaddleNode(1, -0.1, 5, 1);
    double[] x = {6, 5.5, 7};
    double expected = process.logLikelihood(TimeSeries.of(new double[] {0, 1, 4}, x));
    assertEquals(expected, process.logLikelihood(TimeSeries.of(new double[] {161, 162, 165}, x)));
    double[] gappy = {Double.NaN, 6, 5.5, Double.NaN, 7};
    assertEquals(
        expected, process.logLikelihood(TimeSeries.of(new double[] {2, 3, 4, 6, 7}, gappy)));
  }

  /** 4000 runs: errors of 4 standard errors, a false alarm in 16,000. */
  @Test
  void simulatedRunsHaveTheMomentsOfTheTransition() {
    var process = new LinearSaddleNode(1, -0.09, 5, 1);
    double[] last = new double[4000];
    for (int i = 0; i < last.length; i++) {
      last[i] = process.simulate(new double[] {0, 2, 3, 10}, 6, Rng.of(1, i))[3];
    }
    var law = process.transition(0, 10);
    double n = last.length;
    assertEquals(law.mean(6), StatUtils.mean(last), 4 * Math.sqrt(law.variance() / n));
    assertEquals(law.variance(), StatUtils.variance(last), 4 * law.variance() * Math.sqrt(2 / n));
  }

  @Test
  void badInputIsRefusedInWords() {
    assertRefused("r0 is -1.0", () -> new LinearSaddleNode(-1, 0, 1, 1));
    assertRefused("m is NaN", () -> new LinearSaddleNode(1, Double.NaN, 1, 1));
    assertRefused("sqrt(r0) + theta is -1.0", () -> new LinearSaddleNode(1, 0, -2, 1));
    var process = new LinearSaddleNode(1, -0.1, 5, 1);
    assertRefused("R is 0.5 at 5.0", () -> process.transition(5, 11));
  }
}
