package murmuration.neural.game;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.Disentanglement;
import murmuration.language.Language;
import murmuration.language.MetricResult;
import murmuration.language.Speaker;
import murmuration.language.Topsim;
import murmuration.language.game.GameHistory;
import murmuration.language.game.Generalization;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * One run of the reconstruction game between networks.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param history every 10 updates: {@code loss}, the receiver's mean loss since the time before in
 *     nats an attribute; {@code entropy}, the sender's in nats a symbol; {@code accuracy}, the
 *     share of trained meanings whose best message is understood whole; {@code generalizationSeen},
 *     {@code generalizationAll} and {@code uniform} as in {@link Generalization}; {@code topsim},
 *     {@code posdis} and {@code bosdis} of the best messages, NaN where undefined, as of one
 *     message for all
 * @param speaker the sender at the end
 * @param listener the receiver at the end
 */
public record NeuralLewisRun(
    NeuralLewis game,
    long seed,
    GameHistory history,
    RecurrentSpeaker speaker,
    RecurrentListener listener)
    implements Charted {
  static final List<String> OBSERVABLES =
      List.of(
          "loss",
          "entropy",
          "accuracy",
          "generalizationSeen",
          "generalizationAll",
          "uniform",
          "topsim",
          "posdis",
          "bosdis");
  static final int ACCURACY = 2;

  /** Checks that all is there. */
  public NeuralLewisRun {
    Arguments.present("game", game);
    Arguments.present("history", history);
    Arguments.present("speaker", speaker);
    Arguments.present("listener", listener);
    Arguments.require(
        history.plays().length > 0, "history is empty: expected what was observed at the end");
  }

  static Language language(NeuralLewis game, Speaker speaker) {
    int[][] meanings = game.space().meanings(game.split().train());
    int[][] messages = Arrays.stream(meanings).map(speaker::best).toArray(int[][]::new);
    return Language.of(meanings, messages).named("recurrent networks");
  }

  /**
   * The best message for each trained meaning, with the symbol 1 that ends every message: as EGG
   * stores them, and as padded ({@link murmuration.language.EosPolicy#PADDED}), since none is
   * stripped.
   */
  public Language language() {
    return language(game, speaker);
  }

  /** Updates done. */
  public int updates() {
    long[] plays = history.plays();
    return (int) (plays[plays.length - 1] / game.plays());
  }

  /** The share of trained meanings whose best message is understood whole. */
  public double accuracy() {
    return last("accuracy");
  }

  /** Whether every trained meaning is understood. */
  public boolean solved() {
    return accuracy() == 1;
  }

  /** How the pair does on what it was trained on, and on what it was not. */
  public Generalization generalization() {
    return Generalization.of(speaker, listener, game.split());
  }

  /** Topographic similarity of the language, by default conventions. */
  public Topsim topsim() {
    return Topsim.of(language());
  }

  /** Positional disentanglement of the language. */
  public MetricResult posdis() {
    return Disentanglement.posdis(language()).result();
  }

  /** Bag-of-symbols disentanglement of the language. */
  public MetricResult bosdis() {
    return Disentanglement.bosdis(language()).result();
  }

  private double last(String observable) {
    double[] curve = history.of(observable);
    return curve[curve.length - 1];
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %d attributes of %d values, messages of %d symbols out of %d; %d units
        %d updates of %d plays, seed %d
        trained meanings understood  %.4g of %d
        new value, seen part         %.4g (all of it: %.4g; uniform holdout: %.4g)
        loss, entropy                %.4g nats an attribute, %.4g nats a symbol
        topsim, posdis, bosdis       %.4g, %.4g, %.4g\
        """,
        game.space().attributes(),
        game.space().values(),
        game.length(),
        game.vocabulary(),
        game.sizes().hidden(),
        updates(),
        game.plays(),
        seed,
        accuracy(),
        game.split().train().length,
        last("generalizationSeen"),
        last("generalizationAll"),
        last("uniform"),
        last("loss"),
        last("entropy"),
        last("topsim"),
        last("posdis"),
        last("bosdis"));
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("neural reconstruction game").and("updates", updates());
    for (String name : OBSERVABLES) {
      quantities = quantities.and(name, last(name));
    }
    return quantities.table();
  }

  /** Accuracy, loss and compositionality against updates. */
  @Override
  public Figure chart() {
    return chart(game, history);
  }

  static Figure chart(NeuralLewis game, GameHistory history) {
    double[] x = Arrays.stream(history.times()).map(t -> t / game.plays()).toArray();
    return Figure.column(
        Panel.of("updates", "share right")
            .line("trained", x, history.of("accuracy"))
            .line("new value, seen part", x, history.of("generalizationSeen"))
            .yRange(0, 1),
        Panel.of("updates", "nats")
            .line("loss an attribute", x, history.of("loss"))
            .line("entropy a symbol", x, history.of("entropy")),
        Panel.of("updates", "compositionality")
            .line("topsim", x, history.of("topsim"))
            .line("posdis", x, history.of("posdis"))
            .line("bosdis", x, history.of("bosdis")));
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
