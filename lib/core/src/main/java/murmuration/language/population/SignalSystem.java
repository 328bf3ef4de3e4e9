package murmuration.language.population;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * A language as evolution sees it: which signal a speaker sends for each object, and which object a
 * listener takes each signal for (Nowak and Krakauer 1999, The evolution of language, Proceedings
 * of the National Academy of Sciences 96:8028).
 *
 * @param speak P: objects x signals, rows of sum 1
 * @param listen Q: signals x objects, rows of sum 1
 */
public record SignalSystem(double[][] speak, double[][] listen) {
  private static final int MOST = 2000;

  /** Checks the shapes and sums, and keeps its own copies. */
  public SignalSystem {
    speak = stochastic("speak", speak);
    listen = stochastic("listen", listen);
    Arguments.require(
        speak.length == listen[0].length && listen.length == speak[0].length,
        "speak is %d x %d, listen %d x %d: expected objects x signals and the reverse",
        speak.length,
        speak[0].length,
        listen.length,
        listen[0].length);
  }

  /** A copy of a matrix whose rows are distributions. */
  static double[][] stochastic(String name, double[][] rows) {
    Arguments.present(name, rows);
    Arguments.require(
        rows.length >= 1 && rows.length <= MOST,
        "%s has %d rows: expected 1 to %d",
        name,
        rows.length,
        MOST);
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      String row = name + "[" + i + "]";
      Arguments.finite(row, rows[i], 1);
      Arguments.require(
          rows[i].length == rows[0].length && rows[i].length <= MOST,
          "%s has %d values: expected %d",
          row,
          rows[i].length,
          rows[0].length);
      for (double p : rows[i]) {
        Arguments.within(row, p, 0, 1);
      }
      double sum = Arrays.stream(rows[i]).sum();
      Arguments.require(Math.abs(sum - 1) <= 1e-9, "%s sums to %s: expected 1", row, sum);
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  @Override
  public double[][] speak() {
    return stochastic("speak", speak);
  }

  @Override
  public double[][] listen() {
    return stochastic("listen", listen);
  }

  /** Objects, n. */
  public int objects() {
    return speak.length;
  }

  /** Signals, m. */
  public int signals() {
    return listen.length;
  }

  /**
   * What two agents gain from talking to each other about every object once, each way, half each:
   * {@code F(A, B) = 1/2 sum_ij (P^A_ij Q^B_ji + P^B_ij Q^A_ji)}. Between 0 and {@link #most}.
   *
   * @param other a language of the same objects and signals
   */
  public double payoff(SignalSystem other) {
    Arguments.present("other", other);
    Arguments.require(
        other.objects() == objects() && other.signals() == signals(),
        "other has %d objects, %d signals: expected %d and %d",
        other.objects(),
        other.signals(),
        objects(),
        signals());
    double sum = 0;
    for (int i = 0; i < objects(); i++) {
      for (int j = 0; j < signals(); j++) {
        sum += speak[i][j] * other.listen[j][i] + other.speak[i][j] * listen[j][i];
      }
    }
    return sum / 2;
  }

  /** The most that two agents can gain: the lower of objects and signals. */
  public double most() {
    return Math.min(objects(), signals());
  }

  @Override
  public String toString() {
    return objects() + " objects, " + signals() + " signals";
  }
}
