package murmuration.scaling.simulation;

import java.util.function.DoubleBinaryOperator;
import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * Which ridge a cell of N features and D samples gets, the same for every draw: nothing is tuned on
 * a draw's own loss.
 *
 * <pre>{@code
 * RidgeChoice shrinking = RidgeChoice.of("1/D", (n, d) -> 1 / d);
 * RandomFeatureScaling model = RandomFeatureScaling.noisy().ridge(shrinking);
 * }</pre>
 *
 * @param name what it is called in tables
 * @param rule from the model, N and D to the ridge
 */
public record RidgeChoice(String name, Rule rule) {
  /** The ridge that theory finds best, {@link RandomFeatureScaling#optimalRidge}. */
  public static final RidgeChoice OPTIMAL =
      new RidgeChoice("optimal", RandomFeatureScaling::optimalRidge);

  /** From a model and a cell to a ridge. */
  @FunctionalInterface
  public interface Rule {
    /**
     * The ridge.
     *
     * @param model the model
     * @param n features
     * @param d samples
     * @return a finite number above 0
     */
    double at(RandomFeatureScaling model, double n, double d);
  }

  /** Refuses null. */
  public RidgeChoice {
    Arguments.present("name", name);
    Arguments.present("rule", rule);
  }

  /** One ridge for every cell, above 0. */
  public static RidgeChoice fixed(double ridge) {
    Arguments.positive("ridge", ridge);
    return new RidgeChoice(Digits.of(ridge, 4), (model, n, d) -> ridge);
  }

  /** A function of N and D, whose values are above 0. */
  public static RidgeChoice of(String name, DoubleBinaryOperator ofFeaturesAndSamples) {
    Arguments.present("ofFeaturesAndSamples", ofFeaturesAndSamples);
    return new RidgeChoice(name, (model, n, d) -> ofFeaturesAndSamples.applyAsDouble(n, d));
  }

  /** The ridge of a cell, checked. */
  double at(RandomFeatureScaling model, int n, int d) {
    double ridge = rule.at(model, n, d);
    Arguments.require(
        ridge > 0 && ridge < Double.POSITIVE_INFINITY,
        "ridge '%s' is %s at N = %d, D = %d: expected a finite number above 0",
        name,
        ridge,
        n,
        d);
    return ridge;
  }
}
