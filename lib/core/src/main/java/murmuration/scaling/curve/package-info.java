/**
 * Curves: one loss along one scale. Which form describes it, how far it may be extended, and
 * whether it breaks.
 *
 * <pre>{@code
 * double[] x = {1e3, 2e3, 4e3, 8e3, 1.6e4, 3.2e4, 6.4e4, 1.28e5};
 * double[] y = CurveForm.OFFSET.curve(new double[] {0.5, 20, 0.4}, x);
 * ScalingCurve curve = ScalingCurve.of(x, y).named("examples", "loss").until(4e4);
 * FittedCurve fit = CurveFit.of(curve).form(CurveForm.OFFSET).objective(CurveObjective.LOG).fit();
 * double[] band = fit.predictionBand(1e6, 0.95);
 * double ahead = fit.extrapolation().map(Extrapolation::rmsle).orElse(Double.NaN);
 * CurveComparison forms = CurveComparison.of(curve, CurveForm.POWER, CurveForm.OFFSET);
 * }</pre>
 *
 * <p><b>One form.</b> {@link murmuration.scaling.curve.ScalingCurve} holds the points and which of
 * them are held back. {@link murmuration.scaling.curve.CurveFit} fits a {@link
 * murmuration.scaling.curve.CurveForm} by a {@link murmuration.scaling.curve.CurveObjective} and
 * gives a {@link murmuration.scaling.curve.FittedCurve}: parameters with intervals, criteria,
 * bands. {@link murmuration.scaling.curve.Extrapolation} is its error on the points held back,
 * {@link murmuration.scaling.curve.RollingOrigin} that on each point in turn.
 *
 * <p><b>Several forms.</b> {@link murmuration.scaling.curve.CurveComparison} puts what the criteria
 * say beside what the points ahead say. {@link murmuration.scaling.curve.ReferenceEstimator} keeps
 * the estimators of the published benchmark, with {@link murmuration.scaling.curve.ReferenceFit}.
 *
 * <p><b>Does it break?</b> {@link murmuration.scaling.curve.SegmentedRegression} tests for one
 * break of a line, {@link murmuration.scaling.curve.PiecewiseLine} finds several, {@link
 * murmuration.scaling.curve.ConcavityTest} tests for a bend, and {@link
 * murmuration.scaling.curve.BrokenLawSelection} asks how many breaks a broken law should have.
 *
 * <pre>{@code
 * double[] t = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
 * double[] v = {0, 0.1, 0, 0.1, 0, 1, 2.1, 3, 3.9, 5};
 * SegmentedRegression one = SegmentedRegression.of(t, v, 99, 1);
 * PiecewiseLine several = PiecewiseLine.of(t, v, 2);
 * double[] x = LogSpaced.of(1e3, 1e6, 12);
 * double[] y = CurveForm.POWER.curve(new double[] {20, 0.4}, x);
 * ConcavityTest bend = ConcavityTest.of(x, y);
 * ScalingCurve curve = ScalingCurve.of(x, y);
 * BrokenLawSelection breaks = BrokenLawSelection.of(curve, CurveObjective.LOG, 0);
 * ReferenceFit published = ReferenceEstimator.M2.fit(curve);
 * RollingOrigin rolling = RollingOrigin.of(curve, CurveForm.POWER);
 * }</pre>
 */
@NullMarked
package murmuration.scaling.curve;

import org.jspecify.annotations.NullMarked;
