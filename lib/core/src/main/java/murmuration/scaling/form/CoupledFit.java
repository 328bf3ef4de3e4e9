package murmuration.scaling.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;
import murmuration.scaling.TrainingRuns;
import org.jspecify.annotations.Nullable;

/** The fit of a {@link CoupledLaw}: parameters ln A, ln B, alpha, beta and, where wanted, E. */
final class CoupledFit {
  private static final double[] FLOORS = {0, 0.5, 0.9};
  private static final double LEAST_BETA = 1e-3;

  private final double[] logN;
  private final double[] logD;
  private final double[] losses;
  private final double[] weights;
  private final boolean floor;

  CoupledFit(TrainingRuns runs, boolean floor) {
    Arguments.present("runs", runs);
    logN = Logs.of("parameters", runs.parameters());
    logD = Logs.of("tokens", runs.tokens());
    losses = runs.losses();
    weights = runs.weights();
    this.floor = floor;
  }

  FormFit<CoupledLaw> run() {
    var names = new ArrayList<>(List.of("ln A", "ln B", "alpha", "beta"));
    if (floor) {
      names.add("E");
    }
    double[] lower = Logs.unbounded(names.size(), -1);
    lower[3] = LEAST_BETA;
    if (floor) {
      lower[4] = 0;
    }
    return new FormSearch(
            floor
                ? "L = E + [(A N^-alpha)^(1/beta) + (B D^-beta)^(1/beta)]^beta"
                : "L = [(A N^-alpha)^(1/beta) + (B D^-beta)^(1/beta)]^beta",
            names,
            Logs.of("losses", losses),
            weights,
            this::logLoss,
            lower,
            Logs.unbounded(names.size(), 1))
        .from(starts(), p -> new CoupledLaw(p[0], p[1], floor ? p[4] : 0, p[2], p[3]));
  }

  /** Both terms as large as each other, at the mean size and data, for many exponents. */
  private List<double[]> starts() {
    double least = Arrays.stream(losses).min().orElseThrow();
    List<double[]> starts = new ArrayList<>();
    for (double alpha : Logs.EXPONENTS) {
      for (double beta : Logs.EXPONENTS) {
        for (double share : floor ? FLOORS : new double[] {0}) {
          double e = share * least;
          double excess =
              Arrays.stream(losses).map(l -> Math.log(l - e)).average().orElseThrow()
                  - beta * Math.log(2);
          double a = excess + alpha * Logs.mean(logN);
          double b = excess + beta * Logs.mean(logD);
          starts.add(
              floor ? new double[] {a, b, alpha, beta, e} : new double[] {a, b, alpha, beta});
        }
      }
    }
    return starts;
  }

  private double logLoss(double[] p, int i, double @Nullable [] gradient) {
    double beta = p[3];
    double u = (p[0] - p[2] * logN[i]) / beta;
    double v = p[1] / beta - logD[i];
    double most = Math.max(u, v);
    double sum = Math.exp(u - most) + Math.exp(v - most);
    double log = most + Math.log(sum);
    double excess = Math.exp(beta * log);
    double loss = excess + (floor ? p[4] : 0);
    if (gradient != null) {
      double ofN = Math.exp(u - most) / sum;
      double share = excess / loss;
      gradient[0] = share * ofN;
      gradient[1] = share * (1 - ofN);
      gradient[2] = -share * ofN * logN[i];
      gradient[3] = share * (log - ofN * u - (1 - ofN) * p[1] / beta);
      if (floor) {
        gradient[4] = 1 / loss;
      }
    }
    return Math.log(loss);
  }
}
