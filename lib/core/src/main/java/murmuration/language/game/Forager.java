package murmuration.language.game;

import java.util.random.RandomGenerator;

/**
 * The tables of one agent: logits of tokens by state and position, of cells by state and message.
 */
record Forager(double[] say, double[] choose) {
  private static final double SPREAD = 0.05;

  static Forager fresh(ForagingLewis game, RandomGenerator rng) {
    double[] say = new double[game.states() * game.length() * game.tokens()];
    for (int i = 0; i < say.length; i++) {
      say[i] = SPREAD * (2 * rng.nextDouble() - 1);
    }
    return new Forager(say, new double[game.states() * game.messages() * game.cells()]);
  }

  Forager copy() {
    return new Forager(say.clone(), choose.clone());
  }

  /** The code of the message it prefers in a state: first token the highest digit; 0 if unheard. */
  int best(ForagingLewis game, int state) {
    if (!game.channel()) {
      return 0;
    }
    int code = 0;
    for (int j = 0; j < game.length(); j++) {
      code =
          code * game.tokens()
              + largest(say, (state * game.length() + j) * game.tokens(), game.tokens());
    }
    return code;
  }

  /** The cell it prefers in a state after a message. */
  int choice(ForagingLewis game, int state, int message) {
    return largest(choose, (state * game.messages() + message) * game.cells(), game.cells());
  }

  private static int largest(double[] values, int from, int n) {
    int best = 0;
    for (int i = 1; i < n; i++) {
      best = values[from + i] > values[from + best] ? i : best;
    }
    return best;
  }

  /**
   * The chance of choosing a cell in a state after a message was sent, over the noise of what is
   * heard: state by message by cell.
   */
  double[] choices(ForagingLewis game) {
    int messages = game.messages();
    int cells = game.cells();
    double[] chance = new double[game.states() * messages * cells];
    for (int row = 0; row < game.states() * messages; row++) {
      chance[row * cells + largest(choose, row * cells, cells)] = 1;
    }
    if (game.channel() && game.noise() > 0) {
      int stride = cells;
      for (int j = 0; j < game.length(); j++) {
        blur(chance, stride, game.tokens(), game.noise());
        stride *= game.tokens();
      }
    }
    return chance;
  }

  private static void blur(double[] x, int stride, int n, double noise) {
    for (int block = 0; block < x.length; block += stride * n) {
      for (int i = block; i < block + stride; i++) {
        double mean = 0;
        for (int k = 0; k < n; k++) {
          mean += x[i + k * stride];
        }
        mean /= n;
        for (int k = 0; k < n; k++) {
          x[i + k * stride] += noise * (mean - x[i + k * stride]);
        }
      }
    }
  }
}
