package murmuration.language.minds;

import java.util.random.RandomGenerator;
import murmuration.math.Interruption;

/**
 * One agent of the naming game with Gaussian mixtures: what it saw of every object, and a normal
 * distribution for every sign. All signs are equally likely to it before it looks.
 */
abstract sealed class GaussianMind permits LineMind, SpaceMind {
  static final double NOTHING = -40; // beside 1, its exponential is lost in rounding

  final int signs;
  private final double[] scratch;

  GaussianMind(int signs) {
    this.signs = signs;
    this.scratch = new double[signs];
  }

  static GaussianMind of(double[][] points, NormalWishart prior, int signs) {
    return prior.dimensions() == 1
        ? new LineMind(points, prior, signs)
        : new SpaceMind(points, prior, signs);
  }

  abstract int size();

  /** Log of the density of object n under a sign, without the constant that all signs share. */
  abstract double logDensity(int n, int sign);

  /** Draws mean and precision of every sign from their posterior given the signs of all objects. */
  abstract void learn(int[] signOf, RandomGenerator rng);

  /** A sign for object n, each as likely as the object is under it. */
  int speak(int n, RandomGenerator rng) {
    for (int k = 0; k < signs; k++) {
      scratch[k] = logDensity(n, k);
    }
    return drawn(scratch, rng);
  }

  /** A sign for object n as this agent and the other together see it. */
  int speak(int n, GaussianMind other, RandomGenerator rng) {
    for (int k = 0; k < signs; k++) {
      scratch[k] = logDensity(n, k) + other.logDensity(n, k);
    }
    return drawn(scratch, rng);
  }

  /** A sign for every object. */
  int[] speak(RandomGenerator rng) {
    Interruption.check("naming game");
    int[] said = new int[size()];
    for (int n = 0; n < said.length; n++) {
      said[n] = speak(n, rng);
    }
    return said;
  }

  /** An index, drawn with weights whose logarithms these are; they are overwritten. */
  static int drawn(double[] logs, RandomGenerator rng) {
    return drawn(logs, logs.length, rng);
  }

  /** The same of the first few. */
  static int drawn(double[] logs, int count, RandomGenerator rng) {
    double top = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      top = Math.max(top, logs[k]);
    }
    double total = 0;
    for (int k = 0; k < count; k++) {
      double below = logs[k] - top;
      total += below > NOTHING ? Math.exp(below) : 0;
      logs[k] = total;
    }
    double u = rng.nextDouble() * total;
    int k = 0;
    while (k < count - 1 && u >= logs[k]) {
      k++;
    }
    return k;
  }
}
