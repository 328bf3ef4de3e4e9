package murmuration.scaling.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.scaling.FitStatus;
import org.apache.commons.math3.distribution.TDistribution;
import tech.tablesaw.api.Table;

/**
 * A closed form fitted by least squares: of ln y for losses and sizes, of the error itself for
 * {@link DownstreamError}. Standard errors are from {@code s^2 (J^T J)^-1}, intervals by Student's
 * t with n - p degrees of freedom.
 *
 * <pre>{@code
 * double[] n = {1e7, 1e8, 1e9, 1e10};
 * FormFit<PowerOfScale> fit = PowerOfScale.fit(n, new double[] {3.4, 2.8, 2.4, 2});
 * double exponent = fit.law().exponent();
 * }</pre>
 *
 * @param law the fitted law
 * @param form what was fitted, in words
 * @param names the parameters, length p
 * @param estimates their estimates, length p
 * @param covariance p by p; NaN unless the status is OK
 * @param rss weighted sum of squared residuals
 * @param n points, one of weight w counting as w
 * @param status how the fit ended
 * @param <T> the law's type
 */
public record FormFit<T>(
    T law,
    String form,
    List<String> names,
    double[] estimates,
    double[][] covariance,
    double rss,
    double n,
    FitStatus status)
    implements Result {
  /** Checks the shapes and keeps its own copies. */
  public FormFit {
    Arguments.present("law", law);
    Arguments.present("form", form);
    names = Arguments.listed("names", names);
    Arguments.finite("estimates", estimates, 1);
    Arguments.present("covariance", covariance);
    Arguments.require(
        names.size() == estimates.length && covariance.length == estimates.length,
        "names has %d values, estimates %d, covariance %d rows: expected the same number",
        names.size(),
        estimates.length,
        covariance.length);
    for (double[] row : covariance) {
      Arguments.sameLength("a row of covariance", row, "estimates", estimates);
    }
    Arguments.present("status", status);
    Arguments.require(n > estimates.length, "n is %s: expected more than the parameters", n);
    estimates = estimates.clone();
    covariance = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
  }

  /** The standard error of parameter j; NaN unless the status is OK. */
  public double standardError(int j) {
    return Math.sqrt(covariance[index(j)][j]);
  }

  /** The interval of parameter j by Student's t, low and high; NaN unless the status is OK. */
  public double[] interval(int j, double level) {
    Arguments.require(level > 0 && level < 1, "level is %s: expected between 0 and 1", level);
    double t =
        new TDistribution(null, n - estimates.length).inverseCumulativeProbability(0.5 + level / 2);
    double half = t * standardError(j);
    return new double[] {estimates[j] - half, estimates[j] + half};
  }

  private int index(int j) {
    Arguments.require(
        j >= 0 && j < estimates.length, "j is %d: expected 0 to %d", j, estimates.length - 1);
    return j;
  }

  /** The root mean square of the residuals, {@code sqrt(rss / n)}. */
  public double rms() {
    return Math.sqrt(rss / n);
  }

  @Override
  public double[] estimates() {
    return estimates.clone();
  }

  @Override
  public double[][] covariance() {
    return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(form + ", n = " + Digits.of(n, 6) + ": " + status);
    for (int j = 0; j < estimates.length; j++) {
      double[] interval = interval(j, 0.95);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %s (95 %% %s to %s), SE %s",
              names.get(j),
              Digits.of(estimates[j], 4),
              Digits.of(interval[0], 4),
              Digits.of(interval[1], 4),
              Digits.of(standardError(j), 3)));
    }
    lines.add("rms residual " + Digits.of(rms(), 4));
    return String.join("\n", lines);
  }

  @Override
  public Table table() {
    Quantities rows = Quantities.of(form);
    for (int j = 0; j < estimates.length; j++) {
      double[] interval = interval(j, 0.95);
      rows = rows.and(names.get(j), estimates[j], interval[0], interval[1]);
    }
    return rows.and("rms residual", rms()).table();
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("form", form);
    options.put("points", Digits.of(n, 6));
    return Provenance.of(options);
  }
}
