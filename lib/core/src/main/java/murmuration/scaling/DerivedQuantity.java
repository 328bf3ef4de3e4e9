package murmuration.scaling;

import java.util.function.ToDoubleFunction;
import murmuration.Quantities;
import murmuration.math.Arguments;

/**
 * A number that follows from a law, such as the best size for a compute, for intervals of it: by
 * the delta method ({@link ScalingFit#derived}) or from the draws of a bootstrap ({@link
 * LawDraws#derived}).
 *
 * @param name what it is, with its unit
 * @param of from a law to the number; NaN where a law has none
 * @param positive whether it is always above 0, so that the delta method works on its logarithm
 */
public record DerivedQuantity(String name, ToDoubleFunction<AdditiveLaw> of, boolean positive) {
  private static final double STEP = 1e-3;
  private static final int K = LawParameter.COUNT;

  /** Checks that nothing is missing. */
  public DerivedQuantity {
    Arguments.present("name", name);
    Arguments.present("of", of);
  }

  /** a = beta / (alpha + beta): the exponent of the best N with compute. */
  public static DerivedQuantity parameterExponent() {
    return new DerivedQuantity(
        "exponent of N", law -> law.beta() / (law.alpha() + law.beta()), false);
  }

  /** The best N for compute C, at 6 FLOP a token and parameter. */
  public static DerivedQuantity optimalParameters(double compute) {
    return frontier("N", compute, f -> f.parameters(compute));
  }

  /** The best D for compute C. */
  public static DerivedQuantity optimalTokens(double compute) {
    return frontier("D", compute, f -> f.tokens(compute));
  }

  /** The best D / N for compute C. */
  public static DerivedQuantity tokensPerParameter(double compute) {
    return frontier("tokens per parameter", compute, f -> f.tokensPerParameter(compute));
  }

  /** The least loss for compute C. */
  public static DerivedQuantity optimalLoss(double compute) {
    return frontier("loss", compute, f -> f.loss(compute));
  }

  private static DerivedQuantity frontier(
      String what, double compute, ToDoubleFunction<Frontier> number) {
    Arguments.positive("compute", compute);
    return new DerivedQuantity(
        what + " at " + compute + " FLOP",
        law ->
            law.alpha() > 0 && law.beta() > 0 ? number.applyAsDouble(Frontier.of(law)) : Double.NaN,
        true);
  }

  /** The number of a law. */
  public double value(AdditiveLaw law) {
    return of.applyAsDouble(Arguments.present("law", law));
  }

  /**
   * The standard error by the delta method: of the logarithm where the quantity is positive. NaN
   * where the fit has no covariance.
   */
  public double standardError(ScalingFit fit) {
    Arguments.present("fit", fit);
    double[] vector = fit.law().vector();
    double[][] covariance = fit.covariance();
    double[] gradient = new double[K];
    for (int j = 0; j < K; j++) {
      if (covariance[j][j] != 0) {
        double wide = difference(vector, j, STEP);
        double narrow = difference(vector, j, STEP / 2);
        gradient[j] = narrow + (narrow - wide) / 3;
      }
    }
    return Math.sqrt(Covariances.quadratic(gradient, covariance));
  }

  private double difference(double[] vector, int j, double step) {
    double[] moved = vector.clone();
    moved[j] = vector[j] + step;
    double above = scale(AdditiveLaw.of(moved));
    moved[j] = vector[j] - step;
    return (above - scale(AdditiveLaw.of(moved))) / (2 * step);
  }

  private double scale(AdditiveLaw law) {
    double value = value(law);
    return positive ? Math.log(value) : value;
  }

  /** Value and delta-method interval, with Student's t. */
  Quantities.Row delta(ScalingFit fit, double level) {
    double reach = WaldIntervals.quantile(fit, level) * standardError(fit);
    double value = value(fit.law());
    return positive
        ? new Quantities.Row(name, value, value * Math.exp(-reach), value * Math.exp(reach))
        : new Quantities.Row(name, value, value - reach, value + reach);
  }
}
