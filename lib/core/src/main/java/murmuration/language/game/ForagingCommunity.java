package murmuration.language.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.language.Language;
import murmuration.language.hallmark.MessageUse;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/** The agents of a foraging game as they stand, and how well they do together. Immutable. */
public final class ForagingCommunity {
  private static final int MOST_USES = 10_000_000;

  private final ForagingLewis game;
  private final long worldSeed;
  private final List<Forager> agents;

  ForagingCommunity(ForagingLewis game, long worldSeed, List<Forager> agents) {
    this.game = game;
    this.worldSeed = worldSeed;
    this.agents = agents.stream().map(Forager::copy).toList();
  }

  /** What they play. */
  public ForagingLewis game() {
    return game;
  }

  /** How many they are. */
  public int size() {
    return agents.size();
  }

  /**
   * The chance that a play of two neighbours succeeds when both take what they prefer, over all
   * pairs of neighbours, all worlds that are played, and the noise; exact.
   */
  public double success() {
    return meetings(false).success(-1);
  }

  /** The same in the worlds that are held out; there must be some. */
  public double heldOutSuccess() {
    Arguments.require(
        game.heldOut() > 0, "heldOut is 0: expected pairs of cells that are held out");
    return meetings(true).success(-1);
  }

  /** The same as {@link #success} over the pairs that this agent is one of. */
  public double success(int agent) {
    return meetings(false).success(checked(agent));
  }

  private ForagingMeetings meetings(boolean held) {
    return new ForagingMeetings(game, ForagingWorlds.of(game, worldSeed, held), agents);
  }

  /**
   * The speaker of an agent. A meaning is the cell and the score of its item; where there are more
   * of one than of the other, what does not occur has equal chances.
   */
  public TabularSpeaker speaker(int agent) {
    int values = Math.max(game.cells(), game.scores());
    int row = game.length() * game.tokens();
    double[] logits = new double[values * values * row];
    double[] say = agents.get(checked(agent)).say();
    for (int state = 0; state < game.states(); state++) {
      int meaning = state / game.scores() * values + state % game.scores();
      System.arraycopy(say, state * row, logits, meaning * row, row);
    }
    return TabularSpeaker.of(MeaningSpace.of(2, values), game.length(), game.tokens(), logits);
  }

  /** The message that an agent prefers for each cell and score. */
  public Language language(int agent) {
    var speaker = speaker(agent);
    int[][] meanings = new int[game.states()][];
    for (int state = 0; state < meanings.length; state++) {
      meanings[state] = new int[] {state / game.scores(), state % game.scores()};
    }
    int[][] messages = Arrays.stream(meanings).map(speaker::best).toArray(int[][]::new);
    return Language.of(meanings, messages)
        .named("forager " + agent)
        .attributesNamed("cell", "score");
  }

  /**
   * What every agent says in plays by chance: meanings are states, the cell the higher digit to the
   * base of the scores; messages are codes, their first token the highest digit.
   *
   * @param plays by each agent, 1 to 10,000,000 in all
   */
  public List<MessageUse> uses(int plays, long seed) {
    ForagingLewis.whole("plays", plays, 1, MOST_USES / size());
    var worlds = ForagingWorlds.of(game, worldSeed, false);
    var uses = new ArrayList<MessageUse>();
    for (int i = 0; i < size(); i++) {
      var speaker = speaker(i);
      var rng = Rng.of(seed, i);
      int[] states = new int[plays];
      int[] messages = new int[plays];
      for (int t = 0; t < plays; t++) {
        int state = worlds.first[rng.nextInt(worlds.size)];
        states[t] = state;
        int[] meaning = {state / game.scores(), state % game.scores()};
        for (int token : speaker.speak(meaning, rng)) {
          messages[t] = messages[t] * game.tokens() + token;
        }
      }
      uses.add(MessageUse.of(states, messages));
    }
    return List.copyOf(uses);
  }

  List<Forager> agents() {
    return agents.stream().map(Forager::copy).toList();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d foragers, %s", size(), game.society());
  }

  private int checked(int agent) {
    ForagingLewis.whole("agent", agent, 0, size() - 1);
    return agent;
  }
}
