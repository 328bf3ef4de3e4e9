package murmuration.language;

import java.util.Arrays;
import murmuration.math.Interruption;
import murmuration.math.Lbfgs;

/**
 * The least nats of one position: logits of its symbols are sums of leaves, {@code -sum w ln
 * softmax}, divided by the total weight. Convex; where leaves can tell symbols apart without fail
 * the infimum lies at infinity and is approached.
 */
final class TreLogits implements Lbfgs.Objective {
  private static final double FLAT = 1e-13;
  private static final int STEPS = 20_000;

  private final TreRecords records;
  private final double[][] counts;
  private final int[] offsets;
  private final double total;
  private final int symbols;

  private TreLogits(TreRecords records, double[][] counts) {
    this.records = records;
    this.counts = counts;
    offsets = records.offsets();
    total = records.total();
    symbols = counts.length;
  }

  static double infimum(TreRecords records, double[][] counts) {
    if (counts.length == 1) {
      return 0;
    }
    var objective = new TreLogits(records, counts);
    int leaves = objective.offsets[objective.offsets.length - 1];
    double[] zero = new double[leaves * counts.length];
    return Lbfgs.minimize(objective, zero, FLAT, STEPS).value();
  }

  @Override
  public double value(double[] x, double[] gradient) {
    Interruption.check("the tree reconstruction");
    Arrays.fill(gradient, 0);
    double[] logits = new double[symbols];
    double sum = 0;
    for (int m = 0; m < records.weight().length; m++) {
      int[] meaning = records.meanings()[m];
      Arrays.fill(logits, 0);
      for (int a = 0; a < meaning.length; a++) {
        int from = (offsets[a] + meaning[a]) * symbols;
        for (int s = 0; s < symbols; s++) {
          logits[s] += x[from + s];
        }
      }
      double most = Arrays.stream(logits).max().orElse(0);
      double norm = 0;
      for (double logit : logits) {
        norm += Math.exp(logit - most);
      }
      double log = most + Math.log(norm);
      for (int s = 0; s < symbols; s++) {
        double count = counts[s][m];
        sum += count == 0 ? 0 : count * nats(logits, s, log, most);
        double pull = (records.weight()[m] * Math.exp(logits[s] - log) - count) / total;
        for (int a = 0; a < meaning.length; a++) {
          gradient[(offsets[a] + meaning[a]) * symbols + s] += pull;
        }
      }
    }
    return sum / total;
  }

  /** {@code ln sum exp(l) - l_s}, by the others alone where s is the largest. */
  private static double nats(double[] logits, int s, double log, double most) {
    if (logits[s] < most) {
      return log - logits[s];
    }
    double others = 0;
    for (int t = 0; t < logits.length; t++) {
      others += t == s ? 0 : Math.exp(logits[t] - most);
    }
    return Math.log1p(others);
  }
}
