package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * One concept of the {@linkplain ToyLandscape toy landscape}: it first falls towards what the
 * nearest training class shows, then rises to 1,
 *
 * <pre>z(t) = a - (a - m) F(t) + (1 - m) R(t)</pre>
 *
 * with F and R logistic. With {@code a = m = 0} it is the rise alone.
 *
 * @param start a, the value before training, 0 to 1
 * @param low m, the value of the training class it is drawn to, 0 to 1
 * @param fall F, when it is drawn there
 * @param rise R, when it turns to the prompt's own value
 */
public record ToyConcept(double start, double low, LogisticRise fall, LogisticRise rise) {
  /** Checks the numbers. */
  public ToyConcept {
    Arguments.within("start", start, 0, 1);
    Arguments.within("low", low, 0, 1);
    Arguments.present("fall", fall);
    Arguments.present("rise", rise);
  }

  /** A concept that only rises, from 0. */
  public static ToyConcept of(LogisticRise rise) {
    return new ToyConcept(0, 0, rise, rise);
  }

  /** The value at step t. It may leave 0 to 1 where fall and rise overlap. */
  public double at(double t) {
    return start - (start - low) * fall.at(t) + (1 - low) * rise.at(t);
  }

  /** The values at several steps. */
  public double[] curve(double... t) {
    Arguments.finite("t", t, 1);
    return Arrays.stream(t).map(this::at).toArray();
  }

  /**
   * The fall and rise nearest to a measured curve, by least squares over all six numbers, the fall
   * at or before the rise.
   *
   * @param steps training steps, length n of at least 7, strictly increasing
   * @param z the curve, length n, finite and not constant
   */
  public static TheoryFit<ToyConcept> fit(double[] steps, double[] z) {
    return RiseFits.remembered(steps, z);
  }
}
