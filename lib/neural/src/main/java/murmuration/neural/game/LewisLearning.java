package murmuration.neural.game;

import murmuration.math.Arguments;

/**
 * How two agents learn the reconstruction game.
 *
 * @param gradient how the sender follows the loss
 * @param entropy weight of the sender's entropy in nats, 0 to 10; for {@link
 *     MessageGradient#REINFORCE}
 * @param temperature of the blends of symbols, 0.01 to 100; for the other two
 * @param rate of Adam, above 0, at most 1
 * @param copies times that each trained meaning is played in an update, 1 to 10,000
 * @param updates at most, 1 to 1,000,000; a run ends when every trained meaning is understood
 */
public record LewisLearning(
    MessageGradient gradient,
    double entropy,
    double temperature,
    double rate,
    int copies,
    int updates) {
  private static final double MOST_ENTROPY = 10;
  private static final double COLDEST = 0.01;
  private static final double HOTTEST = 100;
  private static final int MOST_COPIES = 10_000;
  private static final int MOST_UPDATES = 1_000_000;

  /** Checks the numbers. */
  public LewisLearning {
    Arguments.present("gradient", gradient);
    Arguments.within("entropy", entropy, 0, MOST_ENTROPY);
    Arguments.within("temperature", temperature, COLDEST, HOTTEST);
    Arguments.within("rate", Arguments.positive("rate", rate), 0, 1);
    Arguments.require(
        copies >= 1 && copies <= MOST_COPIES,
        "copies is %d: expected 1 to %d",
        copies,
        MOST_COPIES);
    Arguments.require(
        updates >= 1 && updates <= MOST_UPDATES,
        "updates is %d: expected 1 to %d",
        updates,
        MOST_UPDATES);
  }

  LewisLearning gradient(MessageGradient value, double warmth) {
    return new LewisLearning(value, entropy, warmth, rate, copies, updates);
  }

  LewisLearning entropy(double value) {
    return new LewisLearning(gradient, value, temperature, rate, copies, updates);
  }

  LewisLearning rate(double value) {
    return new LewisLearning(gradient, entropy, temperature, value, copies, updates);
  }

  LewisLearning copies(int value) {
    return new LewisLearning(gradient, entropy, temperature, rate, value, updates);
  }

  LewisLearning updates(int value) {
    return new LewisLearning(gradient, entropy, temperature, rate, copies, value);
  }

  @Override
  public String toString() {
    return gradient == MessageGradient.REINFORCE
        ? "REINFORCE, entropy " + entropy + ", rate " + rate + ", copies " + copies
        : gradient + ", temperature " + temperature + ", rate " + rate + ", copies " + copies;
  }
}
