package murmuration.scaling.curve;

import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * What a fit minimises: the sum over points, times their weight, of a function of the residual.
 *
 * @param scale on which scale residuals are taken
 * @param delta from which size on a residual counts by its size only (Huber 1964), or infinity for
 *     plain squares
 */
public record CurveObjective(Scale scale, double delta) {
  /** The scale of residuals. */
  public enum Scale {
    /** {@code ln yhat - ln y}: relative errors. */
    LOG,
    /** {@code ln(1 + yhat) - ln(1 + y)}: relative errors of large y, absolute errors of small y. */
    LOG1P,
    /** {@code yhat - y}. */
    LINEAR
  }

  /** Least squares of ln y. */
  public static final CurveObjective LOG = new CurveObjective(Scale.LOG, Double.POSITIVE_INFINITY);

  /** Least squares of ln(1 + y), by which Caballero et al. (2023) fit broken laws. */
  public static final CurveObjective LOG1P =
      new CurveObjective(Scale.LOG1P, Double.POSITIVE_INFINITY);

  /** Least squares of y. */
  public static final CurveObjective LINEAR =
      new CurveObjective(Scale.LINEAR, Double.POSITIVE_INFINITY);

  /** Checks delta. */
  public CurveObjective {
    Arguments.present("scale", scale);
    Arguments.require(delta > 0, "delta is %s: expected above 0", delta);
  }

  /**
   * Huber's loss of ln y: squares up to delta, beyond it {@code delta (2|r| - delta)}, so that
   * outliers pull no harder than their size.
   *
   * @param delta relative error, above 0, such as 0.01
   */
  public static CurveObjective huber(double delta) {
    return new CurveObjective(Scale.LOG, Arguments.positive("delta", delta));
  }

  /** Whether residuals are squared, whatever their size. */
  public boolean isLeastSquares() {
    return delta == Double.POSITIVE_INFINITY;
  }

  /** In words, such as "least squares of ln y". */
  @Override
  public String toString() {
    String of =
        switch (scale) {
          case LOG -> "ln y";
          case LOG1P -> "ln(1 + y)";
          case LINEAR -> "y";
        };
    return isLeastSquares()
        ? "least squares of " + of
        : "Huber(" + Digits.of(delta, 4) + ") of " + of;
  }
}
