package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Concepts learned together by two equal linear layers, in as few numbers as their curves can tell:
 * {@linkplain SimTask structured identity mapping} without spread, from the start {@code W(0) = w
 * ((1 - c) I + c J)} with J all ones. Without coupling each concept rises by itself, as a logistic
 * of rate {@code 2 mu^2 / s}; with it a strong concept drags the others along, above or below their
 * own course, until they turn.
 *
 * @param mu the signal of each concept, length s of 2 to 64
 * @param start w, above 0, at most 10
 * @param coupling c, from {@code -1/(s-1)} to 1
 * @param learningRate time of a step of training
 */
public record CoupledConcepts(double[] mu, double start, double coupling, double learningRate) {
  /** Checks the numbers and keeps its own copy. */
  public CoupledConcepts {
    Arguments.finite("mu", mu, 2);
    mu = SimTask.of(mu, 0, mu.length).mu();
    Arguments.within("start", start, 1e-100, 10);
    Arguments.within("coupling", coupling, -1.0 / (mu.length - 1), 1);
    Arguments.within("learningRate", learningRate, 1e-12, 1e12);
  }

  @Override
  public double[] mu() {
    return mu.clone();
  }

  /** The task, whose dimensions are its concepts. */
  public SimTask task() {
    return SimTask.of(mu, 0, mu.length);
  }

  /**
   * Coordinates, test loss and swing-by at steps of training.
   *
   * @param steps from 0, strictly increasing
   */
  public SimCourse course(double... steps) {
    Arguments.finite("steps", steps, 1);
    double[] times = Arrays.stream(steps).map(step -> step * learningRate).toArray();
    return task().twoLayersFrom(start(mu.length, start, coupling), times);
  }

  /** The concept coordinates at steps of training, n x s. */
  public double[][] at(double... steps) {
    return course(steps).concepts();
  }

  static double[][] start(int d, double w, double c) {
    double[][] w0 = new double[d][d];
    for (int i = 0; i < d; i++) {
      Arrays.fill(w0[i], w * c);
      w0[i][i] = w;
    }
    return w0;
  }

  /**
   * The signals, start and coupling that come nearest to measured concept coordinates, by least
   * squares. Only {@code mu^2} times the learning rate can be measured, so the rate fixes the unit.
   *
   * @param steps training steps from 0, length n of at most 2000, strictly increasing
   * @param z the curves, n x s with s from 2 to 8, finite, none constant; 1 is the target
   * @param learningRate time of a step; the last step times it is 0.01 to 1e9
   */
  public static TheoryFit<CoupledConcepts> fit(double[] steps, double[][] z, double learningRate) {
    return fit(steps, z, learningRate, FitEnds.ZERO_TO_ONE);
  }

  /** The same for curves between other ends, each curve with its own. */
  public static TheoryFit<CoupledConcepts> fit(
      double[] steps, double[][] z, double learningRate, FitEnds ends) {
    return SimFits.of(steps, z, learningRate, ends);
  }
}
