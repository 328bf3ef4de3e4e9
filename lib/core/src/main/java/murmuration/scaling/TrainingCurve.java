package murmuration.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import murmuration.math.Arguments;

/**
 * The loss of one model along its training.
 *
 * <pre>{@code
 * TrainingCurve curve =
 *     TrainingCurve.of(1e8, new double[] {1e17, 1e18, 1e19}, new double[] {4.1, 3.3, 2.9});
 * double between = curve.loss(5e17);
 * }</pre>
 *
 * @param parameters N, above 0
 * @param compute C spent so far, length n of at least 2, strictly increasing, above 0
 * @param losses L at each, above 0
 */
public record TrainingCurve(double parameters, double[] compute, double[] losses) {
  private static final double SAME = 1e-9;

  /** Checks the numbers and keeps its own copies. */
  public TrainingCurve {
    Arguments.positive("parameters", parameters);
    Arguments.increasing("compute", compute);
    Arguments.require(
        compute.length >= 2, "compute has %d values: expected at least 2", compute.length);
    Arguments.positive("compute[0]", compute[0]);
    Arguments.sameLength("compute", compute, "losses", losses);
    for (int i = 0; i < losses.length; i++) {
      Arguments.positive("losses[" + i + "]", losses[i]);
    }
    compute = compute.clone();
    losses = losses.clone();
  }

  /**
   * A curve.
   *
   * @param parameters N, above 0
   * @param compute C, length n of at least 2, strictly increasing
   * @param losses L, length n, above 0
   */
  public static TrainingCurve of(double parameters, double[] compute, double[] losses) {
    return new TrainingCurve(parameters, compute, losses);
  }

  /**
   * One curve for each size: its runs in order of tokens, as if they were one run's checkpoints;
   * the mean loss where tokens are equal. Sizes with one amount of data are left out.
   *
   * @param runs the runs, without missing values
   * @param flopsPerTokenParameter k in C = k N D
   */
  public static List<TrainingCurve> ofSizes(TrainingRuns runs, double flopsPerTokenParameter) {
    Arguments.present("runs", runs).complete();
    double k = Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter);
    double[] n = runs.parameters();
    double[] d = runs.tokens();
    double[] loss = runs.losses();
    var sizes = new TreeMap<Double, TreeMap<Double, double[]>>();
    for (int i = 0; i < n.length; i++) {
      double[] sum =
          sizes
              .computeIfAbsent(n[i], size -> new TreeMap<>())
              .computeIfAbsent(d[i], tokens -> new double[2]);
      sum[0] += loss[i];
      sum[1]++;
    }
    List<TrainingCurve> curves = new ArrayList<>();
    sizes.forEach(
        (size, points) -> {
          if (points.size() > 1) {
            double[] compute =
                points.keySet().stream().mapToDouble(tokens -> k * size * tokens).toArray();
            double[] mean = points.values().stream().mapToDouble(v -> v[0] / v[1]).toArray();
            curves.add(of(size, compute, mean));
          }
        });
    return curves;
  }

  /**
   * The loss at compute C, ln L interpolated linearly in ln C; NaN before the first and after the
   * last point.
   */
  public double loss(double c) {
    return Math.exp(logLoss(Arguments.positive("c", c)));
  }

  double logLoss(double c) {
    int last = compute.length - 1;
    if (c < compute[0] * (1 - SAME) || c > compute[last] * (1 + SAME)) {
      return Double.NaN;
    }
    int at = Arrays.binarySearch(compute, c);
    if (at >= 0) {
      return Math.log(losses[at]);
    }
    int above = Math.clamp(-at - 1, 1, last);
    double share = Math.log(c / compute[above - 1]) / Math.log(compute[above] / compute[above - 1]);
    double below = Math.log(losses[above - 1]);
    return below + Math.clamp(share, 0, 1) * (Math.log(losses[above]) - below);
  }

  @Override
  public double[] compute() {
    return compute.clone();
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }
}
