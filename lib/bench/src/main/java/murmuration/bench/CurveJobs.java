package murmuration.bench;

import java.util.Arrays;
import murmuration.scaling.curve.CurveFit;
import murmuration.scaling.curve.CurveForm;
import murmuration.scaling.curve.FittedCurve;
import murmuration.scaling.curve.ReferenceEstimator;
import murmuration.scaling.curve.ReferenceFit;
import murmuration.scaling.curve.ScalingCurve;

/** Our side of {@code curves.py}. */
final class CurveJobs {
  private CurveJobs() {}

  /** A job by its name; the numbers are x, then y. */
  static double[] run(String job, double[] x) {
    ScalingCurve curve = curve(x);
    return switch (job) {
      case "bnsl-4digit-addition" -> {
        FittedCurve fit = broken(curve);
        yield new double[] {fit.value() / fit.n()};
      }
      case "reference-m2" -> answer(ReferenceEstimator.M2.fit(curve));
      case "reference-m4" -> answer(ReferenceEstimator.M4.fit(curve));
      default ->
          throw new IllegalArgumentException("job is " + job + ": expected one of scaling.py");
    };
  }

  private static double[] answer(ReferenceFit fit) {
    return new double[] {fit.parameter("e"), fit.parameter("c")};
  }

  static ScalingCurve curve(double[] x) {
    int n = x.length / 2;
    return ScalingCurve.of(Arrays.copyOf(x, n), Arrays.copyOfRange(x, n, 2 * n));
  }

  static FittedCurve broken(ScalingCurve curve) {
    return CurveFit.of(curve).form(CurveForm.BNSL1).fit();
  }
}
