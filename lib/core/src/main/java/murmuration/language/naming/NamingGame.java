package murmuration.language.naming;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.language.SocialGraph;
import murmuration.math.Arguments;

/**
 * The minimal naming game of Baronchelli, Felici, Loreto, Caglioti and Steels (2006, Sharp
 * transition towards shared vocabularies in multi-agent systems, J. Stat. Mech. P06014): agents
 * without a common authority come to one word for one thing.
 *
 * <pre>{@code
 * var run = NamingGame.population(1000).simulate(1);
 * double exponent = NamingGame.scaling(100, 200, 400).runs(20).seed(1).run().convergence().slope();
 * }</pre>
 *
 * <p>At each interaction a speaker is drawn, and a hearer among its neighbours. A speaker that
 * knows no word invents one. It utters one of its words, each with the same chance. If the hearer
 * knows it, both keep this word only (with chance {@link #beta}, else nothing changes); if not, the
 * hearer adds it. Time counts interactions; a run ends at consensus, where every agent holds one
 * and the same word.
 *
 * <p>Agents start without words, or from {@link #twoWords} or with a {@link #committed} minority.
 *
 * @param graph who talks to whom, connected, at most 1,000,000 agents
 * @param beta chance that a success makes both drop their other words, 0 to 1
 * @param hasTwoWords true where every agent starts with one of two words
 * @param firstWordShare share of agents that start with the first of two words, 0 to 1
 * @param isCommitted true where these never change
 * @param until interactions after which a run ends without consensus, 1 or more
 */
public record NamingGame(
    SocialGraph graph,
    double beta,
    boolean hasTwoWords,
    double firstWordShare,
    boolean isCommitted,
    long until) {
  private static final int MOST_AGENTS = 1_000_000;
  private static final long LONG_ENOUGH = 4_000_000_000L;

  /** Checks the choices. */
  public NamingGame {
    Arguments.present("graph", graph);
    Arguments.require(
        graph.size() <= MOST_AGENTS,
        "graph has %d agents: expected at most %d",
        graph.size(),
        MOST_AGENTS);
    Arguments.require(
        graph.isConnected(), "%s falls apart: expected a connected graph, for consensus", graph);
    Arguments.within("beta", beta, 0, 1);
    Arguments.within("firstWordShare", firstWordShare, 0, 1);
    Arguments.require(
        hasTwoWords || !isCommitted, "a minority is committed to nothing: expected two words");
    Arguments.require(until >= 1, "until is %d: expected 1 interaction or more", until);
  }

  /**
   * The game in which everybody may talk to everybody.
   *
   * @param agents n, 2 to 1,000,000
   */
  public static NamingGame population(int agents) {
    return on(SocialGraph.complete(agents));
  }

  /**
   * The game on a graph. The speaker is drawn among all agents, the hearer among its neighbours.
   *
   * @param graph connected, at most 1,000,000 agents
   */
  public static NamingGame on(SocialGraph graph) {
    return new NamingGame(graph, 1, false, 0, false, LONG_ENOUGH);
  }

  /** How the times and the memory of complete populations grow with these numbers of agents. */
  public static NamingScaling scaling(int... agents) {
    return NamingScaling.of(agents);
  }

  /**
   * The same where a success makes both drop their other words only with this chance; below 1/3
   * words coexist (Baronchelli, Dall'Asta, Barrat and Loreto 2007, Phys. Rev. E 76:051102).
   *
   * @param chance 0 to 1; 1 is the minimal game
   */
  public NamingGame beta(double chance) {
    return new NamingGame(graph, chance, hasTwoWords, firstWordShare, isCommitted, until);
  }

  /**
   * The same where nothing is left to invent: agents drawn at random start with the first word, all
   * others with the second.
   *
   * @param share of the first word, 0 to 1; rounded to whole agents
   */
  public NamingGame twoWords(double share) {
    return new NamingGame(graph, beta, true, share, false, until);
  }

  /**
   * The same where a minority drawn at random holds the first word for ever, and all others start
   * with the second (Xie et al. 2011, Phys. Rev. E 84:011130: about 10 % are enough).
   *
   * @param share of the committed, 0 to 1; rounded to whole agents
   */
  public NamingGame committed(double share) {
    return new NamingGame(graph, beta, true, share, true, until);
  }

  /**
   * The same with another cap on interactions, which is 4 billion unless said.
   *
   * @param interactions 1 or more
   */
  public NamingGame until(long interactions) {
    return new NamingGame(graph, beta, hasTwoWords, firstWordShare, isCommitted, interactions);
  }

  /** Agents. */
  public int agents() {
    return graph.size();
  }

  /**
   * One run.
   *
   * @param seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public NamingRun simulate(long seed) {
    return NamingRun.of(this, seed);
  }

  /**
   * Many runs: run i is the one of {@link #simulate} with the seed {@code Rng.seed(seed, i)}.
   *
   * @param runs 1 to 10,000
   */
  public NamingEnsemble ensemble(int runs) {
    return NamingEnsemble.of(this, runs);
  }

  /** The choices, for provenance. */
  Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("graph", graph.toString());
    options.put("beta", Double.toString(beta));
    options.put("start", start());
    options.put("until", Long.toString(until));
    return options;
  }

  private String start() {
    if (!hasTwoWords) {
      return "no words";
    }
    return String.format(
        Locale.ROOT,
        "two words, %s of the first%s",
        firstWordShare,
        isCommitted ? ", committed" : "");
  }

  /** The game in words. */
  @Override
  public String toString() {
    return "naming game on " + graph + ", " + start() + (beta == 1 ? "" : ", beta " + beta);
  }
}
