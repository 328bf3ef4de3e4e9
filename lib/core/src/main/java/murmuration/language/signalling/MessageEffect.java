package murmuration.language.signalling;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * How far a message changes what the listener does: the total variation {@code 1/2 sum_a
 * |p(a|do(c)) - p(a|do(c'))|} between two messages, 0 where they come to the same and 1 where they
 * exclude each other. Made by {@link CausalInfluence#effect}.
 *
 * @param actions p(a|do(c)): a row a message
 * @param messages p(c)
 * @param provenance where it comes from
 */
public record MessageEffect(double[][] actions, double[] messages, Provenance provenance)
    implements Charted {
  /** Checks the probabilities and keeps its own copies. */
  public MessageEffect {
    var checked = CausalInfluence.of(actions, messages);
    actions = checked.actions();
    messages = checked.messages();
    Arguments.present("provenance", provenance);
    Arguments.require(
        messages.length <= 5000, "messages has %d values: expected at most 5000", messages.length);
  }

  /** The effect of each message in place of each other: symmetric, 0 on the diagonal. */
  public double[][] matrix() {
    double[][] matrix = new double[messages.length][messages.length];
    for (int c = 0; c < messages.length; c++) {
      for (int d = 0; d < messages.length; d++) {
        matrix[c][d] = variation(actions[c], actions[d]);
      }
    }
    return matrix;
  }

  /** The mean effect of a message in place of another, both drawn as they are sent. */
  public double mean() {
    double[][] matrix = matrix();
    double sum = 0;
    for (int c = 0; c < messages.length; c++) {
      for (int d = 0; d < messages.length; d++) {
        sum += messages[c] * messages[d] * matrix[c][d];
      }
    }
    return sum;
  }

  /**
   * Positive listening: the mean distance of what is done on a message from what is done on the
   * whole (Eccles et al. 2019, as a total variation).
   */
  public double positiveListening() {
    double[] marginal = CausalInfluence.of(actions, messages).marginal();
    double sum = 0;
    for (int c = 0; c < messages.length; c++) {
      sum += messages[c] * variation(actions[c], marginal);
    }
    return sum;
  }

  private static double variation(double[] p, double[] q) {
    double sum = 0;
    for (int a = 0; a < p.length; a++) {
      sum += Math.abs(p[a] - q[a]);
    }
    return sum / 2;
  }

  @Override
  public double[][] actions() {
    return Arrays.stream(actions).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] messages() {
    return messages.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "effect of a message in place of another: %s on average%npositive listening: %s (total"
            + " variation)",
        Digits.of(mean(), 4),
        Digits.of(positiveListening(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("message effect, total variation")
        .and("mean effect", mean())
        .and("positive listening", positiveListening())
        .and("messages", messages.length)
        .table();
  }

  /** The matrix as a picture. */
  @Override
  public Figure chart() {
    double[] c = new double[messages.length];
    Arrays.setAll(c, i -> i);
    return Figure.of(
        Panel.of("Message", "Message in its place").heat("total variation", c, c, matrix(), 0, 1));
  }
}
