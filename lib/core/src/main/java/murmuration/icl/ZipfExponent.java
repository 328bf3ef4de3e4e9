package murmuration.icl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tech.tablesaw.api.Table;

/**
 * The exponent of {@code p_k ~ (k + 1)^-alpha} over K known classes, by maximum likelihood: where
 * the mean of {@code ln(k + 1)} under the law is that of the counts. The classes are in the order
 * of their true ranks and may have no count, as those of {@link ZipfClasses} do; where ranks are
 * taken from the counts themselves, use {@code ZipfRank} of the language family.
 *
 * <pre>{@code
 * double alpha = ZipfExponent.of(461, 224, 147, 126, 80, 65, 66).exponent();
 * }</pre>
 *
 * @param exponent alpha, 0 to 5
 * @param standardError its standard error from the information of independent draws; NaN where the
 *     exponent lies at an end of its range, where it has none
 * @param classes K
 * @param draws the sum of the counts
 * @param provenance where it comes from
 */
public record ZipfExponent(
    double exponent, double standardError, int classes, long draws, Provenance provenance)
    implements Result {
  private static final double HIGHEST = 5;
  private static final int MOST = 10_000_000;
  private static final double ACCURACY = 1e-13;
  private static final int EVALUATIONS = 500;
  private static final double NORMAL_95 = 1.959963984540054;

  /** Checks the numbers. */
  public ZipfExponent {
    Arguments.within("exponent", exponent, 0, HIGHEST);
    Arguments.require(classes >= 2, "classes is %d: expected at least 2", classes);
    Arguments.require(draws >= 1, "draws is %d: expected at least 1", draws);
    Arguments.present("provenance", provenance);
  }

  /**
   * Fits the exponent.
   *
   * @param counts draws of class 0, 1, ...; 2 to 10,000,000 classes, each 0 or more, not all 0,
   *     with a sum of at most 10^15
   */
  public static ZipfExponent of(long... counts) {
    Arguments.present("counts", counts);
    Arguments.require(
        counts.length >= 2 && counts.length <= MOST,
        "counts has %d classes: expected 2 to %d",
        counts.length,
        MOST);
    for (int k = 0; k < counts.length; k++) {
      Arguments.require(counts[k] >= 0, "counts[%d] is %d: expected 0 or more", k, counts[k]);
    }
    double draws = Arrays.stream(counts).asDoubleStream().sum();
    Arguments.within("sum of counts", draws, 1, 1e15);
    double[] logs = new double[counts.length];
    double observed = 0;
    for (int k = 0; k < logs.length; k++) {
      logs[k] = Math.log(k + 1.0);
      observed += counts[k] / draws * logs[k];
    }
    double exponent = solve(logs, observed);
    double error = 1 / Math.sqrt(draws * Law.of(logs, exponent).variance);
    boolean inside = exponent > 0 && exponent < HIGHEST;
    return new ZipfExponent(
        exponent,
        inside ? error : Double.NaN,
        counts.length,
        Arrays.stream(counts).sum(),
        Provenance.of(Map.of("law", "Zipf over known classes", "method", "maximum likelihood")));
  }

  /** The mean falls as the exponent rises, so that there is one root or an end. */
  private static double solve(double[] logs, double observed) {
    if (Law.of(logs, 0).mean <= observed) {
      return 0;
    }
    if (Law.of(logs, HIGHEST).mean >= observed) {
      return HIGHEST;
    }
    return new BrentSolver(ACCURACY, ACCURACY)
        .solve(EVALUATIONS, alpha -> Law.of(logs, alpha).mean - observed, 0, HIGHEST);
  }

  /** Mean and variance of {@code ln(k + 1)}. */
  private record Law(double mean, double variance) {
    static Law of(double[] logs, double alpha) {
      double total = 0;
      double first = 0;
      double second = 0;
      for (double log : logs) {
        double weight = Math.exp(-alpha * log);
        total += weight;
        first += weight * log;
        second += weight * log * log;
      }
      double mean = first / total;
      return new Law(mean, second / total - mean * mean);
    }
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Zipf exponent over %d known classes: %s %s (%d draws)",
        classes,
        Digits.of(exponent, 4),
        Double.isNaN(standardError)
            ? "at the end of its range, 0 to 5: no standard error"
            : "± " + Digits.of(standardError, 2),
        draws);
  }

  @Override
  public Table table() {
    double half = NORMAL_95 * standardError;
    return Quantities.of("Zipf exponent")
        .and("exponent", exponent, exponent - half, exponent + half)
        .and("classes", classes)
        .and("draws", (double) draws)
        .table();
  }
}
