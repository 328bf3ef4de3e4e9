package murmuration.language.population;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince54Integrator;

/**
 * Languages that spread by what their speakers gain: {@code x_k' = x_k (f_k - phi)} with {@code f_k
 * = sum_l x_l F_kl} the gain of a speaker of k in the population and phi the mean gain (Nowak and
 * Krakauer 1999). Children may learn another language than their parent's: with {@code Q_kl} the
 * chance that a child of k speaks l, {@code x_l' = sum_k f_k x_k Q_kl - phi x_l}. Shares always sum
 * to 1.
 *
 * @param payoff F: what a speaker of each language gains from one of each, 0 to 10^6, square
 * @param learning Q: rows of sum 1; the unit matrix for children who learn without error
 * @param start share of each language at time 0, of sum 1
 * @param until last time, above 0; times the highest payoff at most 10^6
 */
public record Replicator(double[][] payoff, double[][] learning, double[] start, double until) {
  private static final int MOST_LANGUAGES = 500;
  private static final int POINTS = 200;
  private static final double TOLERANCE = 1e-10;

  /** Checks the shapes and keeps its own copies. */
  public Replicator {
    Arguments.present("payoff", payoff);
    int n = payoff.length;
    Arguments.require(
        n >= 1 && n <= MOST_LANGUAGES,
        "payoff has %d rows: expected 1 to %d languages",
        n,
        MOST_LANGUAGES);
    payoff = payoff.clone();
    double most = 0;
    for (int k = 0; k < n; k++) {
      Arguments.finite("payoff[" + k + "]", payoff[k], 1);
      Arguments.require(
          payoff[k].length == n, "payoff[%d] has %d values: expected %d", k, payoff[k].length, n);
      for (double gain : payoff[k]) {
        most = Math.max(most, Arguments.within("payoff[" + k + "]", gain, 0, 1e6));
      }
      payoff[k] = payoff[k].clone();
    }
    learning = SignalSystem.stochastic("learning", learning);
    Arguments.require(
        learning.length == n && learning[0].length == n,
        "learning is %d x %d: expected %d x %d",
        learning.length,
        learning[0].length,
        n,
        n);
    start = SignalSystem.stochastic("start", new double[][] {start})[0];
    Arguments.require(start.length == n, "start has %d shares: expected %d", start.length, n);
    Arguments.positive("until", until);
    Arguments.require(
        until <= 1e9 && until * most <= 1e6,
        "until is %s with payoffs to %s: expected a product of at most 10^6",
        until,
        most);
  }

  /** Languages with a matrix of payoffs, in equal shares, learned without error, until time 50. */
  public static Replicator of(double[][] payoff) {
    int n = Arguments.present("payoff", payoff).length;
    Arguments.require(
        n >= 1 && n <= MOST_LANGUAGES,
        "payoff has %d rows: expected 1 to %d languages",
        n,
        MOST_LANGUAGES);
    double[][] exact = new double[n][n];
    double[] equal = new double[n];
    for (int k = 0; k < n; k++) {
      exact[k][k] = 1;
      equal[k] = 1.0 / n;
    }
    return new Replicator(payoff, exact, equal, 50);
  }

  /** The same of languages, whose payoffs are those of {@link SignalSystem#payoff}. */
  public static Replicator of(List<SignalSystem> languages) {
    var list = Arguments.<SignalSystem>listed("languages", languages);
    Arguments.require(
        list.size() <= MOST_LANGUAGES,
        "languages are %d: expected 1 to %d",
        list.size(),
        MOST_LANGUAGES);
    double[][] payoff = new double[list.size()][list.size()];
    for (int k = 0; k < payoff.length; k++) {
      for (int l = 0; l < payoff.length; l++) {
        payoff[k][l] = list.get(k).payoff(list.get(l));
      }
    }
    return of(payoff);
  }

  /** The same from these shares. */
  public Replicator start(double... shares) {
    return new Replicator(payoff, learning, Arguments.present("shares", shares), until);
  }

  /** The same where children of row k learn language l with the chance in column l. */
  public Replicator learning(double[][] chances) {
    return new Replicator(payoff, chances, start, until);
  }

  /** The same where a child learns its parent's language but for an error, and then any other. */
  public Replicator learningError(double error) {
    Arguments.within("error", error, 0, 1);
    int n = payoff.length;
    Arguments.require(n >= 2 || error == 0, "error is %s for one language: expected 0", error);
    double[][] chances = new double[n][n];
    for (int k = 0; k < n; k++) {
      Arrays.fill(chances[k], error / Math.max(1, n - 1));
      chances[k][k] = 1 - error;
    }
    return learning(chances);
  }

  /** The same until another time. */
  public Replicator until(double time) {
    return new Replicator(payoff, learning, start, time);
  }

  @Override
  public double[][] payoff() {
    return Arrays.stream(payoff).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] learning() {
    return Arrays.stream(learning).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] start() {
    return start.clone();
  }

  /**
   * Integrates by the method of Dormand and Prince (Commons Math) to a relative 10^-10.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public ReplicatorRun run() {
    var equations = new Equations(payoff, learning);
    var integrator = new DormandPrince54Integrator(1e-12 * until, until, TOLERANCE, TOLERANCE);
    double[] times = new double[POINTS + 1];
    double[][] shares = new double[POINTS + 1][];
    double[] gain = new double[POINTS + 1];
    double[] x = start.clone();
    shares[0] = x.clone();
    gain[0] = equations.gain(x);
    for (int p = 1; p <= POINTS; p++) {
      Interruption.check("replicator dynamics");
      times[p] = until * p / POINTS;
      integrator.integrate(equations, times[p - 1], x, times[p], x);
      shares[p] = Arrays.stream(x).map(s -> Math.clamp(s, 0, 1)).toArray();
      gain[p] = equations.gain(x);
    }
    var options = new LinkedHashMap<String, String>();
    options.put("languages", Integer.toString(payoff.length));
    options.put("until", Double.toString(until));
    return new ReplicatorRun(times, shares, gain, Provenance.of(options));
  }

  private static final class Equations implements FirstOrderDifferentialEquations {
    private final double[][] payoff;
    private final double[][] learning;
    private final double[] children;

    Equations(double[][] payoff, double[][] learning) {
      this.payoff = payoff;
      this.learning = learning;
      children = new double[payoff.length];
    }

    @Override
    public int getDimension() {
      return payoff.length;
    }

    /** Children of each language, and their sum, the mean gain. */
    double gain(double[] x) {
      double mean = 0;
      for (int k = 0; k < x.length; k++) {
        double fitness = 0;
        for (int l = 0; l < x.length; l++) {
          fitness += payoff[k][l] * x[l];
        }
        children[k] = fitness * x[k];
        mean += children[k];
      }
      return mean;
    }

    @Override
    public void computeDerivatives(double t, double[] x, double[] change) {
      Interruption.check("replicator dynamics");
      double mean = gain(x);
      for (int l = 0; l < x.length; l++) {
        double born = 0;
        for (int k = 0; k < x.length; k++) {
          born += children[k] * learning[k][l];
        }
        change[l] = born - mean * x[l];
      }
    }
  }
}
