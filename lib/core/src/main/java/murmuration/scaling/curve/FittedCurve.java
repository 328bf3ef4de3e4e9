package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.InformationCriteria;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.scaling.FitStatus;
import tech.tablesaw.api.Table;

/**
 * A form with the parameters that fit a curve best.
 *
 * @param curve the points, those held back too
 * @param form the form
 * @param objective what was minimised
 * @param parameters in the order of {@link CurveForm#names}
 * @param covariance of the parameters, p by p; NaN unless the status is OK
 * @param value the objective at the optimum
 * @param rss sum of squared residuals on the scale of the objective, weighted
 * @param status how the fit ended
 * @param agreeing share of the starts whose search came to the same objective, within 1e-6
 */
public record FittedCurve(
    ScalingCurve curve,
    CurveForm form,
    CurveObjective objective,
    double[] parameters,
    double[][] covariance,
    double value,
    double rss,
    FitStatus status,
    double agreeing)
    implements Charted {
  private static final int DRAWN = 120;
  private static final int MOST_SHOWN = 7;

  /** Checks the shapes and keeps its own copies. */
  public FittedCurve {
    Arguments.present("curve", curve);
    Arguments.present("form", form);
    Arguments.present("objective", objective);
    Arguments.present("status", status);
    Arguments.finite("parameters", parameters, 1);
    Arguments.require(
        parameters.length == form.parameters(),
        "parameters has %d values: expected %d, %s",
        parameters.length,
        form.parameters(),
        form.names());
    Arguments.require(
        Arguments.present("covariance", covariance).length == parameters.length,
        "covariance has %d rows: expected %d",
        covariance.length,
        parameters.length);
    for (double[] row : covariance) {
      Arguments.sameLength("parameters", parameters, "a row of covariance", row);
    }
    Arguments.require(rss >= 0, "rss is %s: expected 0 or more", rss);
    parameters = parameters.clone();
    covariance = copy(covariance);
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[][] covariance() {
    return copy(covariance);
  }

  private static double[][] copy(double[][] m) {
    return Arrays.stream(m).map(double[]::clone).toArray(double[][]::new);
  }

  /** A parameter by its name, such as "c". */
  public double parameter(String name) {
    return parameters[index(name)];
  }

  /** The standard error of a parameter by the delta method; NaN unless the status is OK. */
  public double standardError(String name) {
    int j = index(name);
    return Math.sqrt(covariance[j][j]);
  }

  /**
   * The Wald interval of a parameter by Student's t, low and high: symmetric in the logarithm for
   * those of scale, such as beta. NaN unless the status is OK.
   */
  public double[] interval(String name, double level) {
    int j = index(name);
    double half = quantile(level) * standardError(name);
    if (form.model().logged()[j]) {
      double factor = Math.exp(half / parameters[j]);
      return new double[] {parameters[j] / factor, parameters[j] * factor};
    }
    return new double[] {parameters[j] - half, parameters[j] + half};
  }

  private int index(String name) {
    int j = form.names().indexOf(Arguments.present("name", name));
    Arguments.require(j >= 0, "there is no parameter %s: expected one of %s", name, form.names());
    return j;
  }

  /** The training points, or the sum of their weights. */
  public double n() {
    double[] weights = curve.weights();
    boolean[] training = curve.training();
    double n = 0;
    for (int i = 0; i < weights.length; i++) {
      n += training[i] ? weights[i] : 0;
    }
    return n;
  }

  /**
   * Information criteria, comparable between fits of the same points by the same objective; NaN for
   * Huber's loss, which is no sum of squares.
   */
  public InformationCriteria criteria() {
    return objective.isLeastSquares()
        ? InformationCriteria.of(rss, n(), parameters.length)
        : new InformationCriteria(Double.NaN, Double.NaN, Double.NaN);
  }

  /** The form at x. */
  public double at(double x) {
    return form.at(parameters, x);
  }

  /** The form at several x. */
  public double[] at(double[] x) {
    return form.curve(parameters, x);
  }

  /** The standard error of {@link #at(double)} by the delta method; NaN unless the status is OK. */
  public double standardErrorAt(double x) {
    double[] theta = form.model().theta(parameters);
    double[] gradient = new double[parameters.length];
    form.model().at(Arguments.positive("x", x), Math.log(x), theta, gradient);
    boolean[] logged = form.model().logged();
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] /= logged[j] ? parameters[j] : 1;
    }
    double sum = 0;
    for (int j = 0; j < gradient.length; j++) {
      for (int k = 0; k < gradient.length; k++) {
        sum += gradient[j] * covariance[j][k] * gradient[k];
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /**
   * The interval of the curve at x by the delta method, low and high, without the noise of a point:
   * symmetric in ln y unless the objective is linear. It takes the form for true.
   */
  public double[] band(double x, double level) {
    return interval(x, standardErrorAt(x), level);
  }

  /** The same for a new point: with the noise of a point, as large as the residuals. */
  public double[] predictionBand(double x, double level) {
    double noise = Math.sqrt(rss / (n() - parameters.length));
    double unit =
        switch (objective.scale()) {
          case LOG -> at(x);
          case LOG1P -> 1 + at(x);
          case LINEAR -> 1;
        };
    return interval(x, Math.hypot(standardErrorAt(x), noise * unit), level);
  }

  private double[] interval(double x, double error, double level) {
    double y = at(x);
    double half = quantile(level) * error;
    if (objective.scale() == CurveObjective.Scale.LINEAR || y <= 0) {
      return new double[] {y - half, y + half};
    }
    double factor = Math.exp(half / y);
    return new double[] {y / factor, y * factor};
  }

  private double quantile(double level) {
    return Rows.quantile(level, n() - parameters.length);
  }

  /** How well the points that were held back are predicted; empty where none were. */
  public Optional<Extrapolation> extrapolation() {
    if (curve.heldBack() == 0) {
      return Optional.empty();
    }
    ScalingCurve held = curve.heldOut();
    return Optional.of(Extrapolation.of(form.toString(), held, at(held.x())));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(form + " for " + curve);
    for (int j = 0; j < Math.min(MOST_SHOWN, parameters.length); j++) {
      String name = form.names().get(j);
      double[] interval = interval(name, 0.95);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-8s %12s   95 %% %s to %s",
              name,
              Digits.of(parameters[j], 4),
              Digits.of(interval[0], 4),
              Digits.of(interval[1], 4)));
    }
    if (parameters.length > MOST_SHOWN) {
      lines.add("and " + (parameters.length - MOST_SHOWN) + " more in the table");
    }
    var criteria = criteria();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: rss %s, AICc %s, BIC %s; %s, %.0f %% of starts agree",
            objective,
            Digits.of(rss, 4),
            Digits.of(criteria.aicc(), 4),
            Digits.of(criteria.bic(), 4),
            status,
            100 * agreeing));
    extrapolation().ifPresent(e -> lines.add(e.words()));
    return String.join("\n", lines);
  }

  @Override
  public Table table() {
    var quantities = Quantities.of(form + " for " + curve.yName());
    for (int j = 0; j < parameters.length; j++) {
      String name = form.names().get(j);
      double[] interval = interval(name, 0.95);
      quantities = quantities.and(name, parameters[j], interval[0], interval[1]);
    }
    var criteria = criteria();
    quantities =
        quantities
            .and("rss", rss)
            .and("AIC", criteria.aic())
            .and("AICc", criteria.aicc())
            .and("BIC", criteria.bic());
    var ahead = extrapolation();
    return (ahead.isPresent() ? quantities.and("RMSLE ahead", ahead.get().rmsle()) : quantities)
        .table();
  }

  /** The points, those held back apart, and the form with its 95 % band. */
  @Override
  public Figure chart() {
    double[] x = grid();
    double[] y = at(x);
    double[] low = x.clone();
    double[] high = x.clone();
    for (int i = 0; i < x.length; i++) {
      double[] band = band(x[i], 0.95);
      low[i] = band[0];
      high[i] = band[1];
    }
    Panel panel = CurvePanel.of(curve);
    if (status == FitStatus.OK) {
      panel = panel.band("95 % band", x, CurvePanel.positive(low), CurvePanel.positive(high));
    }
    return Figure.of(panel.line(form.toString(), x, CurvePanel.positive(y)));
  }

  private double[] grid() {
    return CurvePanel.grid(curve, DRAWN);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("curve", curve.toString());
    options.put("form", form.toString());
    options.put("objective", objective.toString());
    return Provenance.of(options).data(curve.source());
  }
}
