package murmuration.language.signalling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.language.InformationUnit;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import tech.tablesaw.api.Table;

/**
 * Causal influence of communication: how much what is said, set by hand, changes what the listener
 * does. {@code CIC = sum_c p(c) sum_a p(a|do(c)) ln [p(a|do(c))/p(a)]} with {@code p(a) = sum_c
 * p(c) p(a|do(c))} (Lowe et al. 2019, AAMAS; Jaques et al. 2019, ICML).
 *
 * <pre>{@code
 * double[][] actions = {{0.9, 0.1}, {0.2, 0.8}};              // a row a message
 * CausalInfluence influence = CausalInfluence.of(actions, new double[] {0.5, 0.5});
 * double bits = influence.value();
 * double published = influence.unit(InformationUnit.NATS).peerOffset();
 * }</pre>
 *
 * <p>The code published with Lowe et al. takes the mean over messages of {@code p(c) p(a|do(c))}
 * where p(a) is their sum, and so returns CIC + ln(number of messages), whatever the agents do:
 * {@link #peerOffset}. A value below that logarithm is then impossible, and deaf agents look
 * influenced.
 *
 * @param actions p(a|do(c)): a row a message, adding up to 1
 * @param messages p(c), adding up to 1
 * @param unit of the value
 * @param provenance where it comes from
 */
public record CausalInfluence(
    double[][] actions, double[] messages, InformationUnit unit, Provenance provenance)
    implements Result {
  private static final double ROUNDING = 1e-6;

  /** Checks the probabilities, divides by their sums and keeps its own copies. */
  public CausalInfluence {
    Arguments.present("actions", actions);
    messages = shares("messages", messages);
    Arguments.present("unit", unit);
    Arguments.present("provenance", provenance);
    Arguments.require(
        actions.length == messages.length,
        "actions has %d rows, messages %d values: expected as many",
        actions.length,
        messages.length);
    double[][] rows = new double[actions.length][];
    for (int c = 0; c < rows.length; c++) {
      rows[c] = shares("actions[" + c + "]", actions[c]);
      Arguments.sameLength("actions[0]", rows[0], "actions[" + c + "]", rows[c]);
    }
    actions = rows;
  }

  private static double[] shares(String name, double[] values) {
    Arguments.finite(name, values, 1);
    double sum = 0;
    for (double value : values) {
      Arguments.within("a value of " + name, value, 0, 1);
      sum += value;
    }
    Arguments.require(Math.abs(sum - 1) <= ROUNDING, "%s adds up to %s: expected 1", name, sum);
    double total = sum;
    return Arrays.stream(values).map(v -> v / total).toArray();
  }

  /**
   * The influence, in bits.
   *
   * @param actions p(a|do(c)): a row a message, each adding up to 1
   * @param messages p(c), adding up to 1
   */
  public static CausalInfluence of(double[][] actions, double[] messages) {
    return new CausalInfluence(
        actions,
        messages,
        InformationUnit.BITS,
        Provenance.of(Map.of("influence", "p(c) weighted, sum over messages")));
  }

  /** The same in this unit. */
  public CausalInfluence unit(InformationUnit other) {
    return new CausalInfluence(actions, messages, other, provenance);
  }

  /** The influence: 0 for a deaf listener, at most the entropy of messages or of actions. */
  public double value() {
    double[] byMessage = byMessage();
    double sum = 0;
    for (int c = 0; c < messages.length; c++) {
      sum += messages[c] * byMessage[c];
    }
    return Math.max(0, sum);
  }

  /** For each message the divergence of what it brings about from what is done on the whole. */
  public double[] byMessage() {
    double[] marginal = marginal();
    double[] divergence = new double[messages.length];
    for (int c = 0; c < messages.length; c++) {
      for (int a = 0; a < marginal.length; a++) {
        double p = actions[c][a];
        // an action that only messages never sent bring about has no share of the whole
        divergence[c] +=
            p == 0 || messages[c] == 0 ? 0 : unit.ofNats(p * Math.log(p / marginal[a]));
      }
    }
    return divergence;
  }

  /** p(a): what is done on the whole. */
  public double[] marginal() {
    double[] marginal = new double[actions[0].length];
    for (int c = 0; c < messages.length; c++) {
      for (int a = 0; a < marginal.length; a++) {
        marginal[a] += messages[c] * actions[c][a];
      }
    }
    return marginal;
  }

  /** The value as the published code gives it, too high by ln(number of messages). */
  public double peerOffset() {
    return value() + unit.ofNats(Math.log(messages.length));
  }

  /** How far messages change what is done, by pairs. */
  public MessageEffect effect() {
    return new MessageEffect(actions, messages, provenance);
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
        """
        causal influence of communication: %s %s (%d messages, %d actions)
        the published code gives %s, too high by the logarithm of the number of messages\
        """,
        Digits.of(value(), 4),
        unit.word(),
        messages.length,
        actions[0].length,
        Digits.of(peerOffset(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("causal influence, " + unit.word())
        .and("causal influence", value())
        .and("as the published code has it", peerOffset())
        .and("messages", messages.length)
        .and("actions", actions[0].length)
        .table();
  }
}
