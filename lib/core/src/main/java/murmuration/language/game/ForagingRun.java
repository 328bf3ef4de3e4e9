package murmuration.language.game;

import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.language.hallmark.CulturalTransmission;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * One run of foraging without a grid.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param history at each time the success when all take what they prefer, the success of the plays
 *     since the time before, and the success in held-out worlds where there are any
 * @param community the agents at the end
 */
public record ForagingRun(
    ForagingLewis game, long seed, GameHistory history, ForagingCommunity community)
    implements Charted {

  /** Checks that all is there. */
  public ForagingRun {
    Arguments.present("game", game);
    Arguments.present("history", history);
    Arguments.present("community", community);
  }

  /** The chance that a play succeeds when both take what they prefer; exact. */
  public double success() {
    return community.success();
  }

  /** The message that the first agent prefers for each cell and score. */
  public Language language() {
    return community.language(0);
  }

  /**
   * How newcomers learn from the community, which does not learn from them, against fresh pairs
   * that have only each other.
   *
   * @param plays of each newcomer, and of each fresh pair; 1 to 10^8
   * @param newcomers how many, and as many fresh pairs; 2 to 1,000
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public CulturalTransmission transmission(long plays, int newcomers, long seed) {
    return Newcomers.transmission(this, plays, newcomers, seed);
  }

  /**
   * The community after every agent has been replaced, one after another, by a newcomer that
   * learned from all others as they then were.
   *
   * @param plays of each newcomer, 1 to 10^8
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public ForagingCommunity turnover(long plays, long seed) {
    return Newcomers.turnover(this, plays, seed);
  }

  @Override
  public String summary() {
    String held =
        game.heldOut() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "%nheld-out cells   %.4f (%d pairs of cells)",
                community.heldOutSuccess(),
                game.heldOut());
    return String.format(
        Locale.ROOT,
        """
        %d cells, %d scores, messages of %d tokens out of %d%s, noise %.4g
        %s: %d plays, seed %d
        success          %.4f%s\
        """,
        game.cells(),
        game.scores(),
        game.length(),
        game.tokens(),
        game.channel() ? "" : " that nobody hears",
        game.noise(),
        game.society(),
        game.plays(),
        seed,
        success(),
        held);
  }

  @Override
  public Table table() {
    var rows = Quantities.of("foraging").and("success", success());
    return (game.heldOut() == 0 ? rows : rows.and("held-out success", community.heldOutSuccess()))
        .table();
  }

  /** Success against plays. */
  @Override
  public Figure chart() {
    var panel = Panel.of("plays", "success").yRange(0, 1);
    for (String name : history.observables()) {
      panel = panel.line(name, history.times(), history.of(name));
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
