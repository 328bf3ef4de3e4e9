package murmuration.scaling.form;

import murmuration.math.Arguments;

/**
 * Error of downstream tasks by loss, {@code Err(L) = eps - k e^(-gamma L)} (Gadre et al. 2024,
 * Language models scale reliably with over-training): it falls from eps, that of a model that knows
 * nothing, as the loss falls.
 *
 * <pre>{@code
 * double error = new DownstreamError(0.85, 2.1, 0.7).error(2.4);
 * }</pre>
 *
 * @param ceiling eps, the error at high loss
 * @param gain k
 * @param rate gamma, above 0
 */
public record DownstreamError(double ceiling, double gain, double rate) {
  /** Checks the constants. */
  public DownstreamError {
    Arguments.require(Double.isFinite(ceiling), "ceiling is %s: expected a finite number", ceiling);
    Arguments.require(Double.isFinite(gain), "gain is %s: expected a finite number", gain);
    Arguments.positive("rate", rate);
  }

  /** The error at this loss, above 0. */
  public double error(double loss) {
    return ceiling - gain * Math.exp(-rate * Arguments.positive("loss", loss));
  }

  /** The loss at which the error is this, between {@code eps - k} and eps. */
  public double lossFor(double error) {
    double share = (ceiling - error) / gain;
    Arguments.require(
        share > 0 && share < 1,
        "error is %s: expected one between %s and %s",
        error,
        ceiling - gain,
        ceiling);
    return -Math.log(share) / rate;
  }
}
