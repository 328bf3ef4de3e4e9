package murmuration.language.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.SocialGraph;
import murmuration.language.hallmark.CulturalTransmission;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * One run of table foragers on the grid.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param history at each time the success of 500 episodes in which all do what they prefer, then of
 *     the episodes since the time before their success and mean number of steps
 * @param community the agents at the end
 */
public record GridForagingRun(
    GridForaging game, long seed, GameHistory history, GridCommunity community) implements Charted {
  static final List<String> OBSERVABLES = List.of("success", "success while learning", "steps");
  private static final int JUDGED = 20_000;
  private static final int JUDGED_EACH = 2000;
  private static final int MOST = 1000;
  private static final int MOST_EPISODES = 10_000_000;
  private static final long JUDGES = 1_000_003;

  /** Checks that all is there. */
  public GridForagingRun {
    Arguments.present("game", game);
    Arguments.present("history", history);
    Arguments.present("community", community);
  }

  /** The share of 20,000 episodes that end well when all do what they prefer. */
  public double success() {
    return community.success(JUDGED, Rng.seed(seed, JUDGES));
  }

  /**
   * How newcomers learn from the community, which does not learn from them, against fresh pairs
   * that have only each other; each judged by 2,000 episodes.
   *
   * @param episodes of each newcomer, and of each fresh pair; 1 to 10,000,000
   * @param newcomers how many, and as many fresh pairs; 2 to 1,000
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public CulturalTransmission transmission(int episodes, int newcomers, long chance) {
    ForagingLewis.whole("episodes", episodes, 1, MOST_EPISODES);
    ForagingLewis.whole("newcomers", newcomers, 2, MOST);
    int n = community.size();
    int[] places = game.places();
    double[] taught =
        Parallel.doubles(
            newcomers + " newcomers",
            newcomers,
            k ->
                new GridPlays(game, Rng.of(chance, k), new ArrayList<>(community.agents()))
                    .newcomer(k % n, episodes)
                    .success(JUDGED_EACH, Rng.seed(chance, JUDGES + k), k % n, places));
    var pair = game.society(SocialGraph.complete(2)).episodes(episodes);
    double[] scratch =
        Parallel.doubles(
            newcomers + " fresh pairs",
            newcomers,
            k ->
                pair.simulate(Rng.seed(chance, (long) newcomers + k))
                    .community()
                    .success(JUDGED_EACH, Rng.seed(chance, JUDGES + k)));
    double[] members =
        Parallel.doubles(
            "members",
            newcomers,
            k -> community.success(JUDGED_EACH, Rng.seed(chance, JUDGES + k), k % n, places));
    return CulturalTransmission.of(taught, scratch, members);
  }

  /**
   * The community after every agent has been replaced, one after another, by a newcomer that
   * learned from all others as they then were.
   *
   * @param episodes of each newcomer, 1 to 10,000,000
   */
  public GridCommunity turnover(int episodes, long chance) {
    ForagingLewis.whole("episodes", episodes, 1, MOST_EPISODES);
    var now = community;
    for (int i = 0; i < community.size(); i++) {
      now = new GridPlays(game, Rng.of(chance, i), now.agents()).newcomer(i, episodes);
    }
    return now;
  }

  @Override
  public String summary() {
    double[] steps = history.of("steps");
    return String.format(
        Locale.ROOT,
        """
        %s on a grid of 5 x 5, table agents%s, noise %.4g
        %s: %d episodes, seed %d
        success           %.4f
        while learning    %.4f, %.3g steps an episode\
        """,
        game.task(),
        game.channel() ? "" : " that hear nothing",
        game.noise(),
        game.society(),
        game.episodes(),
        seed,
        success(),
        history.of("success while learning")[steps.length - 1],
        steps[steps.length - 1]);
  }

  @Override
  public Table table() {
    double[] steps = history.of("steps");
    return Quantities.of("foraging on the grid")
        .and("success", success())
        .and("success while learning", history.of("success while learning")[steps.length - 1])
        .and("steps an episode", steps[steps.length - 1])
        .table();
  }

  /** Success and steps against episodes. */
  @Override
  public Figure chart() {
    double[] x = history.times();
    return Figure.column(
        Panel.of("episodes", "success")
            .line("preferred", x, history.of("success"))
            .line("while learning", x, history.of("success while learning"))
            .yRange(0, 1),
        Panel.of("episodes", "steps an episode").line("steps", x, history.of("steps")));
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
