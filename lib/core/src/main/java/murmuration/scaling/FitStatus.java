package murmuration.scaling;

/** How a fit ended. Only {@link #OK} comes with standard errors. */
public enum FitStatus {
  /** In the inside of what is allowed, with a covariance. */
  OK,
  /** On a bound of a parameter: no standard errors. */
  BOUNDARY,
  /** The data do not determine all parameters: no standard errors. */
  SINGULAR,
  /** The search stopped before it settled: no standard errors. */
  NOT_CONVERGED,
  /** The estimator has no value for these data. */
  UNDEFINED,
  /** All counts are 0: nothing can be said, and the parameters are NaN. */
  ALL_ZERO
}
