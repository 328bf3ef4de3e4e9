package murmuration.scaling.form;

import java.util.ArrayList;
import java.util.List;
import murmuration.math.Arguments;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.Frontier;
import murmuration.scaling.TrainingRuns;
import org.jspecify.annotations.Nullable;

/** The fit of the two R* of a {@link DataConstrainedLaw}. */
final class RepetitionFit {
  private static final double[] STARTS = {0.3, 1, 3, 10, 30, 100};
  private static final double LEAST = Math.log(1e-3);
  private static final double MOST = Math.log(1e6);

  private final AdditiveLaw base;
  private final double[] losses;
  private final double[] weights;
  private final double[] usedTokens;
  private final double[] repetitions;
  private final double[] usedParameters;
  private final double[] excess;

  RepetitionFit(AdditiveLaw base, TrainingRuns runs, double[] unique) {
    this.base = base;
    double[] n = Arguments.present("runs", runs).parameters();
    double[] d = runs.tokens();
    Arguments.sameLength("runs", n, "unique", unique);
    Logs.of("parameters", n);
    Logs.of("tokens", d);
    Logs.of("unique", unique);
    losses = runs.losses();
    weights = runs.weights();
    var frontier = Frontier.of(base);
    usedTokens = new double[n.length];
    repetitions = new double[n.length];
    usedParameters = new double[n.length];
    excess = new double[n.length];
    for (int i = 0; i < n.length; i++) {
      usedTokens[i] = Math.min(d[i], unique[i]);
      repetitions[i] = d[i] / usedTokens[i] - 1;
      usedParameters[i] = Math.min(n[i], frontier.parametersFor(usedTokens[i]));
      excess[i] = n[i] / usedParameters[i] - 1;
    }
  }

  FormFit<DataConstrainedLaw> run() {
    List<double[]> starts = new ArrayList<>();
    for (double tokens : STARTS) {
      for (double parameters : STARTS) {
        starts.add(new double[] {Math.log(tokens), Math.log(parameters)});
      }
    }
    return new FormSearch(
            "L = E + A N'^-alpha + B D'^-beta, repeated data",
            List.of("ln R* of tokens", "ln R* of parameters"),
            Logs.of("losses", losses),
            weights,
            this::logLoss,
            new double[] {LEAST, LEAST},
            new double[] {MOST, MOST})
        .from(starts, p -> new DataConstrainedLaw(base, Math.exp(p[0]), Math.exp(p[1])));
  }

  private double logLoss(double[] p, int i, double @Nullable [] gradient) {
    double d = worth(repetitions[i], Math.exp(p[0]));
    double n = worth(excess[i], Math.exp(p[1]));
    double ofN = Math.exp(base.logA() - base.alpha() * (Math.log(usedParameters[i]) + Math.log(n)));
    double ofD = Math.exp(base.logB() - base.beta() * (Math.log(usedTokens[i]) + Math.log(d)));
    double loss = base.irreducible() + ofN + ofD;
    if (gradient != null) {
      gradient[0] = -base.beta() * ofD / loss * slope(repetitions[i], Math.exp(p[0])) / d;
      gradient[1] = -base.alpha() * ofN / loss * slope(excess[i], Math.exp(p[1])) / n;
    }
    return Math.log(loss);
  }

  /** What 1 + r is worth, {@code 1 + R* (1 - e^(-r/R*))}. */
  private static double worth(double r, double decay) {
    return 1 - decay * Math.expm1(-r / decay);
  }

  /** Its derivative by ln R*. */
  private static double slope(double r, double decay) {
    return -decay * Math.expm1(-r / decay) - r * Math.exp(-r / decay);
  }
}
