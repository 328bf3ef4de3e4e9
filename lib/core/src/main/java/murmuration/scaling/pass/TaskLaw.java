package murmuration.scaling.pass;

import java.util.Locale;
import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * The task scaling law {@code PU(N) = exp(-c N^-alpha)} (Hu et al. 2024, eq. 3 and 4).
 *
 * @param c how hard the task is, above 0
 * @param alpha how fast size helps, positive where larger models pass more often
 */
public record TaskLaw(double c, double alpha) implements TaskCurve {
  /** Checks the parameters. */
  public TaskLaw {
    Arguments.positive("c", c);
    Arguments.require(Double.isFinite(alpha), "alpha is %s: expected a finite number", alpha);
  }

  @Override
  public double f(double n) {
    return Math.log(c) - alpha * Math.log(Arguments.positive("n", n));
  }

  /** The law as a formula. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "PU(N) = exp(-%s N^-%s)", Digits.of(c, 4), Digits.of(alpha, 4));
  }
}
