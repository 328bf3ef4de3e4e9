package murmuration.neural.game;

import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.game.GameHistory;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * One run of net foragers.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param history at each time the success of 400 episodes of the game as it is, in which all do
 *     what they prefer; then of the episodes learned from since the time before, which are easier
 *     at first, their success and mean number of steps
 * @param community the agents at the end
 */
public record NeuralForagingRun(
    NeuralForaging game, long seed, GameHistory history, NeuralForagers community)
    implements Charted {
  static final List<String> OBSERVABLES = List.of("success", "success while learning", "steps");
  private static final int JUDGED = 4000;
  private static final long JUDGES = 1_000_003;

  /** Checks that all is there. */
  public NeuralForagingRun {
    Arguments.present("game", game);
    Arguments.present("history", history);
    Arguments.present("community", community);
  }

  /** The share of 4000 episodes that end well when all do what they prefer. */
  public double success() {
    return community.success(JUDGED, Rng.seed(seed, JUDGES));
  }

  /** The same where the agents, as they are, hear nothing. */
  public double unheard() {
    return community.unheard(JUDGED, Rng.seed(seed, JUDGES));
  }

  @Override
  public String summary() {
    double[] steps = history.of("steps");
    return String.format(
        Locale.ROOT,
        """
        %s
        %s: %d updates of %d episodes, seed %d
        success           %.4f, and %.4f where nothing is heard
        while learning    %.4f at the end, %.3g steps an episode\
        """,
        game,
        game.society(),
        game.updates(),
        game.games(),
        seed,
        success(),
        unheard(),
        history.of("success while learning")[steps.length - 1],
        steps[steps.length - 1]);
  }

  @Override
  public Table table() {
    double[] steps = history.of("steps");
    return Quantities.of("foraging with nets")
        .and("success", success())
        .and("success where nothing is heard", unheard())
        .and("success while learning", history.of("success while learning")[steps.length - 1])
        .and("steps an episode", steps[steps.length - 1])
        .table();
  }

  /** Success and steps against episodes. */
  @Override
  public Figure chart() {
    return chart(history);
  }

  static Figure chart(GameHistory history) {
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
