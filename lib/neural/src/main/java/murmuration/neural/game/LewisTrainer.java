package murmuration.neural.game;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import murmuration.language.Disentanglement;
import murmuration.language.Language;
import murmuration.language.Topsim;
import murmuration.language.game.GameHistory;
import murmuration.language.game.Generalization;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.Checkpoint;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Training;
import murmuration.sweep.LiveFigure;
import murmuration.sweep.Progress;

/** One run of the reconstruction game between networks: updates, looks at it, and its file. */
final class LewisTrainer {
  private static final String KIND = "neural Lewis game";
  private static final String UPDATES = "updates";
  private static final String MEMORY = "memory";
  private static final int LOOK = 10;
  private static final int KEEP = 100;

  private final NeuralLewis game;
  private final long seed;
  private final List<Long> times = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();
  private double lossSum;
  private double entropySum;
  private long done;

  LewisTrainer(NeuralLewis game, long seed) {
    this.game = game;
    this.seed = seed;
  }

  NeuralLewisRun run() {
    try (var training = Training.open(KIND, Adam.rate(game.learning().rate()));
        var progress = Progress.of(KIND, game.learning().updates());
        var live = LiveFigure.open()) {
      PlayedLoss loss = loss(training.session(), game, Rng.of(seed));
      resume(training, loss);
      try {
        while (!ended()) {
          training.step(() -> loss.play(Rng.of(seed, done)));
          done++;
          lossSum += loss.loss();
          entropySum += loss.entropy();
          if (done % LOOK == 0 || done == game.learning().updates()) {
            look(training.session().weights());
            live.show(() -> NeuralLewisRun.chart(game, history()));
          }
          if (done % KEEP == 0) {
            keep(training, loss);
          }
          progress.tick();
        }
      } catch (CancellationException e) {
        keep(training, loss);
        throw e;
      }
      keep(training, loss);
      live.done();
      ModelWeights weights = training.session().weights();
      return new NeuralLewisRun(game, seed, history(), speaker(weights), listener(weights));
    }
  }

  /** The agents of a game, and what they go down. */
  static PlayedLoss loss(Session session, NeuralLewis game, RandomGenerator random) {
    var agents = new LewisAgents(session, game, random);
    return game.learning().gradient() == MessageGradient.REINFORCE
        ? new ReinforceLoss(session, game, agents)
        : new GumbelLoss(session, game, agents);
  }

  private boolean ended() {
    boolean solved = !rows.isEmpty() && rows.getLast()[NeuralLewisRun.ACCURACY] == 1;
    return solved || done >= game.learning().updates();
  }

  private RecurrentSpeaker speaker(ModelWeights weights) {
    return new RecurrentSpeaker(
        weights,
        game.space(),
        game.length(),
        game.vocabulary(),
        game.sizes().spoken(),
        game.sizes().hidden());
  }

  private RecurrentListener listener(ModelWeights weights) {
    return new RecurrentListener(
        weights, game.space(), game.vocabulary(), game.sizes().heard(), game.sizes().hidden());
  }

  private void look(ModelWeights weights) {
    RecurrentSpeaker speaker = speaker(weights);
    long before = times.isEmpty() ? 0 : times.getLast() / game.plays();
    Language language = NeuralLewisRun.language(game, speaker);
    var general = Generalization.of(speaker, listener(weights), game.split());
    rows.add(
        new double[] {
          lossSum / (done - before),
          entropySum / (done - before),
          general.training(),
          general.generalizationSeen(),
          general.generalizationAll(),
          general.uniform(),
          Topsim.of(language).value(),
          Disentanglement.posdis(language).result().value(),
          Disentanglement.bosdis(language).result().value()
        });
    times.add(done * game.plays());
    lossSum = 0;
    entropySum = 0;
  }

  private GameHistory history() {
    return new GameHistory(
        NeuralLewisRun.OBSERVABLES,
        times.stream().mapToLong(Long::longValue).toArray(),
        rows.toArray(double[][]::new));
  }

  private void keep(Training training, PlayedLoss loss) {
    if (game.file().isEmpty()) {
      return;
    }
    var series = new LinkedHashMap<String, double[]>();
    series.put(UPDATES, times.stream().mapToDouble(t -> (double) t / game.plays()).toArray());
    for (int i = 0; i < NeuralLewisRun.OBSERVABLES.size(); i++) {
      int column = i;
      series.put(
          NeuralLewisRun.OBSERVABLES.get(i), rows.stream().mapToDouble(r -> r[column]).toArray());
    }
    series.put("since", new double[] {lossSum, entropySum});
    series.put(MEMORY, loss.memory());
    new Checkpoint(KIND, done, game.settings(seed), training.state(), series)
        .write(game.file().get());
  }

  private void resume(Training training, PlayedLoss loss) {
    if (game.file().isEmpty() || !Files.exists(game.file().get())) {
      return;
    }
    Path file = game.file().get();
    Checkpoint kept = Checkpoint.read(file, KIND);
    kept.requireSettings(game.settings(seed));
    Arguments.require(
        kept.step() <= game.learning().updates(),
        "updates is %d: expected at least %d, which file %s has done",
        game.learning().updates(),
        kept.step(),
        file);
    done = kept.step();
    training.restore(kept.state(), done);
    loss.remember(series(kept, MEMORY));
    double[] since = series(kept, "since");
    lossSum = since[0];
    entropySum = since[1];
    double[] at = series(kept, UPDATES);
    for (int t = 0; t < at.length; t++) {
      int row = t;
      times.add(Math.round(at[t]) * game.plays());
      rows.add(
          NeuralLewisRun.OBSERVABLES.stream()
              .mapToDouble(name -> series(kept, name)[row])
              .toArray());
    }
  }

  private static double[] series(Checkpoint kept, String name) {
    return Arguments.present(name, kept.series().get(name));
  }
}
