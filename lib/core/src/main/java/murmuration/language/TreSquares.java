package murmuration.language;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Least-squares sums of leaves for one-hot messages. All leaf vectors that fit best give the same
 * sums, those of least norm too: the projection on the span of the design, by its singular vectors.
 *
 * @param meanLength mean over records of the length of the difference
 * @param meanSquared mean of its square
 */
record TreSquares(double meanLength, double meanSquared) {
  private static final double NOTHING = 1e-10;

  static TreSquares of(Language language, TreRecords records) {
    DMatrixRMaj span = span(records);
    double[] squared = new double[records.meaningOf().length];
    for (int p = 0; p < records.positions().length; p++) {
      double[][] counts = records.positions()[p];
      for (int s = 0; s < counts.length; s++) {
        double[] fit = fit(records, span, counts[s]);
        for (int i = 0; i < squared.length; i++) {
          double there = records.symbolOf()[p][i] == s ? 1 : 0;
          double difference = there - fit[records.meaningOf()[i]];
          squared[i] += difference * difference;
        }
      }
    }
    double lengths = 0;
    double squares = 0;
    for (int i = 0; i < squared.length; i++) {
      lengths += language.weight(i) * Math.sqrt(squared[i]);
      squares += language.weight(i) * squared[i];
    }
    return new TreSquares(lengths / records.total(), squares / records.total());
  }

  /** An orthonormal basis of the weighted design, meanings by directions. */
  private static DMatrixRMaj span(TreRecords records) {
    int n = records.weight().length;
    int[] offsets = records.offsets();
    var design = new DMatrixRMaj(n, offsets[offsets.length - 1]);
    for (int m = 0; m < n; m++) {
      for (int a = 0; a < records.classes().length; a++) {
        design.set(m, offsets[a] + records.meanings()[m][a], Math.sqrt(records.weight()[m]));
      }
    }
    var svd = DecompositionFactory_DDRM.svd(n, design.numCols, true, false, true);
    if (!svd.decompose(design)) {
      throw new IllegalStateException("the design of the meanings has no singular values");
    }
    double[] values = svd.getSingularValues();
    double largest = Arrays.stream(values).max().orElse(0);
    DMatrixRMaj u = svd.getU(null, false);
    var span = new DMatrixRMaj(n, u.numCols);
    int kept = 0;
    for (int k = 0; k < svd.numberOfSingularValues(); k++) {
      if (values[k] > NOTHING * largest) {
        CommonOps_DDRM.extract(u, 0, n, k, k + 1, span, 0, kept++);
      }
    }
    return CommonOps_DDRM.extract(span, 0, n, 0, kept);
  }

  /** The fitted share of the symbol with each meaning. */
  private static double[] fit(TreRecords records, DMatrixRMaj span, double[] counts) {
    int n = counts.length;
    var target = new DMatrixRMaj(n, 1);
    for (int m = 0; m < n; m++) {
      target.set(m, 0, counts[m] / Math.sqrt(records.weight()[m]));
    }
    var along = new DMatrixRMaj(span.numCols, 1);
    CommonOps_DDRM.multTransA(span, target, along);
    CommonOps_DDRM.mult(span, along, target);
    double[] fit = new double[n];
    for (int m = 0; m < n; m++) {
      fit[m] = target.get(m, 0) / Math.sqrt(records.weight()[m]);
    }
    return fit;
  }
}
