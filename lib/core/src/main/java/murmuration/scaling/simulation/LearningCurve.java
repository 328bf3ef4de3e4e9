package murmuration.scaling.simulation;

import murmuration.math.Arguments;
import murmuration.math.LogSpaced;
import murmuration.math.Rng;
import murmuration.scaling.curve.CurveForm;
import murmuration.scaling.curve.ScalingCurve;

/**
 * A learning curve that follows a known form, with normal noise in ln y.
 *
 * <pre>{@code
 * LearningCurve truth = LearningCurve.of(CurveForm.OFFSET, 0.5, 20, 0.4).noise(0.02);
 * ScalingCurve curve = truth.simulate(1).until(1e5);
 * }</pre>
 *
 * @param form the form of the truth
 * @param parameters its parameters, in the order of {@link CurveForm#names}
 * @param x where the curve is observed, above 0
 * @param noise sd of ln y, 0 or more
 */
public record LearningCurve(CurveForm form, double[] parameters, double[] x, double noise) {
  private static final int LARGEST = 1_000_000;

  /** Checks the choices and keeps its own copies. */
  public LearningCurve {
    Arguments.present("form", form);
    Arguments.finite("x", x, 1);
    Arguments.require(x.length <= LARGEST, "x has %d values: expected at most 1e6", x.length);
    Arguments.within("noise", noise, 0, 10);
    for (double y : form.curve(parameters, x)) {
      Arguments.require(
          y > 0 && y < Double.POSITIVE_INFINITY,
          "the curve has the value %s: expected finite numbers above 0",
          y);
    }
    parameters = parameters.clone();
    x = x.clone();
  }

  /**
   * A form at 20 values of x from 1e3 to 1e6, without noise.
   *
   * @param form the form
   * @param parameters in the order of {@link CurveForm#names}
   */
  public static LearningCurve of(CurveForm form, double... parameters) {
    return new LearningCurve(form, parameters, LogSpaced.of(1e3, 1e6, 20), 0);
  }

  /** The same observed at these x. */
  public LearningCurve at(double... values) {
    return new LearningCurve(form, parameters, values, noise);
  }

  /** The same with noise of this sd in ln y, 0 to 10. */
  public LearningCurve noise(double sd) {
    return new LearningCurve(form, parameters, x, sd);
  }

  /** A curve: point i of seed s draws from its own stream. */
  public ScalingCurve simulate(long seed) {
    double[] y = form.curve(parameters, x);
    for (int i = 0; i < y.length; i++) {
      y[i] *= Math.exp(noise * Rng.of(seed, i).nextGaussian());
    }
    return ScalingCurve.of(x, y).named("examples", "loss");
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[] x() {
    return x.clone();
  }
}
