package murmuration.neural.game;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.language.game.GameHistory;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.Checkpoint;
import murmuration.neural.engine.ModelWeights;
import murmuration.sweep.LiveFigure;
import murmuration.sweep.Progress;
import org.jspecify.annotations.Nullable;

/** A run while it goes on. All chance of update i is that of {@code Rng.of(.., i)}. */
final class ForagerRun {
  static final String KIND = "net foragers";
  static final double DISCOUNT = 0.99;

  private static final double CLIP = 0.5;
  private static final double LAST_ENTROPY = 0.25;
  private static final int TIMES = 40;
  private static final int JUDGED = 400;
  private static final long WEIGHTS = 1;
  private static final long GAMES = 2;
  private static final long JUDGES = 3;
  private static final String ROWS = "history";

  private final NeuralForaging game;
  private final long seed;
  private final @Nullable Path file;
  private final ForagerCourse course;
  private final ForagerPairs pairs;
  private final ForagerBatch batch;
  private final List<double[]> rows = new ArrayList<>();
  private int successes;
  private long steps;
  private int looked;

  ForagerRun(NeuralForaging game, long seed, @Nullable Path file) {
    this.game = game;
    this.seed = seed;
    this.file = file;
    course = new ForagerCourse(game.updates(), game.far(), game.scoresOpen(), game.easy());
    pairs = new ForagerPairs(game.society(), game.games());
    batch = new ForagerBatch(game.games(), game.society().size(), pairs.seats());
  }

  /** The whole run, or what is left of it. */
  NeuralForagingRun run(@Nullable Checkpoint saved) {
    Map<String, String> settings = game.settings();
    settings.put("seed", Long.toString(seed));
    if (saved != null) {
      saved.requireSettings(settings);
    }
    Adam adam = Adam.rate(game.rate()).clip(CLIP);
    RandomGenerator initial = Rng.of(Rng.seed(seed, WEIGHTS));
    try (var foragers = new ForagerTraining(game.society().size(), batch, adam, initial);
        var progress = Progress.of(game + ", seed " + seed, game.updates());
        var live = LiveFigure.open()) {
      var training = foragers.training();
      if (saved != null) {
        training.restore(saved.state(), saved.step());
        read(Arguments.present(ROWS, saved.series().get(ROWS)));
        for (long done = 0; done < saved.step(); done++) {
          progress.tick();
        }
      } else {
        look(0, training.session().weights());
      }
      while (training.steps() < game.updates()) {
        update(foragers, training.steps());
        long done = training.steps();
        if (done * TIMES / game.updates() > (done - 1) * TIMES / game.updates()) {
          look(done, training.session().weights());
          if (file != null) {
            new Checkpoint(KIND, done, settings, training.state(), Map.of(ROWS, written()))
                .write(file);
          }
          live.show(() -> NeuralForagingRun.chart(history()));
        }
        progress.tick();
      }
      live.done();
      var community = new NeuralForagers(game, training.session().weights());
      return new NeuralForagingRun(game, seed, history(), community);
    }
  }

  private void update(ForagerTraining foragers, long update) {
    RandomGenerator random = Rng.of(Rng.seed(seed, GAMES), update);
    ForagerNet[] nets = ForagerNet.of(foragers.training().session().weights());
    var grid = new ForagerGames(game.task(), game.places(), game.channel());
    var ease = course.of(update, game.games(), random);
    batch.play(grid, nets, pairs.of(update, random), ease, random);
    double share = (double) update / game.updates();
    batch.lay(DISCOUNT, game.entropy() * (1 - (1 - LAST_ENTROPY) * share));
    foragers.step();
    successes += batch.successes();
    steps += batch.steps();
    looked += game.games();
  }

  private void look(long done, ModelWeights weights) {
    double now = new NeuralForagers(game, weights).success(JUDGED, Rng.seed(seed, JUDGES));
    double n = Math.max(1, looked);
    rows.add(
        new double[] {
          (double) done * game.games(), now, looked == 0 ? now : successes / n, steps / n
        });
    successes = 0;
    steps = 0;
    looked = 0;
  }

  private double[] written() {
    return rows.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  private void read(double[] numbers) {
    int width = NeuralForagingRun.OBSERVABLES.size() + 1;
    for (int at = 0; at < numbers.length; at += width) {
      rows.add(java.util.Arrays.copyOfRange(numbers, at, at + width));
    }
  }

  private GameHistory history() {
    return new GameHistory(
        NeuralForagingRun.OBSERVABLES,
        rows.stream().mapToLong(row -> (long) row[0]).toArray(),
        rows.stream()
            .map(row -> java.util.Arrays.copyOfRange(row, 1, row.length))
            .toArray(double[][]::new));
  }
}
