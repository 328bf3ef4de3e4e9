package murmuration.scaling.simulation;

import murmuration.math.Arguments;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The loss that random-feature ridge regression is expected to have, exact in the limit of many
 * features, samples and modes (Atanasov, Zavatone-Veth and Pehlevan 2024, arXiv 2405.00592;
 * Defilippis, Loureiro and Misiakiewicz 2024, arXiv 2405.15699).
 *
 * <p>With {@code df1 = sum lambda/(lambda + K)} and {@code df2 = sum (lambda/(lambda + K))^2}, K
 * solves {@code K (1 - df1/N)(1 - df1/D) = r}.
 *
 * @param kappa K, the resolution: modes with an eigenvalue above it are learned
 * @param kappa1 {@code K1 = K (1 - df1/N)}
 * @param df1 first degrees of freedom, below N and below D
 * @param df2 second degrees of freedom
 * @param gamma how much the finite sample inflates the loss, below 1
 * @param loss expected squared error on a new observation, label noise included
 */
public record RandomFeatureTheory(
    double kappa, double kappa1, double df1, double df2, double gamma, double loss) {
  private static final int MOST_STEPS = 200;
  private static final int LOWEST_LOG_RIDGE = -22;
  private static final int HIGHEST_LOG_RIDGE = 3;

  /** Refuses NaN. */
  public RandomFeatureTheory {
    Arguments.require(
        !Double.isNaN(kappa + kappa1 + df1 + df2 + gamma + loss),
        "kappa, kappa1, df1, df2, gamma, loss are %s, %s, %s, %s, %s, %s: expected numbers",
        kappa,
        kappa1,
        df1,
        df2,
        gamma,
        loss);
  }

  /** For eigenvalues and teacher of one length, n features, d samples and the ridge r. */
  static RandomFeatureTheory of(
      double[] eigenvalues, double[] teacher, double variance, double n, double d, double r) {
    double k = Math.exp(logKappa(eigenvalues, n, d, r));
    double df1 = 0;
    double df2 = 0;
    double missed = 0;
    double learned = 0;
    for (int i = 0; i < eigenvalues.length; i++) {
      double share = eigenvalues[i] / (eigenvalues[i] + k);
      double power = teacher[i] * teacher[i];
      df1 += share;
      df2 += share * share;
      missed += power * share * k;
      learned += power * share * share;
    }
    double k1 = k * (1 - df1 / n);
    double gamma = (df1 - (1 - df1 / n) * (df1 - df2) / (1 - df2 / n)) / d;
    double loss = (variance + missed - k1 * learned / (1 - df2 / n)) / (1 - gamma);
    return new RandomFeatureTheory(k, k1, df1, df2, gamma, loss);
  }

  /** The ridge of least loss: the best of 26 values, then Brent's method between its neighbours. */
  static double bestRidge(
      double[] eigenvalues, double[] teacher, double variance, double n, double d) {
    UnivariateFunction loss = log -> of(eigenvalues, teacher, variance, n, d, Math.exp(log)).loss();
    int best = LOWEST_LOG_RIDGE;
    double least = Double.POSITIVE_INFINITY;
    for (int log = LOWEST_LOG_RIDGE; log <= HIGHEST_LOG_RIDGE; log++) {
      double value = loss.value(log);
      best = value < least ? log : best;
      least = Math.min(least, value);
    }
    var between =
        new SearchInterval(
            Math.max(LOWEST_LOG_RIDGE, best - 1), Math.min(HIGHEST_LOG_RIDGE, best + 1));
    var found =
        new BrentOptimizer(1e-12, 1e-9)
            .optimize(
                new UnivariateObjectiveFunction(loss),
                GoalType.MINIMIZE,
                between,
                new MaxEval(MOST_STEPS));
    return Math.exp(found.getPoint());
  }

  /** The root in ln K by Newton's method, kept within a bracket; the equation rises with K. */
  private static double logKappa(double[] eigenvalues, double n, double d, double r) {
    double fewest = Math.min(n, d);
    double total = 0;
    for (double eigenvalue : eigenvalues) {
      total += eigenvalue;
    }
    double low = Math.log(r);
    double high = Math.log(Math.max(4 * r, 2 * total / fewest));
    double x = high;
    for (int step = 0; step < MOST_STEPS; step++) {
      double k = Math.exp(x);
      double df1 = 0;
      double df2 = 0;
      for (double eigenvalue : eigenvalues) {
        double share = eigenvalue / (eigenvalue + k);
        df1 += share;
        df2 += share * share;
      }
      double next = (low + high) / 2;
      if (df1 >= fewest) {
        low = x;
        next = (low + high) / 2;
      } else {
        double excess = x - Math.log(r) + Math.log1p(-df1 / n) + Math.log1p(-df1 / d);
        double slope = 1 + (df1 - df2) / (n - df1) + (df1 - df2) / (d - df1);
        double newton = x - excess / slope;
        low = excess <= 0 ? x : low;
        high = excess > 0 ? x : high;
        next = newton >= low && newton <= high ? newton : (low + high) / 2;
      }
      if (Math.abs(next - x) <= 1e-15 * Math.max(1, Math.abs(x))) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
