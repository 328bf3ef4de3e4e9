package murmuration.language.game;

import java.util.random.RandomGenerator;
import murmuration.math.Interruption;

/** The plays of one reconstruction game, on flat tables of logits. */
final class ReinforceEngine {
  private static final double BASELINE_STEP = 0.01;
  private static final double SPREAD = 0.05;
  private static final int TIMES = 50;
  private static final int CHUNK = 1 << 16;

  private final ReinforceLewis game;
  private final RandomGenerator rng;
  private final int[] trained;
  private final int length;
  private final int symbols;
  private final int attributes;
  private final int values;
  private final int[][] meanings;
  private final double[] sender;
  private final double[] receiver;
  private final Softmax said;
  private final Softmax heard;
  private final int[] message;
  private double baseline;
  private double lossSum;

  ReinforceEngine(ReinforceLewis game, RandomGenerator rng) {
    this.game = game;
    this.rng = rng;
    trained = game.trained();
    length = game.length();
    symbols = game.vocabulary();
    attributes = game.space().attributes();
    values = game.space().values();
    meanings = game.space().meanings();
    sender = new double[meanings.length * length * symbols];
    for (int i = 0; i < sender.length; i++) {
      sender[i] = SPREAD * (2 * rng.nextDouble() - 1);
    }
    int messages = MeaningSpace.power(symbols, length, "messages");
    receiver = new double[messages * attributes * values];
    said = new Softmax(length * symbols);
    heard = new Softmax(attributes * values);
    message = new int[length];
  }

  ReinforceRun run(long seed) {
    long[] times = GameHistory.even(game.plays(), TIMES);
    double[][] rows = new double[times.length][];
    long done = 0;
    for (int t = 0; t < times.length; t++) {
      long before = done;
      lossSum = 0;
      while (done < times[t]) {
        Interruption.check("the reconstruction game");
        int chunk = (int) Math.min(CHUNK, times[t] - done);
        for (int i = 0; i < chunk; i++) {
          play();
        }
        done += chunk;
      }
      double loss = done == before ? StrictMath.log(values) : lossSum / (done - before);
      rows[t] = new double[] {loss, (double) right() / trained.length};
    }
    var history = new GameHistory(ReinforceRun.OBSERVABLES, times, rows);
    return new ReinforceRun(
        game,
        seed,
        history,
        TabularSpeaker.of(game.space(), length, symbols, sender),
        TabularListener.of(game.space(), length, symbols, receiver));
  }

  private void play() {
    int index = trained[rng.nextInt(trained.length)];
    int[] meaning = meanings[index];
    int from = index * length * symbols;
    said.clear();
    said.add(sender, from, length * symbols);
    said.normalise(symbols);
    int code = 0;
    for (int j = 0; j < length; j++) {
      message[j] = said.draw(j * symbols, symbols, rng);
      code = code * symbols + message[j];
    }
    int row = code * attributes * values;
    heard.clear();
    heard.add(receiver, row, attributes * values);
    heard.normalise(values);
    double loss = 0;
    for (int a = 0; a < attributes; a++) {
      loss -= StrictMath.log(heard.chance(a * values + meaning[a]));
      heard.step(receiver, row + a * values, a * values, values, meaning[a], game.rate());
    }
    loss /= attributes;
    double gain = game.rate() * (baseline - loss);
    for (int j = 0; j < length; j++) {
      int at = from + j * symbols;
      said.step(sender, at, j * symbols, symbols, message[j], gain);
      if (game.entropy() > 0) {
        said.spread(sender, at, j * symbols, symbols, game.rate() * game.entropy());
      }
    }
    baseline += BASELINE_STEP * (loss - baseline);
    lossSum += loss;
  }

  /** Trained meanings whose best message is understood whole. */
  private int right() {
    int right = 0;
    for (int index : trained) {
      int code = 0;
      for (int j = 0; j < length; j++) {
        code = code * symbols + Logits.largest(sender, (index * length + j) * symbols, symbols);
      }
      boolean all = true;
      for (int a = 0; a < attributes && all; a++) {
        int row = (code * attributes + a) * values;
        all = Logits.largest(receiver, row, values) == meanings[index][a];
      }
      right += all ? 1 : 0;
    }
    return right;
  }
}
