package murmuration.concept;

import java.util.Arrays;
import java.util.HashMap;
import murmuration.math.Arguments;
import murmuration.math.Entropy;
import murmuration.math.Interruption;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import org.jspecify.annotations.Nullable;

/** Codes cut into bins and factors numbered from 0, and the informations between them. */
final class BinnedCodes {
  private static final double ROUNDING = 1e-12;
  private static final int MOST_BINS = 1000;
  private static final int MOST_LEVELS = 100_000;
  private static final long MOST_CELLS = 20_000_000;

  private final int bins;
  private final int[][] codes;
  private final int[][] factors;
  private final int[] levels;

  private BinnedCodes(int bins, int[][] codes, int[][] factors, int[] levels) {
    this.bins = bins;
    this.codes = codes;
    this.factors = factors;
    this.levels = levels;
  }

  static BinnedCodes of(double[][] codes, int[][] factors, int bins) {
    Arguments.present("codes", codes);
    Arguments.present("factors", factors);
    Arguments.require(
        bins >= 2 && bins <= MOST_BINS, "bins is %d: expected 2 to %d", bins, MOST_BINS);
    int n = codes.length;
    Arguments.require(
        n >= 2 && factors.length == n,
        "codes has %d rows, factors %d: expected as many, at least 2 samples",
        n,
        factors.length);
    int width = Arguments.present("codes[0]", codes[0]).length;
    int depth = Arguments.present("factors[0]", factors[0]).length;
    Arguments.require(width >= 2, "codes[0] has %d values: expected at least 2 codes", width);
    Arguments.require(
        depth >= 2,
        "factors[0] has %d values: expected at least 2 factors, modularity compares them",
        depth);
    for (int i = 0; i < n; i++) {
      Arguments.finite("codes[" + i + "]", codes[i], 0);
      Arguments.sameLength("codes[0]", codes[0], "codes[" + i + "]", codes[i]);
      int found = Arguments.present("factors[" + i + "]", factors[i]).length;
      Arguments.require(found == depth, "factors[%d] has %d values: expected %d", i, found, depth);
    }
    int[][] cut = new int[width][];
    for (int j = 0; j < width; j++) {
      int column = j;
      cut[j] = cut(Arrays.stream(codes).mapToDouble(row -> row[column]).toArray(), bins);
    }
    int[][] numbered = new int[depth][n];
    int[] levels = new int[depth];
    for (int k = 0; k < depth; k++) {
      var numbers = new HashMap<Integer, Integer>();
      for (int i = 0; i < n; i++) {
        Integer seen = numbers.putIfAbsent(factors[i][k], numbers.size());
        numbered[k][i] = seen == null ? numbers.size() - 1 : seen;
      }
      levels[k] = numbers.size();
      Arguments.require(
          levels[k] <= MOST_LEVELS && (long) levels[k] * (bins + 1) <= MOST_CELLS,
          "factor %d has %d values for %d bins: expected fewer",
          k,
          levels[k],
          bins);
    }
    return new BinnedCodes(bins, cut, numbered, levels);
  }

  /** As numpy: edges {@code i (max - min) / bins + min}, a value's bin is the edges at or below. */
  private static int[] cut(double[] x, int bins) {
    double low = Arrays.stream(x).min().orElse(0);
    double high = Arrays.stream(x).max().orElse(0);
    double step = (high - low) / bins;
    Arguments.require(Double.isFinite(step), "codes reach from %s to %s: too far", low, high);
    int[] cut = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      int bin = step == 0 ? 0 : Math.clamp((int) ((x[i] - low) / step), 0, bins - 1);
      while (bin + 1 < bins && (bin + 1) * step + low <= x[i]) {
        bin++;
      }
      while (bin > 0 && bin * step + low > x[i]) {
        bin--;
      }
      cut[i] = bin;
    }
    return cut;
  }

  int bins() {
    return bins;
  }

  int samples() {
    return codes[0].length;
  }

  double[] entropy() {
    double[] entropy = new double[levels.length];
    for (int k = 0; k < levels.length; k++) {
      entropy[k] = Entropy.nats(counts(factors[k], levels[k]));
    }
    return entropy;
  }

  private static long[] counts(int[] labels, int most) {
    long[] counts = new long[most];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  double[][] information() {
    return information(null);
  }

  /** Codes x factors, with sample i's factors those of {@code order[i]}. */
  private double[][] information(int @Nullable [] order) {
    double[] factor = entropy();
    double[][] information = new double[codes.length][factors.length];
    for (int j = 0; j < codes.length; j++) {
      double code = Entropy.nats(counts(codes[j], bins));
      for (int k = 0; k < factors.length; k++) {
        long[] both = new long[bins * levels[k]];
        for (int i = 0; i < codes[j].length; i++) {
          int partner = order == null ? i : order[i];
          both[codes[j][i] * levels[k] + factors[k][partner]]++;
        }
        double shared = code + factor[k] - Entropy.nats(both);
        information[j][k] = shared < ROUNDING ? 0 : shared;
      }
    }
    return information;
  }

  double[] gapsByChance(int draws, long seed) {
    double[] entropy = entropy();
    double[] gaps = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      Interruption.check("permutations");
      int[] order = new int[samples()];
      Arrays.setAll(order, i -> i);
      RandomOrder.shuffle(order, Rng.of(seed, draw));
      gaps[draw] = gap(information(order), entropy);
    }
    return gaps;
  }

  /** NaN for a constant factor. */
  static double[] gaps(double[][] information, double[] entropy) {
    double[] gaps = new double[entropy.length];
    for (int k = 0; k < gaps.length; k++) {
      double first = Double.NEGATIVE_INFINITY;
      double second = Double.NEGATIVE_INFINITY;
      for (double[] code : information) {
        second = Math.max(second, Math.min(first, code[k]));
        first = Math.max(first, code[k]);
      }
      gaps[k] = entropy[k] == 0 ? Double.NaN : (first - second) / entropy[k];
    }
    return gaps;
  }

  static double gap(double[][] information, double[] entropy) {
    return Arrays.stream(gaps(information, entropy))
        .filter(gap -> !Double.isNaN(gap))
        .average()
        .orElse(Double.NaN);
  }

  static double modularity(double[][] information) {
    double sum = 0;
    for (double[] code : information) {
      double most = 0;
      double all = 0;
      for (double i : code) {
        most = Math.max(most, i * i);
        all += i * i;
      }
      sum += most == 0 ? 0 : 1 - (all - most) / (most * (code.length - 1));
    }
    return sum / information.length;
  }
}
