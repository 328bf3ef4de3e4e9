package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Rolling-origin validation of a form: for every prefix of at least p + 2 training points, in order
 * of x, the form is fitted and predicts the next points. What is left of a curve plays the future,
 * once for each of its points.
 *
 * @param form the form
 * @param objective what was minimised
 * @param horizon points predicted from each prefix, fewer at the end
 * @param prefix points that each prediction was made from
 * @param x where each prediction was made
 * @param errors {@code ln yhat - ln y} of each; NaN where yhat is not above 0
 */
public record RollingOrigin(
    CurveForm form,
    CurveObjective objective,
    int horizon,
    int[] prefix,
    double[] x,
    double[] errors)
    implements Result {
  /** Checks the lengths and keeps its own copies. */
  public RollingOrigin {
    Arguments.present("form", form);
    Arguments.present("objective", objective);
    Arguments.require(horizon >= 1, "horizon is %d: expected at least 1", horizon);
    Arguments.sameLength("x", x, "errors", errors);
    Arguments.require(
        Arguments.present("prefix", prefix).length == x.length,
        "prefix has %d values, x has %d: expected the same length",
        prefix.length,
        x.length);
    prefix = prefix.clone();
    x = x.clone();
    errors = errors.clone();
  }

  /** The next point each time, by least squares of ln y. */
  public static RollingOrigin of(ScalingCurve curve, CurveForm form) {
    return of(curve, form, CurveObjective.LOG, 1);
  }

  /**
   * The next points.
   *
   * @param curve at least p + 3 training points, without missing values
   * @param form a form with p parameters
   * @param objective what is minimised
   * @param horizon points to predict from each prefix, 1 to the number of points
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static RollingOrigin of(
      ScalingCurve curve, CurveForm form, CurveObjective objective, int horizon) {
    Arguments.present("form", form);
    return of(curve, form, objective, horizon, form.parameters() + 2);
  }

  /**
   * The same from prefixes of at least so many points: for forms that are to be compared on the
   * same predictions.
   *
   * @param shortest points of the shortest prefix, at least p + 2
   */
  public static RollingOrigin of(
      ScalingCurve curve, CurveForm form, CurveObjective objective, int horizon, int shortest) {
    Arguments.present("form", form);
    Arguments.present("objective", objective);
    ScalingCurve train = Arguments.present("curve", curve).train().sorted();
    int n = train.size();
    Arguments.require(
        shortest >= form.parameters() + 2,
        "shortest is %d: expected at least %d",
        shortest,
        form.parameters() + 2);
    Arguments.require(horizon >= 1 && horizon <= n, "horizon is %d: expected 1 to %d", horizon, n);
    Arguments.require(n > shortest, "needs more than %d points, got %d", shortest, n);
    double[] allX = train.x();
    double[] allY = train.y();
    List<double[]> predicted =
        Parallel.map(
            "rolling origin",
            n - shortest,
            i -> {
              int[] rows = IntStream.range(0, shortest + i).toArray();
              var fit = CurveFit.of(train.rows(rows)).form(form).objective(objective).fit();
              int until = Math.min(n, rows.length + horizon);
              return fit.at(
                  IntStream.range(rows.length, until).mapToDouble(k -> allX[k]).toArray());
            });
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < predicted.size(); i++) {
      double[] ahead = predicted.get(i);
      for (int k = 0; k < ahead.length; k++) {
        int at = shortest + i + k;
        double error = ahead[k] > 0 ? Math.log(ahead[k]) - Math.log(allY[at]) : Double.NaN;
        rows.add(new double[] {shortest + i, allX[at], error});
      }
    }
    return new RollingOrigin(
        form,
        objective,
        horizon,
        rows.stream().mapToInt(row -> (int) row[0]).toArray(),
        rows.stream().mapToDouble(row -> row[1]).toArray(),
        rows.stream().mapToDouble(row -> row[2]).toArray());
  }

  @Override
  public int[] prefix() {
    return prefix.clone();
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] errors() {
    return errors.clone();
  }

  /** The root of the mean squared error; NaN where a prediction is not above 0. */
  public double rmsle() {
    double sum = 0;
    for (double error : errors) {
      sum += error * error;
    }
    return Math.sqrt(sum / errors.length);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s, rolling origin, %d predictions of up to %d points ahead: RMSLE %s",
        form,
        errors.length,
        horizon,
        Digits.of(rmsle(), 4));
  }

  /** One row a prediction: points it was made from, x, error. */
  @Override
  public Table table() {
    return Table.create(
        form + ", rolling origin",
        IntColumn.create("points", prefix),
        DoubleColumn.create("x", x),
        DoubleColumn.create("ln predicted/observed", errors));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("form", form.toString());
    options.put("objective", objective.toString());
    options.put("horizon", Integer.toString(horizon));
    return Provenance.of(options);
  }
}
