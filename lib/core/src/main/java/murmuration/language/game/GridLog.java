package murmuration.language.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.language.hallmark.Displacement;
import murmuration.language.hallmark.MessageUse;
import murmuration.math.Arguments;

/**
 * What foragers on a grid said, and what they saw and knew then: one moment for each agent and
 * step. Immutable.
 */
public final class GridLog {
  private static final int MOST_RECORDS = 20_000;

  /**
   * One agent in one step.
   *
   * @param episode number of the episode
   * @param step steps before it
   * @param side which of the two it was, 0 or 1: the item whose score it reads in ScoreG
   * @param agent its place in the society
   * @param token what it said
   * @param bin the bin of the score it knows, from 1; 0 where it knows none
   * @param seesOwn whether the item of its side is in its view
   * @param ownCell where that item lies
   */
  public record Moment(
      int episode,
      int step,
      int side,
      int agent,
      int token,
      int bin,
      boolean seesOwn,
      int ownCell) {}

  private final ForagingTask task;
  private final int agents;
  private final List<Moment> moments;

  private GridLog(ForagingTask task, int agents, List<Moment> moments) {
    this.task = task;
    this.agents = agents;
    this.moments = moments;
  }

  /** Begins a log of a task and so many agents, 2 or more, whatever they are made of. */
  public static Builder of(ForagingTask task, int agents) {
    Arguments.present("task", task);
    Arguments.require(agents >= 2, "agents is %d: expected at least 2", agents);
    return new Builder(task, agents);
  }

  /** A log that is being written. */
  public static final class Builder {
    private final ForagingTask task;
    private final int agents;
    private final List<Moment> moments = new ArrayList<>();
    private int episode;

    private Builder(ForagingTask task, int agents) {
      this.task = task;
      this.agents = agents;
    }

    /**
     * Adds what an agent says in the step that comes next: in each step side 0, then side 1.
     *
     * @param grid where they are, before that step
     * @param side which of the two it is, 0 or 1
     * @param agent its place in the society
     * @param token what it says
     * @param bin the bin of the score it knows, from 1; 0 where it knows none
     */
    public void add(ForagingGrid grid, int side, int agent, int token, int bin) {
      Arguments.present("grid", grid);
      ForagingLewis.whole("agent", agent, 0, agents - 1);
      ForagingLewis.whole("token", token, 0, ForagingGrid.TOKENS - 1);
      ForagingLewis.whole("bin", bin, 0, ForagingGrid.HIGHEST_SCORE);
      moments.add(
          new Moment(
              episode,
              grid.time(),
              side,
              agent,
              token,
              bin,
              grid.sees(side, side),
              grid.cell(side)));
    }

    /** The episode is over. */
    public void end() {
      episode++;
    }

    /** All that was added. */
    public GridLog build() {
      return new GridLog(task, agents, List.copyOf(moments));
    }
  }

  /** All moments: by episode and step, side 0 before side 1. */
  public List<Moment> moments() {
    return moments;
  }

  /** What each agent said when it knew which score: the meaning is the bin, 0 for none. */
  public List<MessageUse> uses() {
    return IntStream.range(0, agents).mapToObj(this::use).toList();
  }

  private MessageUse use(int agent) {
    var own = moments.stream().filter(m -> m.agent() == agent).toList();
    Arguments.require(!own.isEmpty(), "agent %d is in no episode: expected a longer log", agent);
    return MessageUse.of(
        own.stream().mapToInt(Moment::bin).toArray(),
        own.stream().mapToInt(Moment::token).toArray());
  }

  /**
   * How well the bin of the sender's score is read from its last tokens, in the steps in which it
   * knows the score and its item is not in its view.
   *
   * @param window last tokens, 1 to 4
   * @param seed of folds and shuffles
   */
  public Displacement displacedScore(int window, long seed) {
    return displaced(window, seed, true);
  }

  /** The same of the cell of the item. */
  public Displacement displacedCell(int window, long seed) {
    return displaced(window, seed, false);
  }

  private Displacement displaced(int window, long seed, boolean score) {
    ForagingLewis.whole("window", window, 1, 4);
    var rows = new ArrayList<int[]>();
    var windows = new ArrayList<int[]>();
    for (int i = 0; i < moments.size(); i++) {
      var m = moments.get(i);
      if (m.bin() > 0 && !m.seesOwn() && m.step() >= window - 1) {
        windows.add(tokens(i, window));
        rows.add(new int[] {2 * m.episode() + m.side(), score ? m.bin() : m.ownCell()});
      }
    }
    Arguments.require(
        rows.size() >= 100,
        "moments with the item out of view are %d: expected at least 100",
        rows.size());
    Integer[] order = IntStream.range(0, rows.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Integer.compare(rows.get(a)[0], rows.get(b)[0]));
    return Displacement.of(
        Arrays.stream(order).mapToInt(i -> rows.get(i)[0]).toArray(),
        Arrays.stream(order).map(windows::get).toArray(int[][]::new),
        Arrays.stream(order).mapToInt(i -> rows.get(i)[1]).toArray(),
        seed);
  }

  /** The last tokens of the agent of a moment, up to it; its moments are two apart. */
  private int[] tokens(int at, int window) {
    int[] tokens = new int[window];
    for (int k = 0; k < window; k++) {
      tokens[window - 1 - k] = moments.get(at - 2 * k).token();
    }
    return tokens;
  }

  /**
   * The language of an agent: row, column and bin of its own item, and the tokens it said in the
   * first steps after it knew them; at most 20,000 records.
   *
   * @param agent its place in the society
   * @param window tokens of a message, 1 to 4
   */
  public Language language(int agent, int window) {
    ForagingLewis.whole("agent", agent, 0, agents - 1);
    ForagingLewis.whole("window", window, 1, 4);
    var meanings = new ArrayList<int[]>();
    var messages = new ArrayList<int[]>();
    int[] known = new int[2];
    for (int i = 0; i < moments.size() && meanings.size() < MOST_RECORDS; i++) {
      var m = moments.get(i);
      known[m.side()] = m.bin() == 0 ? 0 : m.step() == 0 ? 1 : known[m.side()] + 1;
      if (m.agent() == agent && known[m.side()] == window) {
        int cell = m.ownCell();
        meanings.add(new int[] {cell / ForagingGrid.SIDE, cell % ForagingGrid.SIDE, m.bin()});
        messages.add(tokens(i, window));
      }
    }
    Arguments.require(
        !meanings.isEmpty(), "agent %d never knew its item: expected a longer log", agent);
    return Language.of(meanings.toArray(int[][]::new), messages.toArray(int[][]::new))
        .named("forager " + agent + " on the grid")
        .attributesNamed("row", "column", "score bin");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d moments of %s", moments.size(), task);
  }
}
