package murmuration.scaling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.apache.commons.math3.special.Gamma;
import tech.tablesaw.api.Table;

/**
 * Could the runs come from a published law? Under it, the statistic follows chi-squared in large
 * samples.
 *
 * <ul>
 *   <li>{@link #wald}: {@code (theta0 - theta)' C^-1 (theta0 - theta)} with theta = (ln A, ln B, ln
 *       E, alpha, beta) and C the covariance of the estimate.
 *   <li>{@link #laplace}, {@link #huber}, {@link #normal}: {@code -2 (l0 - l1)}, the log-likelihood
 *       ratio of residuals of ln L that follow the named density with a free scale.
 * </ul>
 *
 * @param method which test
 * @param published the law that is tested
 * @param fitted the best law
 * @param statistic the value of chi-squared
 * @param degreesOfFreedom its degrees of freedom
 * @param p the probability of as large a value or a larger one under the published law
 */
public record LawTest(
    String method,
    AdditiveLaw published,
    AdditiveLaw fitted,
    double statistic,
    int degreesOfFreedom,
    double p)
    implements Result {
  private static final double SINGULAR = 1e-14;

  /** Checks that nothing is missing. */
  public LawTest {
    Arguments.present("method", method);
    Arguments.present("published", published);
    Arguments.present("fitted", fitted);
    Arguments.require(
        degreesOfFreedom >= 1 && degreesOfFreedom <= LawParameter.COUNT,
        "degreesOfFreedom is %d: expected 1 to %d",
        degreesOfFreedom,
        LawParameter.COUNT);
  }

  private static LawTest of(
      String method, AdditiveLaw published, AdditiveLaw fitted, double statistic, int freedom) {
    double x = Math.max(0, statistic);
    double p = Gamma.regularizedGammaQ(0.5 * freedom, 0.5 * x);
    return new LawTest(method, published, fitted, x, freedom, p);
  }

  static LawTest of(ScalingFit fit, double[][] covariance, AdditiveLaw published) {
    Arguments.require(
        !Double.isNaN(covariance[0][0] + covariance[LawParameter.COUNT - 1][3]),
        "the fit of %s with status %s has no covariance: expected one (bootstrap gives it)",
        fit.study().loss(),
        fit.status());
    return wald(fit.law(), covariance, published);
  }

  /**
   * The Wald test by any estimate and covariance, such as that of a bootstrap. Parameters whose
   * variance is 0 are not compared.
   *
   * @param estimate the fitted law
   * @param covariance of (ln A, ln B, ln E, alpha, beta), 5 by 5
   * @param published the law that is tested
   */
  public static LawTest wald(AdditiveLaw estimate, double[][] covariance, AdditiveLaw published) {
    double[] theta = Arguments.present("estimate", estimate).vector();
    double[] theta0 = Arguments.present("published", published).vector();
    double[][] c = Covariances.checked("covariance", covariance);
    int[] free = IntStream.range(0, c.length).filter(j -> c[j][j] != 0).toArray();
    int k = free.length;
    Arguments.require(k > 0, "covariance is 0: expected a variance above 0");
    double[] flat = new double[k * k];
    double[] difference = new double[k];
    for (int i = 0; i < k; i++) {
      difference[i] = theta0[free[i]] - theta[free[i]];
      for (int j = 0; j < k; j++) {
        flat[i * k + j] = c[free[i]][free[j]];
      }
    }
    var cholesky = new SmallCholesky(k);
    Arguments.require(
        cholesky.decompose(flat, k, 0, SINGULAR),
        "covariance is singular: expected a positive definite one, not that of a tied fit");
    double[] solved = new double[k];
    cholesky.descend(difference, solved);
    double statistic = -IntStream.range(0, k).mapToDouble(i -> difference[i] * solved[i]).sum();
    return of("Wald", published, estimate, statistic, k);
  }

  /** The likelihood ratio with Laplace's density: {@code 2 n ln (mean |r| by its least)}. */
  public static LawTest laplace(TrainingRuns runs, AdditiveLaw published) {
    return absolute("Laplace likelihood ratio", runs, published, FitLoss.LAD_LOG, 2);
  }

  /**
   * The same against another law than the best one, whose likelihood is then not the highest.
   *
   * @param runs the runs
   * @param published the law that is tested
   * @param other the law beside it
   */
  public static LawTest laplace(TrainingRuns runs, AdditiveLaw published, AdditiveLaw other) {
    double ratio = FitLoss.LAD_LOG.of(published, runs) / FitLoss.LAD_LOG.of(other, runs);
    double n = Arrays.stream(runs.weights()).sum();
    return of(
        "Laplace likelihood ratio", published, other, 2 * n * Math.log(ratio), LawParameter.COUNT);
  }

  /** The likelihood ratio with the normal density: {@code n ln (mean r^2 by its least)}. */
  public static LawTest normal(TrainingRuns runs, AdditiveLaw published) {
    return absolute("normal likelihood ratio", runs, published, FitLoss.NLS_LOG, 1);
  }

  private static LawTest absolute(
      String method, TrainingRuns runs, AdditiveLaw published, FitLoss loss, double factor) {
    ScalingFit fit = ScalingLaw.of(runs).loss(loss).fit();
    double ratio = loss.of(published, runs) / fit.objective();
    return of(method, published, fit.law(), factor * fit.n() * Math.log(ratio), LawParameter.COUNT);
  }

  /**
   * The likelihood ratio with Huber's density, {@code exp(-rho(r / s)) / s}, its scale s free under
   * both laws.
   *
   * @param runs the runs
   * @param published the law that is tested
   * @param delta where Huber's rho turns from a square to a line, in units of s, above 0
   */
  public static LawTest huber(TrainingRuns runs, AdditiveLaw published, double delta) {
    var likelihood = new HuberLikelihood(runs, Arguments.positive("delta", delta));
    double under = likelihood.of(Arguments.present("published", published));
    AdditiveLaw best = likelihood.best();
    return of(
        "Huber likelihood ratio",
        published,
        best,
        2 * (likelihood.of(best) - under),
        LawParameter.COUNT);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s test of %s%nagainst %s%nchi-squared %s on %d degrees of freedom, p = %s",
        method,
        published,
        fitted,
        Digits.of(statistic, 4),
        degreesOfFreedom,
        Digits.of(p, 2));
  }

  @Override
  public Table table() {
    return Quantities.of(method + " test")
        .and("chi-squared", statistic)
        .and("degrees of freedom", degreesOfFreedom)
        .and("p", p)
        .table();
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("method", method);
    options.put("published", Arrays.toString(published.vector()));
    options.put("fitted", Arrays.toString(fitted.vector()));
    return Provenance.of(options);
  }
}
