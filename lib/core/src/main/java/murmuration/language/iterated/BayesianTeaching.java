package murmuration.language.iterated;

import static murmuration.language.iterated.MiniatureLanguages.COUNT;
import static murmuration.language.iterated.MiniatureLanguages.MEANINGS;
import static murmuration.language.iterated.MiniatureLanguages.SIGNALS;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Interruption;
import murmuration.math.Rng;

/** The tables of one Bayesian study, and the steps made with them. Not for several threads. */
final class BayesianTeaching {
  /** Posteriors that differ by less, in logarithms, are equal but for rounding. */
  private static final double EQUAL = 1e-9;

  private static final int UTTERANCES = MEANINGS * SIGNALS;

  private final BayesianLearning study;

  /** By language, then by utterance {@code 4 m + s}: the chance that a teacher makes it. */
  private final double[][] teacher;

  /** By utterance, then by language: the logarithm of the chance that a learner expects. */
  private final double[][] learner = new double[UTTERANCES][COUNT];

  private final double[] logPrior;
  private final double[] posterior = new double[COUNT];
  private final int[] counts = new int[UTTERANCES];

  BayesianTeaching(BayesianLearning study) {
    this.study = study;
    this.teacher = chances(study.noise(), study.teacherAmbiguity());
    double[][] expected = chances(study.noise(), study.learnerAmbiguity());
    for (int h = 0; h < COUNT; h++) {
      for (int u = 0; u < UTTERANCES; u++) {
        learner[u][h] = Math.log(expected[h][u] * MEANINGS);
      }
    }
    this.logPrior = Arrays.stream(MiniatureLanguages.prior()).map(Math::log).toArray();
  }

  /** The chance of each utterance, meaning and signal, in each language. */
  static double[][] chances(double noise, double ambiguity) {
    double[][] chances = new double[COUNT][UTTERANCES];
    for (int h = 0; h < COUNT; h++) {
      int[] meanings = new int[SIGNALS];
      MiniatureLanguages.signals(h).forEach(s -> meanings[s]++);
      for (int m = 0; m < MEANINGS; m++) {
        double sum = 0;
        for (int s = 0; s < SIGNALS; s++) {
          boolean own = MiniatureLanguages.signal(h, m) == s;
          double plain = own ? 1 - noise : noise / (SIGNALS - 1);
          chances[h][4 * m + s] = plain * Math.pow(Math.max(1, meanings[s]), -ambiguity);
          sum += chances[h][4 * m + s];
        }
        for (int s = 0; s < SIGNALS; s++) {
          chances[h][4 * m + s] /= sum * MEANINGS;
        }
      }
    }
    return chances;
  }

  /** The languages of a chain, the first included. */
  int[] chain(long seed) {
    var random = Rng.of(seed);
    int[] chain = new int[study.generations() + 1];
    chain[0] = study.start() >= 0 ? study.start() : draw(MiniatureLanguages.prior(), 1, random);
    for (int g = 1; g < chain.length; g++) {
      if (g % 256 == 0) {
        Interruption.check("iterated learning");
      }
      speak(chain[g - 1], random);
      chain[g] = learn(random);
    }
    return chain;
  }

  private void speak(int language, RandomGenerator random) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < study.utterances(); i++) {
      counts[draw(teacher[language], 1, random)]++;
    }
  }

  private int learn(RandomGenerator random) {
    return draw(posterior, weigh(counts), random);
  }

  /**
   * Puts what a learner chooses from these utterances into {@link #posterior}, not normalised, and
   * returns the sum.
   */
  private double weigh(int[] heard) {
    System.arraycopy(logPrior, 0, posterior, 0, COUNT);
    for (int u = 0; u < UTTERANCES; u++) {
      if (heard[u] > 0) {
        double[] row = learner[u];
        for (int h = 0; h < COUNT; h++) {
          posterior[h] += heard[u] * row[h];
        }
      }
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (double p : posterior) {
      largest = Math.max(largest, p);
    }
    double sum = 0;
    for (int h = 0; h < COUNT; h++) {
      double below = posterior[h] - largest;
      posterior[h] =
          study.learner() == LearnerKind.SAMPLER ? Math.exp(below) : below >= -EQUAL ? 1 : 0;
      sum += posterior[h];
    }
    return sum;
  }

  /** The law of a learner's language after these utterances. */
  double[] law(int[] heard) {
    double sum = weigh(heard);
    return Arrays.stream(posterior).map(p -> p / sum).toArray();
  }

  /** The chance that a teacher with this language makes these utterances, in any order. */
  double chance(int language, int[] heard) {
    double chance = 1;
    int made = 0;
    for (int u = 0; u < UTTERANCES; u++) {
      for (int i = 1; i <= heard[u]; i++) {
        made++;
        chance *= teacher[language][u] * made / i;
      }
    }
    return chance;
  }

  private static int draw(double[] weights, double sum, RandomGenerator random) {
    double left = random.nextDouble() * sum;
    int last = -1;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }
}
