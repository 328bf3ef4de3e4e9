package murmuration.scaling.pass;

import java.util.List;
import murmuration.scaling.pass.SuccessLaw.BetaLaw;
import murmuration.scaling.pass.SuccessLaw.Kumaraswamy;
import murmuration.scaling.pass.SuccessLaw.ScaledBeta;
import murmuration.scaling.pass.SuccessLaw.ZeroInflatedBeta;

/** The laws of {@link SuccessLaw} that can be fitted. */
public enum SuccessFamily {
  /** {@link SuccessLaw.BetaLaw}: two shapes. */
  BETA("Beta", "alpha", "beta"),
  /** {@link SuccessLaw.ScaledBeta}: two shapes and a largest chance. */
  SCALED_BETA("scaled Beta", "alpha", "beta", "scale"),
  /** {@link SuccessLaw.Kumaraswamy}: two shapes. */
  KUMARASWAMY("Kumaraswamy", "a", "b"),
  /** {@link SuccessLaw.ZeroInflatedBeta}: two shapes and a share of impossible items. */
  ZERO_INFLATED_BETA("zero-inflated Beta", "alpha", "beta", "impossible");

  private final String word;
  private final double lowest;
  private final double highest;
  private final String names;

  SuccessFamily(String word, String... parameters) {
    this.word = word;
    boolean beta = !parameters[0].equals("a");
    lowest = Math.log(beta ? 1e-9 : 1.001e-3);
    highest = Math.log(beta ? 1e9 : 0.999e3);
    names = String.join(" ", parameters);
  }

  /** Its name in a sentence. */
  public String word() {
    return word;
  }

  /** Names of its parameters. */
  public List<String> parameters() {
    return List.of(names.split(" "));
  }

  /**
   * The law at unbounded coordinates: logarithms of the shapes, log-odds of the third parameter.
   * Coordinates outside the range of the law count as its ends.
   */
  SuccessLaw at(double[] free) {
    double first = Math.exp(Math.clamp(free[0], lowest, highest));
    double second = Math.exp(Math.clamp(free[1], lowest, second()));
    return switch (this) {
      case BETA -> new BetaLaw(first, second);
      case SCALED_BETA -> new ScaledBeta(first, second, share(free[2]));
      case KUMARASWAMY -> new Kumaraswamy(first, second);
      case ZERO_INFLATED_BETA -> new ZeroInflatedBeta(first, second, share(free[2]));
    };
  }

  /** Whether both shapes lie inside their ranges. */
  boolean inside(double[] free) {
    return free[0] > lowest && free[1] > lowest && free[0] < highest && free[1] < second();
  }

  private double second() {
    return this == KUMARASWAMY ? 2 * highest : highest;
  }

  /** The parameter with the index, at its unbounded coordinate. */
  static double natural(int parameter, double free) {
    return parameter < 2 ? Math.exp(free) : share(free);
  }

  /** The unbounded coordinate of a parameter. */
  static double free(int parameter, double natural) {
    return parameter < 2 ? Math.log(natural) : Math.log(natural / (1 - natural));
  }

  private static double share(double free) {
    return 1 / (1 + Math.exp(-Math.clamp(free, -30, 30)));
  }
}
