package murmuration.warning.nonlinear;

import java.util.Arrays;
import murmuration.math.Interruption;

/**
 * What {@link DriftDiffusionJump} is made of, per step and in units of the sample's sd.
 *
 * @param first mean of dx about each state
 * @param second mean of dx^2
 * @param conditionalVariance variance of the next value
 * @param diffusion part of {@code second} that is no jump
 * @param jumpIntensity jumps a step
 * @param jumpVariance variance of a jump; states about which nothing moves are left out of its mean
 */
record KernelMoments(
    double[] first,
    double[] second,
    double[] conditionalVariance,
    double[] diffusion,
    double[] jumpIntensity,
    double jumpVariance) {

  /**
   * The moments at equally spaced states from the least to the largest value.
   *
   * @param z standardised series
   * @param h width of the kernel
   */
  static KernelMoments of(double[] z, double h, int points) {
    double low = Arrays.stream(z).min().orElseThrow();
    double high = Arrays.stream(z).max().orElseThrow();
    double[] first = new double[points];
    double[] second = new double[points];
    double[] fourth = new double[points];
    double[] variance = new double[points];
    double ratio = 0;
    int moving = 0;
    for (int j = 0; j < points; j++) {
      Interruption.check("drift, diffusion and jumps");
      double[] m = at(z, h, low + j * ((high - low) / (points - 1)));
      first[j] = m[0];
      second[j] = m[1];
      fourth[j] = m[2];
      variance[j] = m[4];
      if (m[2] > 0) {
        ratio += m[3] / m[2];
        moving++;
      }
    }
    double jump = ratio / moving / 5;
    double[] intensity = Arrays.stream(fourth).map(m4 -> m4 / (3 * jump * jump)).toArray();
    double[] diffusion = new double[points];
    Arrays.setAll(diffusion, j -> Math.max(0, second[j] - intensity[j] * jump));
    return new KernelMoments(first, second, variance, diffusion, intensity, jump);
  }

  /**
   * M_1, M_2, M_4, M_6 and the variance of the next value about one state. Weights are relative to
   * the largest, so that they do not all vanish between samples far apart.
   */
  private static double[] at(double[] z, double h, double state) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < z.length - 1; i++) {
      nearest = Math.min(nearest, Math.abs(z[i] - state));
    }
    double offset = 0.5 * (nearest / h) * (nearest / h);
    double[] sums = new double[6];
    double total = 0;
    for (int i = 0; i < z.length - 1; i++) {
      double u = (z[i] - state) / h;
      double weight = Math.exp(offset - 0.5 * u * u);
      double d = z[i + 1] - z[i];
      double d2 = d * d;
      double next = z[i + 1] - state;
      total += weight;
      sums[0] += weight * d;
      sums[1] += weight * d2;
      sums[2] += weight * d2 * d2;
      sums[3] += weight * d2 * d2 * d2;
      sums[4] += weight * next;
      sums[5] += weight * next * next;
    }
    double mean = sums[4] / total;
    return new double[] {
      sums[0] / total,
      sums[1] / total,
      sums[2] / total,
      sums[3] / total,
      Math.max(0, sums[5] / total - mean * mean)
    };
  }
}
