package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.ode.sampling.StepHandler;
import org.apache.commons.math3.ode.sampling.StepInterpolator;

/** Gradient flow of a few weights, by Dormand and Prince's 8(5,3) with its dense output. */
final class Flow {
  private static final double RELATIVE = 1e-10;
  private static final double ABSOLUTE = 1e-13;
  private static final int EVALUATIONS = 200_000;

  /** How fast each weight moves. */
  @FunctionalInterface
  interface Field {
    void at(double[] weights, double[] slope);
  }

  private Flow() {}

  /** The weights at times {@code t[0..n-1]} from 0, in units of {@code 1/speed}: n rows. */
  static double[][] at(double[] t, double speed, double[] start, Field field) {
    Arguments.increasing("times", t);
    Arguments.require(t[0] >= 0, "times start at %s: expected 0 or later", t[0]);
    double[] scaled = Arrays.stream(t).map(v -> v * speed).toArray();
    double[][] states = new double[t.length][];
    Arrays.setAll(states, i -> start.clone());
    double end = scaled[t.length - 1];
    Arguments.require(end < 1e9, "times reach %s time constants: expected fewer than 1e9", end);
    if (end > 0) {
      var integrator = new DormandPrince853Integrator(0, end, ABSOLUTE, RELATIVE);
      integrator.setMaxEvaluations(EVALUATIONS);
      integrator.addStepHandler(new Reader(scaled, states));
      try {
        integrator.integrate(new Equations(field, start.length), 0, start, end, start.clone());
      } catch (MathIllegalStateException | MathIllegalArgumentException cannot) {
        throw new IllegalArgumentException(
            "times reach %s: expected an end that %d evaluations reach, the weights being stiff"
                .formatted(t[t.length - 1], EVALUATIONS),
            cannot);
      }
    }
    return states;
  }

  private record Equations(Field field, int size) implements FirstOrderDifferentialEquations {
    @Override
    public int getDimension() {
      return size;
    }

    @Override
    public void computeDerivatives(double t, double[] y, double[] slope) {
      Interruption.check("gradient flow");
      field.at(y, slope);
    }
  }

  private static final class Reader implements StepHandler {
    private final double[] times;
    private final double[][] states;
    private int next;

    Reader(double[] times, double[][] states) {
      this.times = times;
      this.states = states;
    }

    @Override
    public void init(double from, double[] start, double to) {
      while (next < times.length && times[next] <= 0) {
        next++;
      }
    }

    @Override
    public void handleStep(StepInterpolator step, boolean isLast) {
      for (; next < times.length && (isLast || times[next] <= step.getCurrentTime()); next++) {
        step.setInterpolatedTime(times[next]);
        states[next] = step.getInterpolatedState().clone();
      }
    }
  }
}
