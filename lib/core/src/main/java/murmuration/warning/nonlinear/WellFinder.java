package murmuration.warning.nonlinear;

import java.util.ArrayList;
import java.util.List;

/**
 * The maxima of a density that are deep enough, and the minima between them: while the smallest
 * drop from a maximum to the minimum between it and a neighbour is below a depth, that minimum and
 * the lower of its two maxima are removed.
 *
 * @param maxima indices of the maxima, ascending
 * @param minima indices of the minima between them, ascending; one fewer than maxima
 */
record WellFinder(List<Integer> maxima, List<Integer> minima) {

  /** Wells of a density on a grid: maxima at the first or the last point do not count. */
  static WellFinder of(double[] f, double depth) {
    List<Integer> maxima = innerMaxima(f);
    List<Integer> minima = new ArrayList<>();
    for (int k = 1; k < maxima.size(); k++) {
      minima.add(lowest(f, maxima.get(k - 1), maxima.get(k)));
    }
    while (!minima.isEmpty()) {
      int shallowest = 0;
      for (int k = 1; k < minima.size(); k++) {
        shallowest =
            drop(f, maxima, minima, k) < drop(f, maxima, minima, shallowest) ? k : shallowest;
      }
      if (drop(f, maxima, minima, shallowest) >= depth) {
        break;
      }
      minima.remove(shallowest);
      boolean leftIsLower = f[maxima.get(shallowest)] < f[maxima.get(shallowest + 1)];
      maxima.remove(leftIsLower ? shallowest : shallowest + 1);
    }
    return new WellFinder(maxima, minima);
  }

  /** A level stretch counts once, at its middle. */
  private static List<Integer> innerMaxima(double[] f) {
    List<Integer> maxima = new ArrayList<>();
    int rise = -1;
    for (int i = 1; i < f.length; i++) {
      if (f[i] > f[i - 1]) {
        rise = i;
      } else if (f[i] < f[i - 1]) {
        if (rise > 0) {
          maxima.add((rise + i - 1) / 2);
        }
        rise = -1;
      }
    }
    return maxima;
  }

  private static int lowest(double[] f, int from, int to) {
    int lowest = from;
    for (int i = from; i <= to; i++) {
      lowest = f[i] < f[lowest] ? i : lowest;
    }
    return lowest;
  }

  private static double drop(double[] f, List<Integer> maxima, List<Integer> minima, int k) {
    return Math.min(f[maxima.get(k)], f[maxima.get(k + 1)]) - f[minima.get(k)];
  }
}
