package murmuration.warning.nonlinear;

import murmuration.math.Arguments;
import murmuration.math.Bandwidth;
import murmuration.math.KernelDensity;

/**
 * How a potential and its wells are read off a sample; the defaults are those of earlywarnings.
 *
 * @param bandwidth rule for the kernel's width
 * @param points states at which the density is taken, 10 to 10,000
 * @param threshold a well counts if the density drops by this multiple of the height of one kernel,
 *     {@code threshold / (h sqrt(2 pi))}, on the way to its neighbour; 0 to 100
 * @param noise s of {@code U = -s^2/2 ln f}, the strength of the noise, above 0
 */
public record PotentialOptions(Bandwidth bandwidth, int points, double threshold, double noise) {
  private static final int MOST = 10_000;

  /** Checks the ranges. */
  public PotentialOptions {
    Arguments.present("bandwidth", bandwidth);
    Arguments.require(
        points >= 10 && points <= MOST, "points is %d: expected 10 to %d", points, MOST);
    Arguments.within("threshold", threshold, 0, 100);
    Arguments.within("noise", noise, 1e-100, 1e100);
  }

  /** {@link Bandwidth#NRD}, 50 points, threshold 0.1, noise 1. */
  public static PotentialOptions defaults() {
    return new PotentialOptions(Bandwidth.NRD, 50, 0.1, 1);
  }

  /** The same with another rule for the width of the kernel. */
  public PotentialOptions bandwidth(Bandwidth value) {
    return new PotentialOptions(value, points, threshold, noise);
  }

  /** The same with another number of states. */
  public PotentialOptions points(int value) {
    return new PotentialOptions(bandwidth, value, threshold, noise);
  }

  /** The same with another least depth of a well. */
  public PotentialOptions threshold(double value) {
    return new PotentialOptions(bandwidth, points, value, noise);
  }

  /** The same with another strength of the noise. */
  public PotentialOptions noise(double value) {
    return new PotentialOptions(bandwidth, points, threshold, value);
  }

  /** The density of z on equally spaced states, with area 1 as a sum over them. */
  double[] density(KernelDensity kernel, double[] states) {
    double[] f = kernel.at(states);
    double sum = 0;
    for (double v : f) {
      sum += v;
    }
    double step = (states[states.length - 1] - states[0]) / (states.length - 1);
    for (int j = 0; j < f.length; j++) {
      f[j] /= sum * step;
    }
    return f;
  }

  /** The wells of such a density. */
  WellFinder wells(KernelDensity kernel, double[] density) {
    return WellFinder.of(density, threshold * kernel.kernelHeight());
  }

  /** Equally spaced states, both ends included. */
  double[] states(double low, double high) {
    double[] states = new double[points];
    for (int j = 0; j < points; j++) {
      states[j] = low + j * ((high - low) / (points - 1));
    }
    states[points - 1] = high;
    return states;
  }

  /** {@code -s^2/2 ln f}. */
  double[] potential(double[] density) {
    double[] u = density.clone();
    for (int j = 0; j < u.length; j++) {
      u[j] = -0.5 * noise * noise * Math.log(u[j]);
    }
    return u;
  }
}
