package murmuration.language.hallmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * Whether agents say the same about the same: {@code 1 - JSD(P_i(m | x), P_j(m | x))}, the
 * divergence of Jensen and Shannon in bits, over the meanings x that both used at least 20 times,
 * weighted by use, then over pairs of agents. Chance: the meanings of one agent of each pair are
 * put in random order, 100 times. After the hallmarks of Piriyajitakonkij et al. (2025); the
 * formulas are ours.
 *
 * <pre>{@code
 * Hallmark within = Interchangeability.of(uses, 1);
 * Hallmark kept = Interchangeability.between(before, after, 1);
 * Hallmark arbitrary = Interchangeability.arbitrariness(usesOfRuns, 1);
 * }</pre>
 */
public final class Interchangeability {
  /** Uses of a meaning that each agent of a pair must have for it to count. */
  public static final int FEWEST_USES = 20;

  private static final int PERMUTATIONS = 100;
  private static final int MOST_AGENTS = 1000;

  private Interchangeability() {}

  /**
   * Among the agents of one community.
   *
   * @param agents 2 to 1,000
   * @param seed of the permutations
   */
  public static Hallmark of(List<MessageUse> agents, long seed) {
    var list = checked("agents", agents, 2);
    var pairs = new ArrayList<Similarity>();
    for (int i = 0; i < list.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(pair(list.get(i), list.get(j)));
      }
    }
    return hallmark("interchangeability", pairs, s -> s, seed);
  }

  /**
   * Between two communities, as before and after a turnover: each agent of one with each of the
   * other.
   *
   * @param one 1 to 1,000 agents
   * @param two 1 to 1,000 agents
   * @param seed of the permutations
   */
  public static Hallmark between(List<MessageUse> one, List<MessageUse> two, long seed) {
    return hallmark("retention", across(one, two), s -> s, seed);
  }

  /**
   * How little independent runs share: 1 less the mean similarity of agents of different runs.
   * Codes that only their users agree on come out as by chance.
   *
   * @param runs the agents of 2 to 1,000 runs
   * @param seed of the permutations
   */
  public static Hallmark arbitrariness(List<List<MessageUse>> runs, long seed) {
    var list = Arguments.listed("runs", runs);
    Arguments.require(
        list.size() >= 2 && list.size() <= MOST_AGENTS,
        "runs are %d: expected 2 to %d",
        list.size(),
        MOST_AGENTS);
    var pairs = new ArrayList<Similarity>();
    for (int i = 0; i < list.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.addAll(across(list.get(i), list.get(j)));
      }
    }
    return hallmark("arbitrariness", pairs, s -> 1 - s, seed);
  }

  private static List<Similarity> across(List<MessageUse> one, List<MessageUse> two) {
    var left = checked("one", one, 1);
    var right = checked("two", two, 1);
    var pairs = new ArrayList<Similarity>();
    for (var a : left) {
      for (var b : right) {
        pairs.add(pair(a, b));
      }
    }
    return pairs;
  }

  private static List<MessageUse> checked(String name, List<MessageUse> agents, int least) {
    var list = Arguments.listed(name, agents);
    Arguments.require(
        list.size() >= least && list.size() <= MOST_AGENTS,
        "%s are %d: expected %d to %d",
        name,
        list.size(),
        least,
        MOST_AGENTS);
    return list;
  }

  private static Similarity pair(MessageUse a, MessageUse b) {
    var pair = Similarity.of(a, b, FEWEST_USES);
    Arguments.require(
        pair.meanings() > 0,
        "two agents have no meaning that both used %d times: expected one to compare",
        FEWEST_USES);
    return pair;
  }

  private static Hallmark hallmark(
      String property, List<Similarity> pairs, DoubleUnaryOperator of, long seed) {
    double[] chance = new double[PERMUTATIONS];
    for (int b = 0; b < PERMUTATIONS; b++) {
      chance[b] = of.applyAsDouble(Similarity.mean(pairs, Rng.of(seed, b)));
    }
    long uses = pairs.stream().mapToLong(Similarity::uses).sum();
    String words =
        (property.equals("arbitrariness") ? "mean JSD" : "1 - mean JSD")
            + " of messages for a meaning (bits), over "
            + pairs.size()
            + (pairs.size() == 1 ? " pair of agents" : " pairs of agents");
    return Hallmark.of(
        property, of.applyAsDouble(Similarity.mean(pairs)), chance, uses, words, seed);
  }
}
