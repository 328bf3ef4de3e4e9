package murmuration.language.game;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Interruption;

/** The urns of one pair, and the plays on them: flat arrays, one row an urn, with its total. */
final class Urns {
  private static final double EMPTIEST = 1e-200;
  private static final int MOST_POWERS = 1 << 16;
  private static final int CHUNK = 1 << 20;

  private final RothErev game;
  private final RandomGenerator rng;
  private final int states;
  private final int messages;
  private final int acts;
  private final double[] sender;
  private final double[] senderTotal;
  private final double[] receiver;
  private final double[] receiverTotal;
  private final double[] gains;
  private final double[] priors;
  private final boolean equal;
  private final double kept;
  private final double[] powers;
  private final long[] senderTime;
  private final long[] receiverTime;
  private long time;
  private long successes;

  Urns(RothErev game, RandomGenerator rng) {
    this.game = game;
    this.rng = rng;
    states = game.states();
    messages = game.messages();
    acts = game.acts();
    sender = filled(states * messages, game.initialWeight());
    senderTotal = filled(states, messages * game.initialWeight());
    receiver = filled(messages * acts, game.initialWeight());
    receiverTotal = filled(messages, acts * game.initialWeight());
    gains = Arrays.stream(game.costs()).map(c -> 1 - c).toArray();
    priors = game.priors();
    equal = game.equalPriors();
    kept = 1 - game.forgetting();
    powers = powers(kept);
    senderTime = new long[states];
    receiverTime = new long[messages];
  }

  /** Powers of what is kept, until next to nothing is. */
  private static double[] powers(double kept) {
    double[] powers = filled(kept == 1 ? 1 : MOST_POWERS, 1);
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * kept;
    }
    return powers;
  }

  private static double[] filled(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  /**
   * Plays on, looking at these times: expected success, and the share of plays that succeeded since
   * the time before.
   */
  double[][] play(long[] times) {
    double[][] rows = new double[times.length][];
    for (int t = 0; t < times.length; t++) {
      long before = time;
      successes = 0;
      while (time < times[t]) {
        Interruption.check("the game of urns");
        int chunk = (int) Math.min(CHUNK, times[t] - time);
        if (equal && kept == 1) {
          playPlain(chunk);
        } else {
          playForgetting(chunk);
        }
      }
      double expected = expectedSuccess();
      double share = time == before ? expected : (double) successes / (time - before);
      rows[t] = new double[] {expected, share};
    }
    return rows;
  }

  private void playPlain(int plays) {
    for (int i = 0; i < plays; i++) {
      int s = rng.nextInt(states);
      int m = draw(sender, s * messages, messages, senderTotal[s]);
      int a = draw(receiver, m * acts, acts, receiverTotal[m]);
      if (a == s) {
        gain(s, m);
      }
    }
    time += plays;
  }

  private void gain(int s, int m) {
    sender[s * messages + m] += gains[m];
    senderTotal[s] += gains[m];
    receiver[m * acts + s]++;
    receiverTotal[m]++;
    successes++;
  }

  private void playForgetting(int plays) {
    for (int i = 0; i < plays; i++) {
      int s = equal ? rng.nextInt(states) : draw(priors, 0, states, 1);
      if (kept < 1) {
        fade(sender, senderTotal, senderTime, s, messages);
      }
      int m = draw(sender, s * messages, messages, senderTotal[s]);
      if (kept < 1) {
        fade(receiver, receiverTotal, receiverTime, m, acts);
      }
      int a = draw(receiver, m * acts, acts, receiverTotal[m]);
      if (a == s) {
        gain(s, m);
      }
      time++;
    }
  }

  /**
   * What an urn has lost since it was last drawn from; its proportions stay, as it is never empty.
   */
  private void fade(double[] weights, double[] totals, long[] times, int urn, int width) {
    int ago = (int) Math.min(powers.length - 1, time - times[urn]);
    times[urn] = time;
    double factor = Math.max(powers[ago], EMPTIEST / totals[urn]);
    double total = 0;
    for (int i = urn * width; i < (urn + 1) * width; i++) {
      weights[i] *= factor;
      total += weights[i];
    }
    totals[urn] = total;
  }

  private int draw(double[] weights, int from, int width, double total) {
    double u = rng.nextDouble() * total;
    int i = 0;
    while (i < width - 1 && (u -= weights[from + i]) >= 0) {
      i++;
    }
    return i;
  }

  /** The sum over states of prior, P(message | state) and P(act = state | message). */
  double expectedSuccess() {
    double sum = 0;
    for (int s = 0; s < Math.min(states, acts); s++) {
      double told = 0;
      for (int m = 0; m < messages; m++) {
        told += sender[s * messages + m] * receiver[m * acts + s] / receiverTotal[m];
      }
      sum += game.prior(s) * told / senderTotal[s];
    }
    return sum;
  }

  double[][] senderWeights() {
    return rows(sender, messages);
  }

  double[][] receiverWeights() {
    return rows(receiver, acts);
  }

  private static double[][] rows(double[] values, int width) {
    double[][] rows = new double[values.length / width][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }
}
