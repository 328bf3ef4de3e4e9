package murmuration.scaling.curve;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import tech.tablesaw.api.Table;

/**
 * How well points that a fit did not see were predicted: {@code RMSLE = sqrt(mean (ln yhat - ln
 * y)^2)}, the root of the mean squared relative error.
 *
 * @param what what predicted, such as the form
 * @param curve the points that were held back
 * @param predicted yhat at each of them
 * @param rmsle NaN where a prediction is not above 0: that counts as a loss
 * @param standardError of the RMSLE as the benchmark of Alabdulmohsin et al. (2022) has it, {@code
 *     sqrt(mse + sd/sqrt(m)) - sqrt(mse)}, sd the standard deviation (over m) of the m squared
 *     errors; NaN for a single point
 */
public record Extrapolation(
    String what, ScalingCurve curve, double[] predicted, double rmsle, double standardError)
    implements Result {
  /** Checks the lengths and keeps its own copy. */
  public Extrapolation {
    Arguments.present("what", what);
    Arguments.present("curve", curve);
    Arguments.sameLength("curve", curve.x(), "predicted", predicted);
    predicted = predicted.clone();
  }

  /**
   * The error of predictions.
   *
   * @param what what predicted, for the summary
   * @param heldOut the points that were held back, without missing values
   * @param predicted yhat at each of them
   */
  public static Extrapolation of(String what, ScalingCurve heldOut, double[] predicted) {
    double[] y = Arguments.present("heldOut", heldOut).y();
    Arguments.finite("the y of heldOut", y, 1);
    Arguments.sameLength("heldOut", y, "predicted", predicted);
    int m = y.length;
    double[] squares = new double[m];
    double mean = 0;
    for (int i = 0; i < m; i++) {
      double error = predicted[i] > 0 ? Math.log(predicted[i]) - Math.log(y[i]) : Double.NaN;
      squares[i] = error * error;
      mean += squares[i] / m;
    }
    double variance = 0;
    for (double square : squares) {
      variance += (square - mean) * (square - mean) / m;
    }
    double above = mean + Math.sqrt(variance) / Math.sqrt(m);
    double error = m == 1 ? Double.NaN : Math.sqrt(above) - Math.sqrt(mean);
    return new Extrapolation(what, heldOut, predicted, Math.sqrt(mean), error);
  }

  @Override
  public double[] predicted() {
    return predicted.clone();
  }

  /** The RMSLE for comparisons: infinite where it is NaN. */
  public double loss() {
    return Double.isNaN(rmsle) ? Double.POSITIVE_INFINITY : rmsle;
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "%d points held back: RMSLE %s%s",
        predicted.length,
        Digits.of(rmsle, 4),
        Double.isNaN(standardError) ? "" : ", standard error " + Digits.of(standardError, 4));
  }

  @Override
  public String summary() {
    return what + ", " + words();
  }

  /** RMSLE and its standard error, then the prediction over the observation at each x. */
  @Override
  public Table table() {
    var quantities =
        Quantities.of(what + " on points held back")
            .and("RMSLE", rmsle)
            .and("standard error of the RMSLE", standardError);
    double[] x = curve.x();
    double[] y = curve.y();
    for (int i = 0; i < x.length; i++) {
      quantities =
          quantities.and("predicted/observed at " + Digits.of(x[i], 4), predicted[i] / y[i]);
    }
    return quantities.table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("what", what, "curve", curve.toString())).data(curve.source());
  }
}
