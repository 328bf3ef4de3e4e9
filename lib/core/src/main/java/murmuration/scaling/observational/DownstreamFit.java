package murmuration.scaling.observational;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.scaling.FitStatus;
import org.apache.commons.math3.distribution.TDistribution;
import tech.tablesaw.api.Table;

/**
 * A fitted {@link DownstreamRegression}.
 *
 * @param coefficients b0, then one for each predictor
 * @param standardErrors of the coefficients, from the linearised problem; NaN unless the status is
 *     OK
 * @param floor lo
 * @param meanSquare mean squared error on the points of the fit
 * @param n points
 * @param startsAgreeing share of the searches that ended at the best objective (within 1e-6)
 * @param status how it ended
 * @param provenance where it comes from
 */
public record DownstreamFit(
    double[] coefficients,
    double[] standardErrors,
    double floor,
    double meanSquare,
    int n,
    double startsAgreeing,
    FitStatus status,
    Provenance provenance)
    implements Result {
  private static final double LEVEL = 0.95;

  /** Checks the shapes and keeps its own copies. */
  public DownstreamFit {
    Arguments.finite("coefficients", coefficients, 2);
    Arguments.sameLength("standardErrors", standardErrors, "coefficients", coefficients);
    Arguments.within("floor", floor, 0, 1);
    Arguments.present("status", status);
    Arguments.present("provenance", provenance);
    coefficients = coefficients.clone();
    standardErrors = standardErrors.clone();
  }

  /** The score of a model with these predictors. */
  public double predict(double... row) {
    Arguments.finite("row", row, 1);
    Arguments.require(
        row.length == coefficients.length - 1,
        "row has %d numbers: expected %d",
        row.length,
        coefficients.length - 1);
    return floor + (1 - floor) * expit(linear(coefficients, row));
  }

  /**
   * The mean squared error on other models.
   *
   * @param predictors m rows, at least 1
   * @param scores length m
   */
  public double meanSquareOn(double[][] predictors, double[] scores) {
    double[] errors = errorsOn(predictors, scores);
    return Arrays.stream(errors).map(e -> e * e).average().orElseThrow();
  }

  /** What is predicted less what was scored, for other models. */
  public double[] errorsOn(double[][] predictors, double[] scores) {
    Arguments.present("predictors", predictors);
    Arguments.finite("scores", scores, 1);
    Arguments.require(
        predictors.length == scores.length,
        "predictors has %d rows, scores has %d values: expected the same number",
        predictors.length,
        scores.length);
    double[] errors = new double[scores.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = predict(predictors[i]) - scores[i];
    }
    return errors;
  }

  static double linear(double[] b, double[] row) {
    double sum = b[0];
    for (int j = 0; j < row.length; j++) {
      sum += b[j + 1] * row[j];
    }
    return sum;
  }

  static double expit(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  @Override
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        sigmoid of %d predictors, n = %d: %s
        b = %s; floor %s
        root mean square error %s; %s %% of the starts ended there\
        """,
        coefficients.length - 1,
        n,
        status,
        Arrays.stream(coefficients)
            .mapToObj(b -> Digits.of(b, 4))
            .collect(Collectors.joining(", ")),
        Digits.of(floor, 4),
        Digits.of(Math.sqrt(meanSquare), 4),
        Digits.of(100 * startsAgreeing, 3));
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("task regression");
    int df = n - coefficients.length;
    double t =
        df > 0
            ? new TDistribution(null, df).inverseCumulativeProbability(0.5 + LEVEL / 2)
            : Double.NaN;
    for (int j = 0; j < coefficients.length; j++) {
      double half = t * standardErrors[j];
      quantities =
          quantities.and("b" + j, coefficients[j], coefficients[j] - half, coefficients[j] + half);
    }
    return quantities
        .and("floor", floor)
        .and("mean squared error", meanSquare)
        .and("share of starts that agree", startsAgreeing)
        .table();
  }
}
