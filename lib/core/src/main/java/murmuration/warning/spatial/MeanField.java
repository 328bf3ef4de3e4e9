package murmuration.warning.spatial;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Interruption;

/** A lattice model without space: every neighbour is drawn from the whole lattice. */
final class MeanField {
  private static final int STEPS = 100_000;
  private static final double STILL = 1e-13;

  private MeanField() {}

  static double[] of(LatticeModel model, double start) {
    Arguments.within("start", start, 0, 1);
    int states = model.states().size();
    double[] shares = new double[states];
    shares[0] = 1 - start;
    shares[1] = start;
    double[] change = new double[states];
    double moved = 1;
    for (int i = 0; i < STEPS && moved > STILL; i++) {
      if (i % 1000 == 0) {
        Interruption.check("mean field");
      }
      flows(model, shares, change);
      moved = 0;
      for (int k = 0; k < states; k++) {
        shares[k] += model.step() * change[k];
        moved = Math.max(moved, Math.abs(change[k]));
      }
    }
    return shares;
  }

  private static void flows(LatticeModel model, double[] shares, double[] change) {
    Arrays.fill(change, 0);
    for (int from = 0; from < shares.length; from++) {
      for (int to = 0; to < shares.length; to++) {
        if (from != to && shares[from] > 0) {
          double flow = shares[from] * expected(model, from, to, shares);
          change[from] -= flow;
          change[to] += flow;
        }
      }
    }
  }

  /** The mean of the rate over neighbours drawn one by one from the lattice. */
  private static double expected(LatticeModel model, int from, int to, double[] shares) {
    int size = model.neighbourhood().size();
    double[] near = new double[shares.length];
    double mean = 0;
    for (int ones = 0; ones <= size; ones++) {
      int most = shares.length > 2 ? size - ones : 0;
      for (int twos = 0; twos <= most; twos++) {
        near[0] = (double) (size - ones - twos) / size;
        near[1] = (double) ones / size;
        if (shares.length > 2) {
          near[2] = (double) twos / size;
        }
        double weight = multinomial(size, ones, twos, shares);
        if (weight > 0) {
          mean += weight * model.rate(from, to, shares, near);
        }
      }
    }
    return mean;
  }

  private static double multinomial(int size, int ones, int twos, double[] shares) {
    double weight = 1;
    int left = size;
    for (int i = 1; i <= ones; i++) {
      weight *= shares[1] * left-- / i;
    }
    for (int i = 1; i <= twos; i++) {
      weight *= shares[2] * left-- / i;
    }
    return weight * Math.pow(Math.max(0, shares[0]), left);
  }
}
