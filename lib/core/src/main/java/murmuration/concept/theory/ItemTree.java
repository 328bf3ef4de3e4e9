package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Items at the ends of a binary tree, each with the features of all branches above it, as in Saxe,
 * McClelland and Ganguli (2019, PNAS 116): all are alive, half of them animals, each has a name. A
 * deep linear network learns the broad distinctions first, since more items share them.
 *
 * @param levels branchings, 1 to 8: {@code 2^levels} items
 */
public record ItemTree(int levels) {
  /** Checks the number. */
  public ItemTree {
    Arguments.require(levels >= 1 && levels <= 8, "levels is %d: expected 1 to 8", levels);
  }

  /** A tree of these many levels; 2 gives four items with seven features. */
  public static ItemTree of(int levels) {
    return new ItemTree(levels);
  }

  /** The number of items, {@code 2^levels}. */
  public int items() {
    return 1 << levels;
  }

  /** One input an item: the identity, items x items. */
  public double[][] inputs() {
    double[][] x = new double[items()][items()];
    for (int i = 0; i < x.length; i++) {
      x[i][i] = 1;
    }
    return x;
  }

  /** The features, one row a branch from the root down: {@code 2^(levels+1) - 1} x items. */
  public double[][] outputs() {
    double[][] y = new double[2 * items() - 1][items()];
    int row = 0;
    for (int level = 0; level <= levels; level++) {
      int below = items() >> level;
      for (int branch = 0; branch < 1 << level; branch++) {
        Arrays.fill(y[row++], branch * below, (branch + 1) * below, 1);
      }
    }
    return y;
  }

  /** The modes that a linear network learns from it. */
  public LinearModes modes() {
    return LinearModes.of(inputs(), outputs());
  }
}
