package murmuration.warning.process;

import murmuration.data.TimeSeries;
import murmuration.math.Arguments;

/**
 * A stable state that approaches a saddle-node bifurcation at a constant pace, linearised: {@code
 * R(t) = r0 + m t}, {@code dX = 2 sqrt(R) (sqrt(R) + theta - X) dt + sigma sqrt(sqrt(R) + theta)
 * dB} (Boettiger and Hastings 2012, Quantifying limits to detection of early warning for critical
 * transitions). The bifurcation is where R is 0; m below 0 is deterioration.
 *
 * <p>With {@code I(u, v) = (v-u) (2/3) (R_u + sqrt(R_u R_v) + R_v)/(sqrt(R_u) + sqrt(R_v))}, the
 * integral of sqrt(R), the state at t1 has the mean {@code X exp(-2 I) + int 2 sqrt(R) (sqrt(R) +
 * theta) exp(-2 I(u, t1)) du} and the variance {@code sigma^2 int (sqrt(R) + theta) exp(-4 I(u,
 * t1)) du}.
 *
 * <p>The noise is that of a population: its variance goes with the level {@code sqrt(R) + theta},
 * which must stay above 0, and sqrt(R) is at once a rate and a part of that level. The model is
 * therefore neither shifted nor scaled with the unit of the state, as the Ornstein-Uhlenbeck
 * process is: residuals about 0 are not what it is for. With m = 0 it <em>is</em> an
 * Ornstein-Uhlenbeck process, of rate {@code 2 sqrt(r0)}, about {@code sqrt(r0) + theta}.
 *
 * @param r0 distance to the bifurcation at the first time, above 0, in units of rate squared
 * @param m pace of R, per unit of time
 * @param theta level of the saddle-node
 * @param sigma strength of the noise, above 0
 * @param equation how the variance decays
 */
public record LinearSaddleNode(
    double r0, double m, double theta, double sigma, VarianceEquation equation)
    implements DiffusionProcess {
  /** Checks the ranges; the process must exist at the first time. */
  public LinearSaddleNode {
    Arguments.positive("r0", r0);
    Arguments.require(Double.isFinite(m), "m is %s: expected a finite number", m);
    Arguments.require(Double.isFinite(theta), "theta is %s: expected a finite number", theta);
    Arguments.positive("sigma", sigma);
    Arguments.present("equation", equation);
    Arguments.require(
        Math.sqrt(r0) + theta > 0,
        "sqrt(r0) + theta is %s: expected a level above 0",
        Math.sqrt(r0) + theta);
  }

  /** The process with the consistent variance. */
  public LinearSaddleNode(double r0, double m, double theta, double sigma) {
    this(r0, m, theta, sigma, VarianceEquation.CONSISTENT);
  }

  /** R at a time since the first; below 0 beyond the bifurcation. */
  public double distance(double time) {
    return r0 + m * time;
  }

  /** When R is 0, {@code -r0/m}; {@code Infinity} where it does not fall. */
  public double bifurcationTime() {
    return m < 0 ? -r0 / m : Double.POSITIVE_INFINITY;
  }

  @Override
  public Transition transition(double from, double to) {
    Transition.checkTimes(from, to);
    Arguments.require(
        exists(from) && exists(to),
        "R is %s at %s and %s at %s: expected R and sqrt(R) + theta above 0",
        distance(from),
        from,
        distance(to),
        to);
    var step = new SaddleNodeStep(equation);
    step.integrate(Math.sqrt(distance(from)), Math.sqrt(distance(to)), to - from, false);
    return new Transition(
        step.decay,
        step.drift + theta * step.lost,
        sigma * sigma * (step.base + theta * step.slope));
  }

  private boolean exists(double time) {
    double r = distance(time);
    return r > 0 && Math.sqrt(r) + theta > 0;
  }

  @Override
  public double logLikelihood(TimeSeries record) {
    var steps = Increments.of(record, 2);
    return exists(steps.span()) ? steps.logLikelihood(this) : Double.NEGATIVE_INFINITY;
  }
}
