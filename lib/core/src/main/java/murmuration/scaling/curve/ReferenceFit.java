package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.scaling.FitStatus;
import tech.tablesaw.api.Table;

/**
 * What a published estimator gives.
 *
 * @param estimator the estimator
 * @param curve the points, those held back too
 * @param parameters in the order of its form; exponents positive for falling curves. NaN where
 *     undefined
 * @param status UNDEFINED where M4 meets a y of 1 or more, of which its regression takes ln(1 - y)
 */
public record ReferenceFit(
    ReferenceEstimator estimator, ScalingCurve curve, double[] parameters, FitStatus status)
    implements Charted {
  /** Checks the length and keeps its own copy. */
  public ReferenceFit {
    Arguments.present("estimator", estimator);
    Arguments.present("curve", curve);
    Arguments.present("status", status);
    Arguments.require(
        Arguments.present("parameters", parameters).length == estimator.form().parameters(),
        "parameters has %d values: expected %d, %s",
        parameters.length,
        estimator.form().parameters(),
        estimator.form().names());
    parameters = parameters.clone();
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  /** A parameter by its name, such as "c". */
  public double parameter(String name) {
    int j = estimator.form().names().indexOf(Arguments.present("name", name));
    Arguments.require(
        j >= 0, "there is no parameter %s: expected one of %s", name, estimator.form().names());
    return parameters[j];
  }

  /** The curve at several x; NaN where undefined. */
  public double[] at(double[] x) {
    if (status == FitStatus.UNDEFINED) {
      double[] none = Arguments.present("x", x).clone();
      Arrays.fill(none, Double.NaN);
      return none;
    }
    return estimator.form().curve(parameters, x);
  }

  /** Half the Euclidean norm of the logarithmic residuals that the estimator works with. */
  public double objective() {
    Points points = Points.of(curve);
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      double r = residual(points.y[i], points.lnX[i], points.x[i]) * points.rootWeights[i];
      sum += r * r;
    }
    return Math.sqrt(sum) / 2;
  }

  private double residual(double y, double lnX, double x) {
    double[] p = parameters;
    return switch (estimator) {
      case M1 -> Math.log(y) - Math.log(p[0]) + p[1] * lnX;
      case M2 -> Math.log(y - p[0]) - Math.log(p[1]) + p[2] * lnX;
      case M3 -> Math.log(y) - Math.log(p[0]) - p[1] * Math.log(1 / x + p[2]);
      case M4 -> Math.log(y - p[0]) - p[2] * Math.log(p[1] - y) - Math.log(p[3]) + p[4] * lnX;
    };
  }

  /** How well the points that were held back are predicted; empty where none were. */
  public Optional<Extrapolation> extrapolation() {
    if (curve.heldBack() == 0) {
      return Optional.empty();
    }
    ScalingCurve held = curve.heldOut();
    return Optional.of(Extrapolation.of("reference " + estimator, held, at(held.x())));
  }

  @Override
  public String summary() {
    var text = new StringBuilder("reference " + estimator + " for " + curve + "\n");
    for (int j = 0; j < parameters.length; j++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-8s %s%n",
              estimator.form().names().get(j),
              Digits.of(parameters[j], 4)));
    }
    text.append(status);
    extrapolation().ifPresent(e -> text.append("; ").append(e.words()));
    return text.toString();
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("reference " + estimator);
    for (int j = 0; j < parameters.length; j++) {
      quantities = quantities.and(estimator.form().names().get(j), parameters[j]);
    }
    quantities = quantities.and("objective", objective());
    var ahead = extrapolation();
    return (ahead.isPresent() ? quantities.and("RMSLE ahead", ahead.get().rmsle()) : quantities)
        .table();
  }

  /** The points, those held back apart, and the estimated curve. */
  @Override
  public Figure chart() {
    double[] x = CurvePanel.grid(curve, 120);
    return Figure.of(
        CurvePanel.of(curve).line("reference " + estimator, x, CurvePanel.positive(at(x))));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("estimator", estimator.toString(), "curve", curve.toString()))
        .data(curve.source());
  }
}
