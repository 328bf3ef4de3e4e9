package murmuration.math;

/**
 * A smoother prepared for fixed times: what depends on the times alone (neighbourhoods, kernels,
 * transforms) is worked out once, so that many series on the same times cost little each. Safe to
 * share between threads.
 */
@FunctionalInterface
public interface Smoother {
  /**
   * The smooth of y at each of the times.
   *
   * @param y observations, one for each time, finite
   * @return the smooth, of the same length
   */
  double[] smooth(double[] y);
}
