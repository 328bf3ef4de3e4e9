package murmuration.language.iterated;

import murmuration.math.Arguments;

/**
 * How much of something falls to languages of each kind.
 *
 * @param degenerate share of languages with one signal
 * @param compositional share of systems
 * @param holistic share of those with a signal of its own for every meaning and no system
 * @param other share of the rest
 */
public record ClassShares(double degenerate, double compositional, double holistic, double other) {
  /** Checks that no share is missing. */
  public ClassShares {
    Arguments.finite("shares", new double[] {degenerate, compositional, holistic, other}, 4);
  }

  /** The share of one kind. */
  public double of(LanguageClass kind) {
    return switch (Arguments.present("kind", kind)) {
      case DEGENERATE -> degenerate;
      case COMPOSITIONAL -> compositional;
      case HOLISTIC -> holistic;
      case OTHER -> other;
    };
  }
}
