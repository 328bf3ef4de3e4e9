package murmuration.scaling.curve;

import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A form fitted to the training points of a curve.
 *
 * <pre>{@code
 * double[] x = {1e3, 2e3, 4e3, 8e3, 1.6e4, 3.2e4};
 * double[] y = {2.1, 1.7, 1.4, 1.2, 1.05, 0.96};
 * FittedCurve fit = CurveFit.of(x, y).form(CurveForm.OFFSET).fit();
 * double ahead = fit.at(1e5);
 * }</pre>
 *
 * <p>The search starts from many places, made by variable projection (where the others are fixed,
 * the scale and the exponents follow by linear least squares), and goes downhill by Levenberg and
 * Marquardt with exact derivatives. The objective {@code mean (ln(y - e) - ln beta + c ln x)^2} of
 * the published estimators is not offered here: its lowest value lies at e = 0 on many curves. They
 * are {@link ReferenceEstimator}.
 *
 * @param curve the points
 * @param form the form
 * @param chosen what is minimised, or null for what the form's authors minimise
 */
public record CurveFit(ScalingCurve curve, CurveForm form, @Nullable CurveObjective chosen) {
  /** Checks that there is a curve and a form. */
  public CurveFit {
    Arguments.present("curve", curve);
    Arguments.present("form", form);
  }

  /** The offset power law by least squares of ln y, where nothing else is said. */
  public static CurveFit of(ScalingCurve curve) {
    return new CurveFit(curve, CurveForm.OFFSET, null);
  }

  /** The same for points of equal weight; see {@link ScalingCurve#of(double[], double[])}. */
  public static CurveFit of(double[] x, double[] y) {
    return of(ScalingCurve.of(x, y));
  }

  /** The same for two columns of a table. */
  public static CurveFit of(Table table, String x, String y) {
    return of(ScalingCurve.of(table, x, y));
  }

  /** The same with another form. */
  public CurveFit form(CurveForm value) {
    return new CurveFit(curve, value, chosen);
  }

  /** The same with another objective. */
  public CurveFit objective(CurveObjective value) {
    return new CurveFit(curve, form, Arguments.present("objective", value));
  }

  /** The same with the points beyond x = cut held back. */
  public CurveFit until(double cut) {
    return new CurveFit(curve.until(cut), form, chosen);
  }

  /** What is minimised: what was chosen, else {@link CurveForm#objective}. */
  public CurveObjective objective() {
    return chosen == null ? form.objective() : chosen;
  }

  /**
   * Fits.
   *
   * @throws IllegalArgumentException where a value is missing, where there are fewer than p + 1
   *     training points for p parameters, or where all x are equal
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public FittedCurve fit() {
    Points points = Points.of(curve).enoughFor(form.parameters());
    var search = CurveSearch.of(form.model(), points, objective());
    return CurveCovariance.of(this, points, search);
  }
}
