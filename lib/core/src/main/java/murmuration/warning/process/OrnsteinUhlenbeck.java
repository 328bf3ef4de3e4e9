package murmuration.warning.process;

import murmuration.data.TimeSeries;
import murmuration.math.Arguments;

/**
 * The Ornstein-Uhlenbeck process {@code dX = rate (theta - X) dt + sigma dB}: a stable state with
 * noise, AR(1) in continuous time (Uhlenbeck and Ornstein 1930, On the theory of the Brownian
 * motion).
 *
 * <p>Over a time D: mean {@code theta (1-e) + X e} with {@code e = exp(-rate D)}, variance {@code
 * sigma^2 (1-e^2)/(2 rate)}.
 *
 * @param rate rate of return, above 0, per unit of time; {@code 1/rate} is the time scale
 * @param theta the level it returns to
 * @param sigma strength of the noise, above 0, in units of the state per root of time
 */
public record OrnsteinUhlenbeck(double rate, double theta, double sigma)
    implements DiffusionProcess {
  /** Checks the ranges. */
  public OrnsteinUhlenbeck {
    Arguments.positive("rate", rate);
    Arguments.require(Double.isFinite(theta), "theta is %s: expected a finite number", theta);
    Arguments.positive("sigma", sigma);
  }

  /** The time after which a disturbance has fallen to {@code 1/e}: {@code 1/rate}. */
  public double timeScale() {
    return 1 / rate;
  }

  /** The variance in the long run, {@code sigma^2/(2 rate)}. */
  public double stationaryVariance() {
    return sigma * sigma / (2 * rate);
  }

  @Override
  public Transition transition(double from, double to) {
    Transition.checkTimes(from, to);
    double d = to - from;
    double lost = -Math.expm1(-rate * d);
    return new Transition(
        Math.exp(-rate * d), theta * lost, stationaryVariance() * -Math.expm1(-2 * rate * d));
  }

  @Override
  public double logLikelihood(TimeSeries record) {
    return Increments.of(record, 2).logLikelihood(this);
  }
}
