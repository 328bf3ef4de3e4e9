package murmuration.scaling.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import murmuration.math.Interruption;
import murmuration.math.Lbfgs;
import murmuration.scaling.FitStatus;
import murmuration.scaling.pass.PassCounts.Group;
import murmuration.scaling.pass.SuccessLaw.ScaledBeta;
import murmuration.scaling.pass.SuccessLaw.ZeroInflatedBeta;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** The maximum of the likelihood of a law, and what its shape there says of the errors. */
final class SuccessSearch {
  /** Log-odds beyond which a share counts as 0 or 1. */
  private static final double EDGE = 12;

  /** What a likelihood must gain to speak for spread. */
  private static final double TELLS = 1e-5;

  private static final double GRADIENT = 1e-5;
  private static final int ITERATIONS = 200;
  private static final double STEP = 1e-3;

  private final List<Group> groups;
  private final SuccessFamily family;

  private SuccessSearch(List<Group> groups, SuccessFamily family) {
    this.groups = groups;
    this.family = family;
  }

  static SuccessFit fit(PassCounts counts, SuccessFamily family) {
    int size = family.parameters().size();
    if (counts.solved() == 0) {
      return new SuccessFit(counts, family, FitStatus.ALL_ZERO, null, Double.NaN, unknown(size), 0);
    }
    List<Group> groups = counts.groups();
    var search = new SuccessSearch(groups, family);
    var beta = BetaNewton.of(groups);
    if (family != SuccessFamily.BETA) {
      return search.climb(counts, beta.free());
    }
    double logLikelihood = search.logLikelihood(beta.free());
    boolean inside = beta.inside() && logLikelihood > search.withoutSpread() + TELLS;
    double[][] covariance = inside ? inverse(beta.information()) : unknown(2);
    return result(counts, family.at(beta.free()), logLikelihood, inside, covariance, beta.steps());
  }

  private static SuccessFit result(
      PassCounts counts,
      SuccessLaw law,
      double logLikelihood,
      boolean inside,
      double[][] covariance,
      int steps) {
    FitStatus status =
        !inside
            ? FitStatus.BOUNDARY
            : Double.isNaN(covariance[0][0]) ? FitStatus.SINGULAR : FitStatus.OK;
    return new SuccessFit(counts, law.family(), status, law, logLikelihood, covariance, steps);
  }

  private double logLikelihood(double[] free) {
    SuccessLaw law = family.at(free);
    double sum = 0;
    for (Group g : groups) {
      sum += g.items() * law.logPmf(g.samples(), g.passes());
    }
    return sum;
  }

  /** The log-likelihood where all items have the same chance: the limit of large shapes. */
  private double withoutSpread() {
    double passes = 0;
    double samples = 0;
    for (Group g : groups) {
      passes += (double) g.items() * g.passes();
      samples += (double) g.items() * g.samples();
    }
    double sum = 0;
    for (Group g : groups) {
      var binomial = new BinomialDistribution(null, g.samples(), passes / samples);
      sum += g.items() * binomial.logProbability(g.passes());
    }
    return sum;
  }

  private SuccessFit climb(PassCounts counts, double[] beta) {
    ToDoubleFunction<double[]> descent =
        free -> {
          Interruption.check("the fit of a success law");
          return -logLikelihood(free);
        };
    var objective = Lbfgs.Objective.numeric(descent);
    List<Lbfgs.Minimum> ends =
        starts(counts, beta).stream()
            .map(start -> Lbfgs.minimize(objective, start, GRADIENT, ITERATIONS))
            .toList();
    int steps = ends.stream().mapToInt(Lbfgs.Minimum::iterations).sum();
    var best = Collections.min(ends, Comparator.comparingDouble(Lbfgs.Minimum::value));
    double[] free = best.x();
    double plain = new SuccessSearch(groups, SuccessFamily.BETA).logLikelihood(beta);
    if (free.length > 2 && (Math.abs(free[2]) > EDGE || !(-best.value() > plain + 1e-9))) {
      return result(counts, plainLaw(beta), plain, false, unknown(free.length), steps);
    }
    boolean inside = family.inside(free);
    double[][] covariance = inside ? inverse(information(free)) : unknown(free.length);
    return result(counts, family.at(free), -best.value(), inside, covariance, steps);
  }

  /** The law that is the Beta law itself. */
  private SuccessLaw plainLaw(double[] beta) {
    double alpha = Math.exp(beta[0]);
    double second = Math.exp(beta[1]);
    return family == SuccessFamily.SCALED_BETA
        ? new ScaledBeta(alpha, second, 1)
        : new ZeroInflatedBeta(alpha, second, 0);
  }

  private List<double[]> starts(PassCounts counts, double[] beta) {
    double alpha = Math.exp(beta[0]);
    double second = Math.exp(beta[1]);
    List<double[]> starts = new ArrayList<>();
    switch (family) {
      case BETA -> starts.add(beta);
      case KUMARASWAMY -> {
        // The same density at small p.
        double b = -Math.log(alpha) - Beta.logBeta(alpha, second);
        starts.add(new double[] {Math.clamp(beta[0], -5, 5), Math.clamp(b, -5, 12)});
      }
      case SCALED_BETA -> {
        double most = Arrays.stream(counts.rates()).max().orElseThrow();
        for (double scale : new double[] {Math.min(0.98, 1.1 * most), 0.5 + most / 2.05}) {
          double[] odds = {beta[0], Math.log(Math.max(0.2, second * scale)), logit(scale)};
          starts.add(odds);
        }
      }
      case ZERO_INFLATED_BETA -> {
        double unsolved = 1 - (double) counts.solved() / counts.items();
        for (double share : new double[] {0.2, 0.8}) {
          double impossible = Math.clamp(share * unsolved, 1e-3, 0.99);
          double[] odds = {Math.log(alpha / (1 - impossible)), beta[1], logit(impossible)};
          starts.add(odds);
        }
      }
    }
    return starts;
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }

  /** Minus the second derivatives of the log-likelihood, by differences. */
  private double[][] information(double[] free) {
    int size = free.length;
    double[][] information = new double[size][size];
    double centre = logLikelihood(free);
    for (int i = 0; i < size; i++) {
      double up = shifted(free, i, STEP, i, 0);
      double down = shifted(free, i, -STEP, i, 0);
      information[i][i] = (2 * centre - up - down) / (STEP * STEP);
      for (int j = 0; j < i; j++) {
        double same = shifted(free, i, STEP, j, STEP) + shifted(free, i, -STEP, j, -STEP);
        double other = shifted(free, i, STEP, j, -STEP) + shifted(free, i, -STEP, j, STEP);
        information[i][j] = (other - same) / (4 * STEP * STEP);
        information[j][i] = information[i][j];
      }
    }
    return information;
  }

  private double shifted(double[] free, int i, double by, int j, double and) {
    double[] at = free.clone();
    at[i] += by;
    at[j] += and;
    return logLikelihood(at);
  }

  private static double[][] unknown(int size) {
    double[][] unknown = new double[size][size];
    for (double[] row : unknown) {
      Arrays.fill(row, Double.NaN);
    }
    return unknown;
  }

  /** The inverse of a positive definite matrix; NaN throughout where it is none. */
  private static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    var dense = new DMatrixRMaj(matrix);
    var inverse = new DMatrixRMaj(size, size);
    boolean definite = DecompositionFactory_DDRM.chol(size, true).decompose(dense.copy());
    if (!definite || !CommonOps_DDRM.invert(dense, inverse)) {
      return unknown(size);
    }
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[i][j] = inverse.get(i, j);
      }
    }
    return rows;
  }

  /** The variance of {@code ln(-ln pass@k)} by the delta method. */
  static double variance(SuccessFit fit, int k) {
    if (fit.status() != FitStatus.OK) {
      return Double.NaN;
    }
    double[] natural = fit.parameters();
    double[] free = new double[natural.length];
    Arrays.setAll(free, i -> SuccessFamily.free(i, natural[i]));
    double[] slope = new double[free.length];
    for (int i = 0; i < free.length; i++) {
      double[] up = free.clone();
      double[] down = free.clone();
      up[i] += STEP;
      down[i] -= STEP;
      slope[i] = (level(fit, up, k) - level(fit, down, k)) / (2 * STEP);
    }
    double[][] covariance = fit.covariance();
    double variance = 0;
    for (int i = 0; i < free.length; i++) {
      for (int j = 0; j < free.length; j++) {
        variance += slope[i] * covariance[i][j] * slope[j];
      }
    }
    return variance;
  }

  private static double level(SuccessFit fit, double[] free, int k) {
    return Math.log(-Math.log(fit.family().at(free).passAt(k)));
  }
}
