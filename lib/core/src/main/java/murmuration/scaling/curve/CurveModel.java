package murmuration.scaling.curve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as the search sees it. Its parameters are theta: those marked {@link #logged} are the
 * logarithms of what users read.
 */
abstract class CurveModel {
  /**
   * The form at x.
   *
   * @param gradient where not null, overwritten with the derivatives by theta
   */
  abstract double at(double x, double lnX, double[] theta, double @Nullable [] gradient);

  /** Which parameters are searched by their logarithm. */
  abstract boolean[] logged();

  abstract double[] lower(Points points);

  abstract double[] upper(Points points);

  /** Where searches begin, best guesses from the data. */
  abstract List<double[]> starts(Points points);

  /** How many of the starts, the best of them, are searched from. */
  int searched() {
    return 8;
  }

  /** The same form in other coordinates, for valleys too narrow in its own; null for none. */
  @Nullable Recast recast(Points points) {
    return null;
  }

  /** A form in other coordinates, and the way there and back. */
  interface Recast {
    CurveModel model();

    /** The coordinates of theta; null where it has none. */
    double @Nullable [] from(double[] theta);

    /** Theta at these coordinates. */
    double[] back(double[] coordinates);
  }

  final double[] natural(double[] theta) {
    boolean[] log = logged();
    double[] natural = theta.clone();
    for (int j = 0; j < natural.length; j++) {
      natural[j] = log[j] ? Math.exp(theta[j]) : theta[j];
    }
    return natural;
  }

  final double[] theta(double[] natural) {
    boolean[] log = logged();
    double[] theta = natural.clone();
    for (int j = 0; j < theta.length; j++) {
      theta[j] = log[j] ? Math.log(natural[j]) : natural[j];
    }
    return theta;
  }
}
