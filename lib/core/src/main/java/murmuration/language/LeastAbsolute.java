package murmuration.language;

import java.util.Arrays;
import murmuration.math.Interruption;
import murmuration.math.Ranks;
import murmuration.math.SplitMix64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Least absolute deviations from sums of free numbers, one a value of each attribute: the minimum
 * of {@code sum_i w_i |y_i - sum_a x(a, meaning_i(a))|}, exactly.
 *
 * <p>A vertex of this linear program passes through as many records as there are independent
 * columns. From one, the record whose dual is out of bounds is let go and the line along which its
 * residual grows is followed to its lowest point, a weighted median, where another record comes in
 * (Bloomfield and Steiger 1980, SIAM J. Sci. Stat. Comput. 1:290). The y are first moved by less
 * than any residual that is not 0, so that vertices are simple and no cycle arises; the duals found
 * prove the minimum for the y as they are, up to the gap that is returned.
 */
final class LeastAbsolute {
  private static final double SHIFT = 1e-7;
  private static final double SLACK = 1e-9;
  private static final int REFRESH = 40;
  private static final int MOST_STEPS = 200_000;

  private final int[][] rows;
  private final int rank;
  private final int[] startBasis;

  /**
   * Finds independent columns and records.
   *
   * @param meanings different meanings as class numbers, all of the same attributes
   * @param classes values of each attribute
   */
  LeastAbsolute(int[][] meanings, int[] classes) {
    int columns = Arrays.stream(classes).sum();
    int[] offset = new int[classes.length];
    for (int a = 1; a < classes.length; a++) {
      offset[a] = offset[a - 1] + classes[a - 1];
    }
    double[][] reduced = new double[columns][];
    int[] basis = new int[columns];
    int found = 0;
    for (int i = 0; i < meanings.length && found < columns; i++) {
      double[] row = new double[columns];
      for (int a = 0; a < classes.length; a++) {
        row[offset[a] + meanings[i][a]] = 1;
      }
      int pivot = eliminate(row, reduced);
      if (pivot >= 0) {
        reduced[pivot] = row;
        basis[found++] = i;
      }
    }
    rank = found;
    startBasis = Arrays.copyOf(basis, rank);
    int[] kept = new int[columns];
    int next = 0;
    for (int c = 0; c < columns; c++) {
      kept[c] = reduced[c] == null ? -1 : next++;
    }
    rows = new int[meanings.length][];
    for (int i = 0; i < rows.length; i++) {
      int[] row = new int[classes.length];
      int many = 0;
      for (int a = 0; a < classes.length; a++) {
        int c = kept[offset[a] + meanings[i][a]];
        if (c >= 0) {
          row[many++] = c;
        }
      }
      rows[i] = Arrays.copyOf(row, many);
    }
  }

  /** Takes the earlier rows out of a row; the column of its pivot, -1 where nothing is left. */
  private static int eliminate(double[] row, double[][] reduced) {
    int pivot = -1;
    for (int c = 0; c < row.length; c++) {
      if (Math.abs(row[c]) < SLACK) {
        row[c] = 0;
      } else if (reduced[c] != null) {
        double factor = row[c] / reduced[c][c];
        for (int k = c; k < row.length; k++) {
          row[k] -= factor * reduced[c][k];
        }
        row[c] = 0;
      } else if (pivot < 0) {
        pivot = c;
      }
    }
    return pivot;
  }

  /** Independent columns. */
  int rank() {
    return rank;
  }

  /**
   * The minimum, and how far it can be from it.
   *
   * @param residuals {@code y - fit} of each case
   * @param value the sum of absolute residuals
   * @param gap value less what the duals prove, 0 but for rounding
   */
  record Minimum(double[] residuals, double value, double gap) {}

  /**
   * Fits cases, each the y of one of the meanings.
   *
   * @param meaning the meaning of each case; every meaning has a case
   * @param y of each case
   * @param weight of each case, above 0
   */
  Minimum fit(int[] meaning, double[] y, double[] weight) {
    return new Search(meaning, y, weight).run();
  }

  private final class Search {
    private final int[] meaning;
    private final double[] y;
    private final double[] weight;
    private final double[] moved;
    private final int n;
    private final int[] basis;
    private final boolean[] basic;
    private final double[] sign;
    private double[][] inverse;
    private double[] x;
    private final double[] residual;

    Search(int[] meaning, double[] y, double[] weight) {
      this.meaning = meaning;
      this.y = y;
      this.weight = weight;
      n = y.length;
      var random = new SplitMix64(1);
      moved = new double[n];
      Arrays.setAll(moved, i -> y[i] + SHIFT * (random.nextDouble() - 0.5));
      int[] first = new int[rows.length];
      Arrays.fill(first, -1);
      for (int i = n - 1; i >= 0; i--) {
        first[meaning[i]] = i;
      }
      basis = new int[rank];
      basic = new boolean[n];
      for (int j = 0; j < rank; j++) {
        basis[j] = first[startBasis[j]];
        basic[basis[j]] = true;
      }
      sign = new double[n];
      residual = new double[n];
      inverse = new double[0][];
      x = new double[0];
      refresh();
    }

    private int[] row(int i) {
      return rows[meaning[i]];
    }

    /** Inverse of the basis, its solution, and all residuals, anew. */
    private void refresh() {
      double[][] square = new double[rank][rank];
      for (int j = 0; j < rank; j++) {
        for (int c : row(basis[j])) {
          square[j][c] = 1;
        }
      }
      var matrix = new DMatrixRMaj(square);
      var inverted = new DMatrixRMaj(rank, rank);
      if (!CommonOps_DDRM.invert(matrix, inverted)) {
        throw new IllegalStateException("the basis became singular");
      }
      inverse = new double[rank][rank];
      for (int c = 0; c < rank; c++) {
        for (int j = 0; j < rank; j++) {
          inverse[c][j] = inverted.get(c, j);
        }
      }
      x = solution(moved);
      for (int i = 0; i < n; i++) {
        residual[i] = basic[i] ? 0 : moved[i] - at(x, row(i));
        sign[i] = basic[i] ? 0 : Math.signum(residual[i]);
      }
    }

    private double[] solution(double[] target) {
      double[] solution = new double[rank];
      for (int c = 0; c < rank; c++) {
        for (int j = 0; j < rank; j++) {
          solution[c] += inverse[c][j] * target[basis[j]];
        }
      }
      return solution;
    }

    private static double at(double[] x, int[] row) {
      double sum = 0;
      for (int c : row) {
        sum += x[c];
      }
      return sum;
    }

    /** Duals of the basic cases: {@code sum_i w_i sign_i row_i} over all cases is to be 0. */
    private double[] duals() {
      double[] sums = new double[rank];
      for (int i = 0; i < n; i++) {
        if (!basic[i]) {
          for (int c : row(i)) {
            sums[c] -= weight[i] * sign[i];
          }
        }
      }
      double[] duals = new double[rank];
      for (int c = 0; c < rank; c++) {
        if (sums[c] != 0) {
          for (int j = 0; j < rank; j++) {
            duals[j] += inverse[c][j] * sums[c];
          }
        }
      }
      return duals;
    }

    Minimum run() {
      int since = 0;
      for (int step = 0; step < MOST_STEPS; step++) {
        Interruption.check("the tree reconstruction");
        double[] duals = duals();
        int leaving = -1;
        double most = SLACK;
        for (int j = 0; j < rank; j++) {
          double out = Math.abs(duals[j]) - weight[basis[j]];
          if (out > most * (1 + weight[basis[j]])) {
            most = out / (1 + weight[basis[j]]);
            leaving = j;
          }
        }
        if (leaving < 0) {
          if (since == 0) {
            return minimum(duals);
          }
          refresh();
          since = 0;
          continue;
        }
        exchange(leaving, Math.signum(duals[leaving]), Math.abs(duals[leaving]));
        if (++since == REFRESH) {
          refresh();
          since = 0;
        }
      }
      throw new IllegalStateException("no minimum after " + MOST_STEPS + " steps");
    }

    /**
     * The residual of the basic case {@code leaving} grows with this sign; the slope begins at
     * {@code w - |dual|} and rises by {@code 2 w |change|} wherever a residual changes its sign.
     */
    private void exchange(int leaving, double direction, double dual) {
      double[] move = new double[rank];
      for (int c = 0; c < rank; c++) {
        move[c] = -direction * inverse[c][leaving];
      }
      double[] change = new double[n];
      double[] breaks = new double[n];
      int[] which = new int[n];
      int many = 0;
      for (int i = 0; i < n; i++) {
        if (!basic[i]) {
          change[i] = -at(move, row(i));
          if (Math.abs(change[i]) > SLACK && residual[i] * change[i] <= 0) {
            breaks[many] = -residual[i] / change[i];
            which[many++] = i;
          }
        }
      }
      double[] found = Arrays.copyOf(breaks, many);
      int[] order = Ranks.order(found);
      double slope = weight[basis[leaving]] - dual;
      int entering = -1;
      double length = 0;
      for (int k = 0; k < many && slope < 0; k++) {
        entering = which[order[k]];
        length = found[order[k]];
        slope += 2 * weight[entering] * Math.abs(change[entering]);
      }
      if (entering < 0) {
        throw new IllegalStateException("the deviations fall without end");
      }
      for (int i = 0; i < n; i++) {
        if (!basic[i]) {
          residual[i] += length * change[i];
          sign[i] = Math.signum(residual[i]);
        }
      }
      int out = basis[leaving];
      basic[out] = false;
      residual[out] = direction * length;
      sign[out] = direction;
      residual[entering] = 0;
      sign[entering] = 0;
      basic[entering] = true;
      basis[leaving] = entering;
      update(leaving, row(entering));
    }

    /** The inverse after row {@code j} of the basis became this one. */
    private void update(int j, int[] row) {
      double[] products = new double[rank];
      for (int c : row) {
        for (int k = 0; k < rank; k++) {
          products[k] += inverse[c][k];
        }
      }
      double pivot = products[j];
      for (int c = 0; c < rank; c++) {
        double factor = inverse[c][j] / pivot;
        for (int k = 0; k < rank; k++) {
          inverse[c][k] -= k == j ? 0 : factor * products[k];
        }
        inverse[c][j] = factor;
      }
    }

    private Minimum minimum(double[] duals) {
      double[] plain = solution(y);
      double[] residuals = new double[n];
      double value = 0;
      double proven = 0;
      for (int i = 0; i < n; i++) {
        residuals[i] = y[i] - at(plain, row(i));
        value += weight[i] * Math.abs(residuals[i]);
        proven += basic[i] ? 0 : weight[i] * sign[i] * y[i];
      }
      for (int j = 0; j < rank; j++) {
        proven += duals[j] * y[basis[j]];
      }
      return new Minimum(residuals, value, value - proven);
    }
  }
}
