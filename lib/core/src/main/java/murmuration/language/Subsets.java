package murmuration.language;

import java.util.Arrays;
import java.util.List;
import murmuration.math.Interruption;

/**
 * The best partition of positions into a group for each attribute, from a table of what every set
 * of positions leaves open, by dynamic programming over sets.
 */
final class Subsets {
  private final List<MessageUnit> positions;
  private final int[] attributes;

  /** Share left open of attribute g by the set of positions in the bits of an index. */
  private final double[][] open;

  Subsets(CodedLanguage language, List<MessageUnit> positions, int[] attributes) {
    this.positions = positions;
    this.attributes = attributes;
    this.open = new double[attributes.length][1 << positions.size()];
    fill(new Refinement(language), 0, 0);
  }

  /**
   * Sets that agree with {@code set} below position {@code next}; what tells all, tells all with
   * more.
   */
  private void fill(Refinement refinement, int set, int next) {
    boolean told = true;
    for (int g = 0; g < attributes.length; g++) {
      open[g][set] = refinement.share(attributes[g]);
      told &= open[g][set] == 0;
    }
    if (told) {
      return;
    }
    for (int j = next; j < positions.size(); j++) {
      Interruption.check("residual entropy");
      fill(refinement.with(positions.get(j)), set | 1 << j, j + 1);
    }
  }

  /** The group of each position; the first of equally good partitions. */
  int[] bestGroups() {
    int sets = open[0].length;
    int last = attributes.length - 1;
    double[] best = open[0].clone();
    int[][] taken = new int[attributes.length][sets];
    for (int g = 1; g <= last; g++) {
      double[] with = new double[sets];
      Arrays.fill(with, Double.POSITIVE_INFINITY);
      for (int set = g == last ? sets - 1 : 0; set < sets; set++) {
        for (int part = set; ; part = (part - 1) & set) {
          double sum = best[set ^ part] + open[g][part];
          if (sum < with[set]) {
            with[set] = sum;
            taken[g][set] = part;
          }
          if (part == 0) {
            break;
          }
        }
      }
      best = with;
    }
    int[] group = new int[positions.size()];
    int left = sets - 1;
    for (int g = last; g > 0; g--) {
      for (int j = 0; j < group.length; j++) {
        if ((taken[g][left] >> j & 1) == 1) {
          group[j] = g;
        }
      }
      left ^= taken[g][left];
    }
    return group;
  }
}
