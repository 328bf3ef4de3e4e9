package murmuration.scaling;

import java.util.Locale;
import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * What a fit of a scaling law makes small: a sum over runs, each times its weight. With the
 * residual r = ln L - ln Lhat ("log") or r = L - Lhat:
 *
 * <ul>
 *   <li>{@link #HUBER_LOG}: the sum of r^2/2 where {@code |r| <= delta}, else delta (|r| -
 *       delta/2), of log residuals (Hoffmann et al. 2022, Eq. 3; delta = 1e-3). The sum, not the
 *       mean: with the mean, optimisers whose tolerance is relative to {@code max(|f|, 1)} stop
 *       early.
 *   <li>{@link #LAD_LOG}: the sum of |r|, log residuals.
 *   <li>{@link #NLS_LOG}: the sum of r^2, log residuals.
 *   <li>{@link #NLS}: the sum of r^2 of the losses themselves.
 *   <li>{@link #ASYM_MAE}: the mean of r where r &gt; 0, else w |r|, of the losses themselves; w =
 *       10 puts the law below most runs.
 * </ul>
 *
 * @param kind which of them
 * @param parameter delta or w; NaN where there is none
 */
public record FitLoss(Kind kind, double parameter) {
  /** The forms of the objective. */
  public enum Kind {
    /** Huber's loss of log residuals. */
    HUBER_LOG,
    /** Absolute log residuals. */
    LAD_LOG,
    /** Squared log residuals. */
    NLS_LOG,
    /** Squared residuals. */
    NLS,
    /** Absolute residuals, those below the law more expensive. */
    ASYM_MAE
  }

  /** Huber's loss of log residuals with delta = 1e-3: the default. */
  public static final FitLoss HUBER_LOG = new FitLoss(Kind.HUBER_LOG, 1e-3);

  /** Least absolute deviations of ln L. */
  public static final FitLoss LAD_LOG = new FitLoss(Kind.LAD_LOG, Double.NaN);

  /** Least squares of ln L. */
  public static final FitLoss NLS_LOG = new FitLoss(Kind.NLS_LOG, Double.NaN);

  /** Least squares of L. */
  public static final FitLoss NLS = new FitLoss(Kind.NLS, Double.NaN);

  /** Asymmetric mean absolute error with the penalty 10: the lower envelope of the runs. */
  public static final FitLoss ASYM_MAE = new FitLoss(Kind.ASYM_MAE, 10);

  /** Checks that there is a parameter above 0 where one is needed, and none elsewhere. */
  public FitLoss {
    Arguments.present("kind", kind);
    if (kind == Kind.HUBER_LOG || kind == Kind.ASYM_MAE) {
      Arguments.positive(kind == Kind.HUBER_LOG ? "delta" : "penalty", parameter);
    } else {
      Arguments.require(
          Double.isNaN(parameter), "%s has the parameter %s: expected none (NaN)", kind, parameter);
    }
  }

  /** Huber's loss of log residuals: squares up to {@code delta}, absolute values beyond. */
  public static FitLoss huberLog(double delta) {
    return new FitLoss(Kind.HUBER_LOG, delta);
  }

  /** Asymmetric mean absolute error: a run below the law costs {@code penalty} times as much. */
  public static FitLoss asymmetric(double penalty) {
    return new FitLoss(Kind.ASYM_MAE, penalty);
  }

  /** The objective of a law on these runs, whether or not it was fitted to them. */
  public double of(AdditiveLaw law, TrainingRuns runs) {
    return derivatives(law, runs).value();
  }

  /**
   * The objective of a law on these runs, with its gradient and Hessian by (ln A, ln B, ln E,
   * alpha, beta).
   */
  public LossDerivatives derivatives(AdditiveLaw law, TrainingRuns runs) {
    return LossDerivatives.of(this, law, runs);
  }

  /** Whether residuals are those of ln L. */
  boolean isLog() {
    return kind != Kind.NLS && kind != Kind.ASYM_MAE;
  }

  /** Whether it is least squares, so that normal theory gives intervals. */
  boolean isSquares() {
    return kind == Kind.NLS || kind == Kind.NLS_LOG;
  }

  /** Whether it has a kink, so that it is approached through smooth ones. */
  boolean isKinked() {
    return kind == Kind.LAD_LOG || kind == Kind.ASYM_MAE;
  }

  /** From the smooth sum that is searched to the objective. */
  double factor(double width, double total) {
    return switch (kind) {
      case HUBER_LOG -> 1;
      case NLS_LOG, NLS -> 2;
      case LAD_LOG -> 1 / width;
      case ASYM_MAE -> 1 / (width * total);
    };
  }

  /** What a run below the law costs against one above. */
  double penalty() {
    return kind == Kind.ASYM_MAE ? parameter : 1;
  }

  /** As in "Huber (delta 0.001) of ln L". */
  @Override
  public String toString() {
    return switch (kind) {
      case HUBER_LOG ->
          String.format(Locale.ROOT, "Huber (delta %s) of ln L", Digits.of(parameter, 4));
      case LAD_LOG -> "absolute deviations of ln L";
      case NLS_LOG -> "least squares of ln L";
      case NLS -> "least squares of L";
      case ASYM_MAE ->
          String.format(
              Locale.ROOT,
              "absolute deviations of L, above the runs times %s",
              Digits.of(parameter, 4));
    };
  }
}
