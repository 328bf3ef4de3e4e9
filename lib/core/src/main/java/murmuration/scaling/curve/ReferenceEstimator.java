package murmuration.scaling.curve;

import murmuration.math.Arguments;
import murmuration.scaling.FitStatus;

/**
 * The estimators of the published benchmark (Alabdulmohsin, Neyshabur and Zhai 2022, Revisiting
 * neural scaling laws in language and vision), kept for comparison with the paper. They alternate a
 * regression with steps on the parameters it leaves out. M2 and M4 minimise the error of {@code
 * ln(y - e)}, whose lowest value lies at e = 0 on many curves; the useful answer is the local
 * minimum nearest to the smallest y, where they start. {@link CurveFit} by least squares of ln y
 * has no such trap and is what we use.
 *
 * <p>M2 and M4 are not run as they were published, in thousands of rounds of small steps, but
 * solved for the same stationary point: going down from the same start, the first place where a
 * regression leaves nothing for the steps to gain.
 */
public enum ReferenceEstimator {
  /** {@code y = beta x^-c}. */
  M1(CurveForm.POWER),
  /** {@code y = e + beta x^-c}. */
  M2(CurveForm.OFFSET),
  /** {@code y = beta (1/x + gamma)^c}. */
  M3(CurveForm.M3),
  /** {@code (y - e)/(y0 - y)^alpha = beta x^-c}; where alpha is 0, y0 is arbitrary. */
  M4(CurveForm.M4);

  private final CurveForm form;

  ReferenceEstimator(CurveForm form) {
    this.form = form;
  }

  /** The form that it estimates. */
  public CurveForm form() {
    return form;
  }

  /** The estimate from the training points of a loss, whose ceiling y0 has no upper bound. */
  public ReferenceFit fit(ScalingCurve curve) {
    return fit(curve, Double.POSITIVE_INFINITY);
  }

  /** The estimate from the training points of an error rate: y0 at most 1.001. */
  public ReferenceFit fitErrorRate(ScalingCurve curve) {
    return fit(curve, 1.001);
  }

  private ReferenceFit fit(ScalingCurve curve, double highestCeiling) {
    Points points = Points.of(Arguments.present("curve", curve)).enoughFor(form.parameters());
    boolean undefined = this == M4 && points.maxY >= 1;
    double[] parameters =
        switch (this) {
          case M1 -> form.model().natural(form.model().starts(points).getFirst());
          case M2 -> new AlternatingOffset(points).solve();
          case M3 -> AlternatingLevel.solve(points);
          case M4 ->
              undefined
                  ? new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN}
                  : new AlternatingCeiling(points, highestCeiling).solve();
        };
    return new ReferenceFit(
        this, curve, parameters, undefined ? FitStatus.UNDEFINED : FitStatus.OK);
  }
}
