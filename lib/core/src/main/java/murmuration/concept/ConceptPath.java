package murmuration.concept;

import java.util.Arrays;

/** A run as a path: its corners without moves of length zero, and how far along each lies. */
final class ConceptPath {
  private final double[] steps;
  private final double[][] corners;
  private final int[] checkpoints;
  private final double[] along;
  private final int count;

  private ConceptPath(
      double[] steps, double[][] corners, int[] checkpoints, double[] along, int n) {
    this.steps = steps;
    this.corners = corners;
    this.checkpoints = checkpoints;
    this.along = along;
    this.count = n;
  }

  static ConceptPath of(ConceptTrajectory run) {
    double[][] values = run.values();
    int[] checkpoints = new int[values.length];
    double[] along = new double[values.length];
    int count = 1;
    for (int i = 1; i < values.length; i++) {
      double length = distance(values[i - 1], values[i]);
      if (length > 0) {
        checkpoints[count] = i;
        values[count] = values[i];
        along[count] = along[count - 1] + length;
        count++;
      }
    }
    return new ConceptPath(run.steps(), values, checkpoints, along, count);
  }

  private static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int k = 0; k < a.length; k++) {
      squares += (b[k] - a[k]) * (b[k] - a[k]);
    }
    return Math.sqrt(squares);
  }

  double length() {
    return along[count - 1];
  }

  /** Distance from start to end over the length. */
  double straightness() {
    return distance(corners[0], corners[count - 1]) / length();
  }

  /** The path at m places equally far apart: coordinates, then the checkpoint as a fraction. */
  double[][] resampled(int m) {
    int d = corners[0].length;
    double[][] at = new double[m][d + 1];
    int right = 1;
    for (int j = 0; j < m; j++) {
      double place = length() * j / (m - 1);
      while (right < count - 1 && along[right] < place) {
        right++;
      }
      double share = (place - along[right - 1]) / (along[right] - along[right - 1]);
      for (int k = 0; k < d; k++) {
        at[j][k] = between(corners[right - 1][k], corners[right][k], share);
      }
      at[j][d] = between(checkpoints[right - 1], checkpoints[right], share);
    }
    return at;
  }

  private static double between(double a, double b, double share) {
    return a + Math.min(share, 1) * (b - a);
  }

  /** The coordinates of a resampled place. */
  double[] point(double[] at) {
    return Arrays.copyOf(at, at.length - 1);
  }

  /** The training step of a resampled place. */
  double step(double[] at) {
    double checkpoint = at[at.length - 1];
    int left = Math.min((int) checkpoint, steps.length - 2);
    return between(steps[left], steps[left + 1], checkpoint - left);
  }
}
