package murmuration.language.game;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * The grid that two foragers walk on (after Piriyajitakonkij et al. 2025, arXiv:2505.12872; what
 * the paper leaves open is fixed here, so that results can be compared). A grid of 5 x 5 cells;
 * each agent sees the 3 x 3 cells around it, knows where it stands, and hears the token that its
 * partner said in the step before. Agents do not see each other. An episode has at most 20 steps,
 * each of which costs 0.01; a pick by one agent alone does nothing.
 *
 * <p><b>ScoreG.</b> Two items lie in different cells and have different scores, 1 to 255. Both are
 * seen by whoever is near; agent 0 alone reads the score of item 0, agent 1 that of item 1. Where
 * both pick in the same step the episode ends, with 1 if both stand on the item of the higher score
 * and -0.5 if not.
 *
 * <p><b>TemporalG.</b> Item 0 appears at the start, item 1 after 2 or 4 steps; each is seen by one
 * agent only, drawn for each item. Where both pick on item 0 it is taken, for 0.5; then on item 1,
 * for 0.5, which ends the episode; any other joint pick costs 0.5 and ends it.
 *
 * <p>A grid is one episode at a time and changes with every step; not for several threads at once.
 *
 * <pre>{@code
 * var grid = ForagingGrid.of(ForagingTask.SCORE_G);
 * grid.reset(Rng.of(1));
 * double[] inputs = new double[ForagingGrid.INPUTS];
 * while (!grid.isOver()) {
 *   grid.observe(0, inputs);
 *   grid.step(GridAction.NORTH, 2, GridAction.PICK, 0);
 * }
 * }</pre>
 */
public final class ForagingGrid {
  /** Cells on a side. */
  public static final int SIDE = 5;

  /** Cells of the grid. */
  public static final int CELLS = SIDE * SIDE;

  /** Tokens there are. */
  public static final int TOKENS = 4;

  /** Steps of the longest episode. */
  public static final int STEPS = 20;

  /** Numbers in an observation. */
  public static final int INPUTS = 2 * 9 + CELLS + TOKENS;

  /** The highest score. */
  public static final int HIGHEST_SCORE = 255;

  private static final double STEP_COST = 0.01;
  private static final double MISS = -0.5;
  private static final double HIT = 1;
  private static final double HALF_HIT = 0.5;

  private final ForagingTask task;
  private final int[] places;
  private final int[] position = new int[2];
  private final int[] heard = new int[2];
  private final int[] item = new int[2];
  private final int[] score = new int[2];
  private final int[] viewer = new int[2];
  private final int[] appears = new int[2];
  private int taken;
  private int time;
  private boolean over;
  private boolean success;
  private double reward;

  private ForagingGrid(ForagingTask task, int[] places) {
    this.task = task;
    this.places = places;
    over = true;
  }

  /** A grid on which items lie anywhere; it begins with {@link #reset}. */
  public static ForagingGrid of(ForagingTask task) {
    int[] all = new int[CELLS];
    for (int c = 0; c < CELLS; c++) {
      all[c] = c;
    }
    return of(task, all);
  }

  /**
   * A grid on which items lie in some cells only, as to hold others out.
   *
   * @param places 2 or more different cells, each {@code 5 row + column}
   */
  public static ForagingGrid of(ForagingTask task, int... places) {
    Arguments.present("task", task);
    return new ForagingGrid(task, checked(places));
  }

  static int[] checked(int... places) {
    Arguments.present("places", places);
    boolean[] used = new boolean[CELLS];
    for (int cell : places) {
      Arguments.require(
          cell >= 0 && cell < CELLS && !used[cell],
          "places has the cell %d: expected different cells, 0 to %d",
          cell,
          CELLS - 1);
      used[cell] = true;
    }
    Arguments.require(places.length >= 2, "places are %d: expected at least 2", places.length);
    return places.clone();
  }

  /** Begins an episode. */
  public void reset(RandomGenerator random) {
    Arguments.present("random", random);
    int first = random.nextInt(places.length);
    item[0] = places[first];
    item[1] = other(first, random);
    place(random);
  }

  /**
   * Begins an episode with all close together, an easier beginning to learn from: an item is drawn,
   * the agents stand on it or near it, and the other item lies near it where places allow that.
   *
   * @param far the most rows, and the most columns, from the one item to the other, but at least 1;
   *     the most from an agent to the item is drawn for each from 0 to this; 0 to 4
   */
  public void reset(RandomGenerator random, int far) {
    Arguments.present("random", random);
    Arguments.require(
        far >= 0 && far < SIDE, "far is %d: expected 0 to %d rows or columns", far, SIDE - 1);
    int first = random.nextInt(places.length);
    item[0] = places[first];
    item[1] = near(first, Math.max(1, far), random);
    place(random);
    int chosen = item[random.nextInt(2)];
    for (int g = 0; g < 2; g++) {
      int most = random.nextInt(far + 1);
      position[g] =
          SIDE * beside(chosen / SIDE, most, random) + beside(chosen % SIDE, most, random);
    }
  }

  private void place(RandomGenerator random) {
    score[0] = 1 + random.nextInt(HIGHEST_SCORE);
    int other = 1 + random.nextInt(HIGHEST_SCORE - 1);
    score[1] = other < score[0] ? other : other + 1;
    for (int g = 0; g < 2; g++) {
      position[g] = random.nextInt(CELLS);
      viewer[g] = random.nextInt(2);
      heard[g] = -1;
    }
    appears[1] = task == ForagingTask.SCORE_G ? 0 : 2 + 2 * random.nextInt(2);
    taken = 0;
    time = 0;
    over = false;
    success = false;
    reward = 0;
  }

  private int near(int first, int far, RandomGenerator random) {
    int[] near = new int[places.length];
    int n = 0;
    for (int cell : places) {
      if (cell != places[first]
          && Math.abs(cell / SIDE - places[first] / SIDE) <= far
          && Math.abs(cell % SIDE - places[first] % SIDE) <= far) {
        near[n++] = cell;
      }
    }
    return n > 0 ? near[random.nextInt(n)] : other(first, random);
  }

  private int other(int first, RandomGenerator random) {
    int second = random.nextInt(places.length - 1);
    return places[second < first ? second : second + 1];
  }

  private static int beside(int line, int far, RandomGenerator random) {
    int first = Math.max(0, line - far);
    return first + random.nextInt(Math.min(SIDE - 1, line + far) - first + 1);
  }

  /**
   * One step of both agents at once.
   *
   * @param first what agent 0 does
   * @param firstToken what it says, 0 to 3; agent 1 hears it in the next step
   * @param second what agent 1 does
   * @param secondToken what it says, 0 to 3
   * @throws IllegalArgumentException if the episode is over
   */
  public void step(GridAction first, int firstToken, GridAction second, int secondToken) {
    Arguments.require(!over, "the episode is over: expected reset before the next step");
    Arguments.present("first", first);
    Arguments.present("second", second);
    heard[1] = token(firstToken);
    heard[0] = token(secondToken);
    position[0] = first.from(position[0], SIDE);
    position[1] = second.from(position[1], SIDE);
    reward = -STEP_COST;
    if (first == GridAction.PICK && second == GridAction.PICK) {
      pick();
    }
    time++;
    over |= time >= STEPS;
  }

  private void pick() {
    if (task == ForagingTask.SCORE_G) {
      success = both(target());
      reward += success ? HIT : MISS;
      over = true;
    } else if (present(taken) && both(item[taken])) {
      reward += HALF_HIT;
      taken++;
      success = taken == 2;
      over = success;
    } else {
      reward += MISS;
      over = true;
    }
  }

  private boolean both(int cell) {
    return position[0] == cell && position[1] == cell;
  }

  private static int token(int token) {
    Arguments.require(
        token >= 0 && token < TOKENS, "token is %d: expected 0 to %d", token, TOKENS - 1);
    return token;
  }

  /** What they are to do. */
  public ForagingTask task() {
    return task;
  }

  /** Steps so far. */
  public int time() {
    return time;
  }

  /** True where the episode has ended, or not begun. */
  public boolean isOver() {
    return over;
  }

  /** True where it has ended well. */
  public boolean isSuccess() {
    return success;
  }

  /** What both got for the last step. */
  public double reward() {
    return reward;
  }

  /** Where an agent stands: {@code 5 row + column}. */
  public int position(int agent) {
    return position[one("agent", agent)];
  }

  /** What an agent heard: the token its partner said in the step before, -1 at first. */
  public int heard(int agent) {
    return heard[one("agent", agent)];
  }

  /** Where an item lies, or will. */
  public int cell(int which) {
    return item[one("item", which)];
  }

  /** The score of an item of ScoreG. */
  public int score(int which) {
    return score[one("item", which)];
  }

  /** Items taken so far. */
  public int taken() {
    return taken;
  }

  /** The cell that both should pick on next. */
  public int target() {
    return task == ForagingTask.SCORE_G
        ? item[score[0] > score[1] ? 0 : 1]
        : item[Math.min(taken, 1)];
  }

  /** True where an item lies on the grid. */
  public boolean present(int which) {
    int k = one("item", which);
    return time >= appears[k] && (task == ForagingTask.SCORE_G || taken <= k);
  }

  /** True where an agent sees an item. */
  public boolean sees(int agent, int which) {
    int place = position[one("agent", agent)];
    int cell = item[one("item", which)];
    return present(which)
        && Math.abs(place / SIDE - cell / SIDE) <= 1
        && Math.abs(place % SIDE - cell % SIDE) <= 1
        && (task == ForagingTask.SCORE_G || viewer[which] == agent);
  }

  /**
   * What an agent knows in this step: for each of the 3 x 3 cells around it, row by row, 1 where an
   * item lies, and score/255 where it can read it; then 25 numbers, 1 where it stands; then 4, 1
   * for the token it heard, none at first. Cells beyond the border are empty.
   *
   * @param agent 0 or 1
   * @param inputs at least {@link #INPUTS} places
   */
  public void observe(int agent, double[] inputs) {
    int place = position[one("agent", agent)];
    Arguments.present("inputs", inputs);
    Arguments.require(
        inputs.length >= INPUTS, "inputs has %d places: expected %d", inputs.length, INPUTS);
    Arrays.fill(inputs, 0, INPUTS, 0);
    for (int k = 0; k < 2; k++) {
      if (sees(agent, k)) {
        int row = item[k] / SIDE - place / SIDE + 1;
        int column = item[k] % SIDE - place % SIDE + 1;
        int at = 2 * (3 * row + column);
        inputs[at] = 1;
        boolean read = task == ForagingTask.SCORE_G && k == agent;
        inputs[at + 1] = read ? (double) score[k] / HIGHEST_SCORE : 0;
      }
    }
    inputs[18 + place] = 1;
    if (heard[agent] >= 0) {
      inputs[18 + CELLS + heard[agent]] = 1;
    }
  }

  private static int one(String name, int value) {
    Arguments.require(value == 0 || value == 1, "%s is %d: expected 0 or 1", name, value);
    return value;
  }
}
