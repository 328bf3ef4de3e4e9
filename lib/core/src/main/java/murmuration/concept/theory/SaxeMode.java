package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * One mode of a deep linear network with one hidden layer, learned by gradient descent from small
 * balanced weights on whitened inputs: its strength grows as
 *
 * <pre>a(t) = s / (1 + (s/a0 - 1) exp(-2 s t / tau))</pre>
 *
 * (Saxe, McClelland and Ganguli 2014, Exact solutions to the nonlinear dynamics of learning in deep
 * linear neural networks, eq. 10; 2019, PNAS 116, eq. 6). A stronger mode is learned sooner, in
 * inverse proportion, and every mode stays small until its time: a stage.
 *
 * <p>The unit of time: with loss {@code sum |y - W2 W1 x|^2 / (2 P)} over P samples and inputs of
 * variance v, {@code tau = 1 / (learning rate * v)} counts steps of gradient descent.
 *
 * @param strength s, what the mode grows to, 1e-100 to 1e100
 * @param start a0, its strength at t = 0, 1e-100 to 1e100; above s it decays to s
 * @param tau the time constant, 1e-100 to 1e100
 */
public record SaxeMode(double strength, double start, double tau) {
  private static final double LEAST = 1e-100;
  private static final double MOST = 1e100;

  /** Checks the numbers. */
  public SaxeMode {
    Arguments.within("strength", strength, LEAST, MOST);
    Arguments.within("start", start, LEAST, MOST);
    Arguments.within("tau", tau, LEAST, MOST);
  }

  /** The strength at time t, 0 or later. */
  public double at(double t) {
    Arguments.require(t >= 0 && t < Double.POSITIVE_INFINITY, "t is %s: expected 0 or more", t);
    return strength / (1 + (strength / start - 1) * Math.exp(-2 * strength * t / tau));
  }

  /** The strengths at several times. */
  public double[] curve(double... t) {
    Arguments.finite("t", t, 1);
    return Arrays.stream(t).map(this::at).toArray();
  }

  /**
   * The time from one strength to another, {@code tau/(2s) ln[to (s - from) / (from (s - to))]};
   * negative where the mode has {@code to} before {@code from}.
   *
   * @param from above 0; on the same side of s as {@code to}
   * @param to above 0
   */
  public double time(double from, double to) {
    Arguments.within("from", from, LEAST, MOST);
    Arguments.within("to", to, LEAST, MOST);
    Arguments.require(
        (from < strength && to < strength) || (from > strength && to > strength),
        "from is %s, to is %s: expected both below the strength %s, or both above",
        from,
        to,
        strength);
    return tau / (2 * strength) * Math.log(to / from * ((strength - from) / (strength - to)));
  }

  /**
   * When half the strength is reached, {@code tau/(2s) ln[(s - a0)/a0]}; NaN where the mode starts
   * there or higher, since it has passed it.
   */
  public double halfTime() {
    return start >= strength / 2 ? Double.NaN : time(start, strength / 2);
  }

  /**
   * The time from a tenth to nine tenths of the strength, {@code tau/(2s) ln 81}, for any start.
   */
  public double width() {
    return tau / (2 * strength) * LogisticRise.TENTH_TO_NINE_TENTHS;
  }

  /**
   * The mode nearest to a measured curve that ends near 1, such as the probability that samples
   * show a concept: {@code a(t)/s} by least squares over s and a0/s. Only {@code s/tau} can be
   * measured; {@code tau} fixes the unit of s.
   *
   * @param steps training steps from 0, length n of at least 3, strictly increasing
   * @param z the curve, length n, finite and not constant
   * @param tau the time constant in steps, such as 1 / learning rate
   */
  public static TheoryFit<SaxeMode> fit(double[] steps, double[] z, double tau) {
    return fit(steps, z, tau, FitEnds.ZERO_TO_ONE);
  }

  /**
   * The mode nearest to a measured curve between other ends.
   *
   * @param steps training steps from 0, more than there are fitted numbers, strictly increasing
   * @param z the curve, as long, finite and not constant
   * @param tau the time constant in steps
   * @param ends what the curve reads without the mode and with all of it
   */
  public static TheoryFit<SaxeMode> fit(double[] steps, double[] z, double tau, FitEnds ends) {
    return RiseFits.saxe(steps, z, tau, ends);
  }
}
