package murmuration.language.game;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * One run of the reconstruction game between tables.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param history at each time the mean loss since the time before, in nats an attribute, and the
 *     share of trained meanings whose best message is understood whole
 * @param speaker the sender at the end
 * @param listener the receiver at the end
 */
public record ReinforceRun(
    ReinforceLewis game,
    long seed,
    GameHistory history,
    TabularSpeaker speaker,
    TabularListener listener)
    implements Charted {
  static final List<String> OBSERVABLES = List.of("loss", "accuracy");

  /** Checks that all is there. */
  public ReinforceRun {
    Arguments.present("game", game);
    Arguments.present("history", history);
    Arguments.present("speaker", speaker);
    Arguments.present("listener", listener);
  }

  /** Trained meanings whose best message is understood whole. */
  public int right() {
    int right = 0;
    for (int index : game.trained()) {
      int[] meaning = game.space().meaning(index);
      right += Arrays.equals(listener.understand(speaker.best(meaning)), meaning) ? 1 : 0;
    }
    return right;
  }

  /** The share of trained meanings whose best message is understood whole. */
  public double accuracy() {
    return (double) right() / game.trained().length;
  }

  /** How the pair does on what it was trained on, and on what it was not. */
  public Generalization generalization(MeaningSplit split) {
    return Generalization.of(speaker, listener, split);
  }

  /** The best message for each trained meaning. */
  public Language language() {
    int[][] meanings = game.space().meanings(game.trained());
    int[][] messages = Arrays.stream(meanings).map(speaker::best).toArray(int[][]::new);
    return Language.of(meanings, messages).named("tables");
  }

  @Override
  public String summary() {
    double[] loss = history.of("loss");
    return String.format(
        Locale.ROOT,
        """
        %d attributes of %d values, messages of %d symbols out of %d: %d plays, seed %d
        understood whole  %d of %d trained meanings
        loss              %.4g nats an attribute (at first %.4g)\
        """,
        game.space().attributes(),
        game.space().values(),
        game.length(),
        game.vocabulary(),
        game.plays(),
        seed,
        right(),
        game.trained().length,
        loss[loss.length - 1],
        loss[0]);
  }

  @Override
  public Table table() {
    double[] loss = history.of("loss");
    return Quantities.of("reconstruction game")
        .and("trained meanings understood", right())
        .and("accuracy", accuracy())
        .and("loss (nats)", loss[loss.length - 1])
        .table();
  }

  /** Loss and accuracy against plays. */
  @Override
  public Figure chart() {
    double[] x = history.times();
    return Figure.column(
        Panel.of("plays", "accuracy").line("accuracy", x, history.of("accuracy")).yRange(0, 1),
        Panel.of("plays", "loss (nats)").line("loss", x, history.of("loss")));
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
