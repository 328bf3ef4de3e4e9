package murmuration.math;

import java.util.Arrays;

/** Order statistics without sorting everything: Hoare's selection, O(n) on average. */
public final class Selection {
  private Selection() {}

  /**
   * The k-th smallest value, from 0. Reorders the array: smaller values come before position k,
   * larger ones after it.
   *
   * @param a values without NaN; reordered
   * @param k position, 0 to length - 1
   */
  public static double smallest(double[] a, int k) {
    Arguments.require(k >= 0 && k < a.length, "k is %d: expected 0 to %d", k, a.length - 1);
    int low = 0;
    int high = a.length - 1;
    while (low < high) {
      double pivot = middle(a[low], a[(low + high) >>> 1], a[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (a[i] < pivot) {
          i++;
        }
        while (a[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = a[i];
          a[i++] = a[j];
          a[j--] = swap;
        }
      }
      if (k <= j) {
        high = j;
      } else if (k >= i) {
        low = i;
      } else {
        return a[k];
      }
    }
    return a[k];
  }

  /**
   * The median; for an even number of values the mean of the middle two.
   *
   * @param values values without NaN, at least 1; left as they are
   */
  public static double median(double[] values) {
    Arguments.require(values.length > 0, "values is empty: expected at least 1");
    double[] a = values.clone();
    int half = a.length / 2;
    double upper = smallest(a, half);
    if (a.length % 2 == 1) {
      return upper;
    }
    return (Arrays.stream(a, 0, half).max().orElseThrow() + upper) / 2;
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
