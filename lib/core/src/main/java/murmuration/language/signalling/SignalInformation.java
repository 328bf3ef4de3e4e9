package murmuration.language.signalling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.language.InformationUnit;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Entropy;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * The information between messages and something else at the same time, beside what chance gives:
 * speaker consistency, instantaneous coordination or positive signalling, by what the something is
 * (Lowe et al. 2019, On the pitfalls of measuring emergent communication, AAMAS; Jaques et al.
 * 2019, ICML; Eccles et al. 2019, NeurIPS).
 *
 * <pre>{@code
 * int[] messages = {0, 1, 0, 1, 2, 2, 0, 1};
 * int[] actions = {0, 1, 0, 1, 1, 1, 0, 1};
 * var consistency = SignalInformation.speakerConsistency(messages, actions, 999, 1);
 * double bits = consistency.value();
 * double asPublished = consistency.unit(InformationUnit.NATS).value();
 * }</pre>
 *
 * <p>Plug-in entropies. With few steps independent sequences have information too: {@code expected}
 * is its exact mean over all orders of one of them (Vinh et al. 2009), p the chance of as much.
 * Both take steps for exchangeable; steps of one episode are not, and p is then too small. None of
 * the three says that anybody listens.
 *
 * @param what what is measured
 * @param value information, in {@code unit}
 * @param messageEntropy entropy of the messages
 * @param otherEntropy entropy of the other
 * @param expected mean information of all permutations
 * @param p {@code (1 + permutations with as much)/(1 + permutations)}
 * @param n steps
 * @param unit of all entropies and informations
 * @param provenance where it comes from
 */
public record SignalInformation(
    String what,
    double value,
    double messageEntropy,
    double otherEntropy,
    double expected,
    double p,
    int n,
    InformationUnit unit,
    Provenance provenance)
    implements Result {
  private static final int MOST = 100_000;

  /** Checks the numbers. */
  public SignalInformation {
    Arguments.present("what", what);
    Arguments.require(value >= 0, "value is %s: expected 0 or more", value);
    Arguments.within("p", p, 0, 1);
    Arguments.present("unit", unit);
    Arguments.present("provenance", provenance);
  }

  /**
   * Speaker consistency: does the speaker act as it says?
   *
   * @param messages the message of each step
   * @param ownActions what the speaker itself did
   * @param permutations 1 to 100,000
   * @param seed seed of the permutations
   */
  public static SignalInformation speakerConsistency(
      int[] messages, int[] ownActions, int permutations, long seed) {
    return of("speaker consistency", messages, "ownActions", ownActions, permutations, seed);
  }

  /**
   * Instantaneous coordination: does the other act as it was told?
   *
   * @param messages the message of each step
   * @param othersActions what the other agent did next
   * @param permutations 1 to 100,000
   * @param seed seed of the permutations
   */
  public static SignalInformation instantaneousCoordination(
      int[] messages, int[] othersActions, int permutations, long seed) {
    return of(
        "instantaneous coordination", messages, "othersActions", othersActions, permutations, seed);
  }

  /**
   * Positive signalling: do messages depend on what the speaker sees?
   *
   * @param messages the message of each step
   * @param observations what the speaker saw
   * @param permutations 1 to 100,000
   * @param seed seed of the permutations
   */
  public static SignalInformation positiveSignalling(
      int[] messages, int[] observations, int permutations, long seed) {
    return of("positive signalling", messages, "observations", observations, permutations, seed);
  }

  private static SignalInformation of(
      String what, int[] messages, String otherName, int[] other, int permutations, long seed) {
    var pairs = Paired.of("messages", messages, otherName, other);
    Arguments.require(
        permutations >= 1 && permutations <= MOST,
        "permutations is %d: expected 1 to %d",
        permutations,
        MOST);
    double nats = pairs.information();
    double[] shuffled =
        Parallel.doubles(what, permutations, b -> pairs.shuffled(Rng.of(seed, b)).information());
    double slack = 1e-12 * (1 + nats);
    double as = Arrays.stream(shuffled).filter(s -> s >= nats - slack).count();
    var options = new LinkedHashMap<String, String>();
    options.put("information", what);
    options.put("permutations", Integer.toString(permutations));
    var inNats =
        new SignalInformation(
            what,
            nats,
            Entropy.nats(pairs.aCounts()),
            Entropy.nats(pairs.bCounts()),
            Entropy.expectedInformation(pairs.aCounts(), pairs.bCounts()),
            (1 + as) / (1 + permutations),
            pairs.size(),
            InformationUnit.NATS,
            Provenance.of(options).seed(seed));
    return inNats.unit(InformationUnit.BITS);
  }

  /** The same in this unit. */
  public SignalInformation unit(InformationUnit other) {
    Arguments.present("unit", other);
    if (other == unit) {
      return this;
    }
    double factor = other == InformationUnit.NATS ? Entropy.NATS_PER_BIT : 1 / Entropy.NATS_PER_BIT;
    return new SignalInformation(
        what,
        factor * value,
        factor * messageEntropy,
        factor * otherEntropy,
        factor * expected,
        p,
        n,
        other,
        provenance);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s: %s %s (p = %s, n = %d steps)
        chance gives %s; messages have %s, the other %s\
        """,
        what,
        Digits.of(value, 4),
        unit.word(),
        Digits.of(p, 3),
        n,
        Digits.of(expected, 3),
        Digits.of(messageEntropy, 4),
        Digits.of(otherEntropy, 4));
  }

  @Override
  public Table table() {
    return Quantities.of(what + ", " + unit.word())
        .and("information", value)
        .and("expected by chance", expected)
        .and("p", p)
        .and("entropy of messages", messageEntropy)
        .and("entropy of the other", otherEntropy)
        .and("n", n)
        .table();
  }
}
