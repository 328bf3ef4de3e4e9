package murmuration.language.minds;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Count, mean and scatter about the mean of some of the points, found in two passes. */
final class PointMoments {
  final double[] mean;
  final double[][] scatter;
  int count;

  PointMoments(int dimensions) {
    mean = new double[dimensions];
    scatter = new double[dimensions][dimensions];
  }

  void of(double[][] points, IntPredicate chosen) {
    int d = mean.length;
    count = 0;
    Arrays.fill(mean, 0);
    for (double[] row : scatter) {
      Arrays.fill(row, 0);
    }
    for (int n = 0; n < points.length; n++) {
      if (chosen.test(n)) {
        count++;
        for (int i = 0; i < d; i++) {
          mean[i] += points[n][i];
        }
      }
    }
    if (count == 0) {
      return;
    }
    for (int i = 0; i < d; i++) {
      mean[i] /= count;
    }
    for (int n = 0; n < points.length; n++) {
      if (chosen.test(n)) {
        for (int i = 0; i < d; i++) {
          double x = points[n][i] - mean[i];
          for (int j = 0; j <= i; j++) {
            scatter[i][j] += x * (points[n][j] - mean[j]);
          }
        }
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        scatter[j][i] = scatter[i][j];
      }
    }
  }
}
