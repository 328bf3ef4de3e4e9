package murmuration.warning.spatial;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import tech.tablesaw.api.Table;

/**
 * A law fitted to patch sizes by discrete maximum likelihood.
 *
 * @param law the law
 * @param xmin smallest size that it is a law of
 * @param n patches of at least that size
 * @param parameters in the order of {@link PatchLaw#parameters}
 * @param errors their standard errors from the curvature of the likelihood; NaN where it has none,
 *     as on the edge of the allowed values
 * @param logLikelihood its maximum, natural logarithm
 */
public record PatchFit(
    PatchLaw law, int xmin, int n, double[] parameters, double[] errors, double logLikelihood)
    implements Result {
  private static final double REACH = Normal.quantile(0.975);

  /** Keeps its own copies. */
  public PatchFit {
    Arguments.present("law", law);
    Arguments.require(xmin >= 1, "xmin is %d: expected at least 1", xmin);
    Arguments.series("parameters", parameters, 1);
    Arguments.series("errors", errors, 1);
    Arguments.sameLength("parameters", parameters, "errors", errors);
    Arguments.require(
        parameters.length == law.parameters().size(),
        "%s has %d parameters: expected %d",
        law.words(),
        parameters.length,
        law.parameters().size());
    parameters = parameters.clone();
    errors = errors.clone();
  }

  @Override
  public double[] parameters() {
    return parameters.clone();
  }

  @Override
  public double[] errors() {
    return errors.clone();
  }

  /** Akaike's criterion, {@code 2 k - 2 ln L}: lower is better. */
  public double aic() {
    return 2 * parameters.length - 2 * logLikelihood;
  }

  /** Schwarz's criterion, {@code k ln n - 2 ln L}: lower is better. */
  public double bic() {
    return parameters.length * Math.log(n) - 2 * logLikelihood;
  }

  /**
   * The probability under the law of a patch at least this large.
   *
   * @param size cells, at least xmin
   */
  public double atLeast(int size) {
    Arguments.require(size >= xmin, "size is %d: expected at least xmin, %d", size, xmin);
    return law.atLeast(parameters, xmin, size);
  }

  @Override
  public String summary() {
    var text = new StringBuilder(law.words());
    for (int i = 0; i < parameters.length; i++) {
      text.append(i == 0 ? ": " : ", ")
          .append(law.parameters().get(i))
          .append(' ')
          .append(Digits.of(parameters[i], 4));
      if (!Double.isNaN(errors[i])) {
        text.append(" (95 %% %s to %s)".formatted(Digits.of(low(i), 4), Digits.of(high(i), 4)));
      }
    }
    return String.format(
        Locale.ROOT, "%s; AIC %.4f, BIC %.4f, n = %d of size >= %d", text, aic(), bic(), n, xmin);
  }

  private double low(int i) {
    double least = law == PatchLaw.POWER_LAW ? 1 : 0;
    return Double.isNaN(errors[i])
        ? Double.NaN
        : Math.max(least, parameters[i] - REACH * errors[i]);
  }

  private double high(int i) {
    return parameters[i] + REACH * errors[i];
  }

  @Override
  public Table table() {
    var quantities = Quantities.of(law.words());
    for (int i = 0; i < parameters.length; i++) {
      quantities = quantities.and(law.parameters().get(i), parameters[i], low(i), high(i));
    }
    return quantities
        .and("log-likelihood", logLikelihood)
        .and("AIC", aic())
        .and("BIC", bic())
        .and("n", n)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("law", law.words(), "xmin", String.valueOf(xmin)));
  }
}
