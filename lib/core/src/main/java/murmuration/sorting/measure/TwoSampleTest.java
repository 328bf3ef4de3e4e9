package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * Whether two samples of runs differ in their mean.
 *
 * @param test which test
 * @param sizeA runs in the first sample
 * @param sizeB runs in the second
 * @param meanA mean of the first sample
 * @param meanB mean of the second
 * @param standardError standard error of the difference of the means
 * @param degreesOfFreedom of Student's t; infinite for the normal law; NaN where both samples are
 *     constant
 */
public record TwoSampleTest(
    Kind test,
    int sizeA,
    int sizeB,
    double meanA,
    double meanB,
    double standardError,
    double degreesOfFreedom)
    implements Result {
  /** The tests. */
  public enum Kind {
    /**
     * {@code z = (mean a - mean b)/sqrt(v (1/na + 1/nb))}, v the pooled variance, p from the normal
     * law: the published Z-tests, equal to statsmodels {@code ztest}.
     */
    Z,
    /** Variances of their own, p from Student's t with Welch's (1947) degrees of freedom. */
    WELCH
  }

  private static final double ENDLESS = 1e9;

  /** Checks the sizes and the standard error. */
  public TwoSampleTest {
    Arguments.present("test", test);
    Arguments.require(
        sizeA >= 2 && sizeB >= 2, "sizes %d and %d: expected 2 or more", sizeA, sizeB);
    Arguments.require(standardError >= 0, "standardError %s: expected 0 or more", standardError);
    Arguments.require(
        !(degreesOfFreedom < 1), "degreesOfFreedom %s: expected 1 or more", degreesOfFreedom);
  }

  /**
   * The Z-test with pooled variance.
   *
   * @param a first sample, at least 2 values
   * @param b second sample, at least 2 values
   */
  public static TwoSampleTest z(double[] a, double[] b) {
    checked(a, b);
    double pooled =
        ((a.length - 1) * StatUtils.variance(a) + (b.length - 1) * StatUtils.variance(b))
            / (a.length + b.length - 2.0);
    double error = Math.sqrt(pooled * (1.0 / a.length + 1.0 / b.length));
    return of(Kind.Z, a, b, error, Double.POSITIVE_INFINITY);
  }

  /**
   * Welch's t-test.
   *
   * @param a first sample, at least 2 values
   * @param b second sample, at least 2 values
   */
  public static TwoSampleTest welch(double[] a, double[] b) {
    checked(a, b);
    double ofA = StatUtils.variance(a) / a.length;
    double ofB = StatUtils.variance(b) / b.length;
    double share = ofA / (ofA + ofB);
    double freedom =
        1 / (share * share / (a.length - 1) + (1 - share) * (1 - share) / (b.length - 1));
    return of(Kind.WELCH, a, b, Math.sqrt(ofA + ofB), freedom);
  }

  private static TwoSampleTest of(Kind test, double[] a, double[] b, double error, double freedom) {
    Arguments.require(Double.isFinite(error), "values too large: their variance is %s", error);
    return new TwoSampleTest(
        test, a.length, b.length, StatUtils.mean(a), StatUtils.mean(b), error, freedom);
  }

  private static void checked(double[] a, double[] b) {
    Arguments.finite("a", a, 2);
    Arguments.finite("b", b, 2);
  }

  /** Mean of a minus mean of b. */
  public double difference() {
    return meanA - meanB;
  }

  /**
   * Difference over standard error; NaN where both samples are constant and equal, infinite where
   * they are constant and differ.
   */
  public double statistic() {
    return difference() / standardError;
  }

  /** Two-sided p; NaN where the statistic is. */
  public double p() {
    double t = statistic();
    return isNormal() || !Double.isFinite(t)
        ? Normal.twoSided(t)
        : 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-Math.abs(t));
  }

  /** Lower end of the 95 % interval of the difference. */
  public double low() {
    return difference() - halfWidth();
  }

  /** Upper end of the 95 % interval of the difference. */
  public double high() {
    return difference() + halfWidth();
  }

  private boolean isNormal() {
    return !(degreesOfFreedom < ENDLESS);
  }

  private double halfWidth() {
    double quantile =
        isNormal()
            ? Normal.quantile(0.975)
            : new TDistribution(degreesOfFreedom).inverseCumulativeProbability(0.975);
    return quantile * standardError;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s test: mean %s (n = %d) against %s (n = %d)
        difference %s (95 %% %s to %s), %s = %s, two-sided p %s\
        """,
        test == Kind.Z ? "Z" : "Welch",
        Digits.of(meanA, 4),
        sizeA,
        Digits.of(meanB, 4),
        sizeB,
        Digits.of(difference(), 4),
        Digits.of(low(), 4),
        Digits.of(high(), 4),
        test == Kind.Z ? "z" : "t",
        Digits.of(statistic(), 4),
        Digits.of(p(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("two samples")
        .and("mean a", meanA)
        .and("mean b", meanB)
        .and("difference", difference(), low(), high())
        .and(test == Kind.Z ? "z" : "t", statistic())
        .and("degrees of freedom", degreesOfFreedom)
        .and("two-sided p", p())
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of("test", test.name(), "sizes", Arrays.asList(sizeA, sizeB).toString()));
  }
}
