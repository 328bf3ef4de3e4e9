package murmuration.language.minds;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;

/**
 * K-means of Commons Math from several starts (Arthur and Vassilvitskii 2007, k-means++); that with
 * the smallest inertia, the sum of squared distances to centres, is kept.
 */
final class Clusters {
  private static final int RESTARTS = 4;
  private static final int ITERATIONS = 100;

  private Clusters() {}

  private record Point(int index, double[] place) implements Clusterable {
    @Override
    public double[] getPoint() {
      return place;
    }
  }

  /** The cluster of each point, from 0 to k - 1; fewer where points are too few or alike. */
  static int[] of(double[][] points, int k, RandomGenerator rng) {
    var list = IntStream.range(0, points.length).mapToObj(i -> new Point(i, points[i])).toList();
    int[] best = new int[points.length];
    double least = Double.POSITIVE_INFINITY;
    for (int r = 0; r < RESTARTS; r++) {
      var clusterer =
          new KMeansPlusPlusClusterer<Point>(
              Math.min(k, points.length),
              ITERATIONS,
              new EuclideanDistance(),
              new Well19937c(rng.nextLong()));
      List<CentroidCluster<Point>> clusters;
      try {
        clusters = clusterer.cluster(list);
      } catch (ConvergenceException e) {
        continue; // points that are all alike: one cluster
      }
      double inertia = inertia(clusters);
      if (inertia < least) {
        least = inertia;
        for (int c = 0; c < clusters.size(); c++) {
          for (Point point : clusters.get(c).getPoints()) {
            best[point.index()] = c;
          }
        }
      }
    }
    return best;
  }

  private static double inertia(List<CentroidCluster<Point>> clusters) {
    double sum = 0;
    for (var cluster : clusters) {
      double[] centre = cluster.getCenter().getPoint();
      for (Point point : cluster.getPoints()) {
        for (int d = 0; d < centre.length; d++) {
          double x = point.place()[d] - centre[d];
          sum += x * x;
        }
      }
    }
    return sum;
  }
}
