package murmuration.warning.bifurcation;

import java.util.EnumSet;
import java.util.List;
import murmuration.math.Arguments;

/**
 * The power spectrum of small fluctuations about an equilibrium, by the bifurcation that the
 * equilibrium is near (Bury, Bauch and Anand 2020, J. R. Soc. Interface 17:20200482). Frequencies w
 * are angular, in radians a sample; s is the size of the noise.
 */
public enum SpectralModel {
  /**
   * One real mode that decays without oscillation: {@code P = s^2/(2 pi) / (w^2 + lambda^2)},
   * lambda from minus the highest frequency to 0. Fold, transcritical and pitchfork look alike.
   */
  FOLD("fold", 2),
  /** A mode that changes sign from sample to sample: {@code s^2/(2 pi) / (1 + r^2 - 2 r cos w)}. */
  FLIP("flip", 2),
  /**
   * An oscillation that decays: {@code s^2/(4 pi) (1/((w+w0)^2+mu^2) + 1/((w-w0)^2+mu^2))}, with
   * {@code w0 <= 2.5} and either {@code -mu <= w0/2.9545}, which keeps the hump visible, or {@code
   * w0 = 2.5}.
   */
  HOPF("Hopf", 3),
  /** White noise: {@code P = s^2/(2 pi)}. */
  NULL("null", 1);

  private final String label;
  private final int parameters;

  SpectralModel(String label, int parameters) {
    this.label = label;
    this.parameters = parameters;
  }

  /** As it is written in a sentence: fold, flip, Hopf, null. */
  public String label() {
    return label;
  }

  /** Fitted numbers, k in the AIC: 2, 2, 3, 1. */
  public int parameters() {
    return parameters;
  }

  /** What is compared unless asked otherwise: fold, Hopf and null, as in ewstools. */
  static final List<SpectralModel> USUAL = List.of(FOLD, HOPF, NULL);

  /** A copy of a list of models; refuses an empty one and a model that is named twice. */
  static List<SpectralModel> distinct(List<SpectralModel> models) {
    List<SpectralModel> copy = Arguments.listed("models", models);
    Arguments.require(!copy.isEmpty(), "models is empty: expected at least one");
    Arguments.require(EnumSet.copyOf(copy).size() == copy.size(), "models %s name one twice", copy);
    return copy;
  }
}
