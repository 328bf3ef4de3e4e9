package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import murmuration.math.Ranks;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * Whether the runs of one sample tend to lie above those of another (Mann and Whitney 1947), for
 * counts with many ties: p from the normal law with the variance corrected for ties, without
 * correction for continuity.
 *
 * @param sizeA runs in the first sample
 * @param sizeB runs in the second
 * @param u pairs in which the run of a is above that of b, ties counting half
 * @param z u less its mean over its standard deviation under the null; NaN where all runs are equal
 * @param spread standard error of the chance {@code u/(sizeA sizeB)} (DeLong et al. 1988); NaN for
 *     samples of one
 */
public record RankSumTest(int sizeA, int sizeB, double u, double z, double spread)
    implements Result {
  private static final double Z95 = Normal.quantile(0.975);

  /** Checks the sizes and the range of u. */
  public RankSumTest {
    Arguments.require(
        sizeA >= 1 && sizeB >= 1, "sizes %d and %d: expected 1 or more", sizeA, sizeB);
    Arguments.within("u", u, 0, (double) sizeA * sizeB);
    Arguments.require(!(spread < 0), "spread is %s: expected 0 or more", spread);
  }

  /**
   * Compares two samples.
   *
   * @param a first sample, at least 1 value
   * @param b second sample, at least 1 value
   */
  public static RankSumTest of(double[] a, double[] b) {
    Arguments.finite("a", a, 1);
    Arguments.finite("b", b, 1);
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    double[] ranks = Ranks.average(all);
    double[] ofA = placements(ranks, 0, a, b.length);
    double[] ofB = placements(ranks, a.length, b, a.length);
    double pairs = (double) a.length * b.length;
    double u = StatUtils.sum(ofA) * b.length;
    double n = all.length;
    double sd = Math.sqrt(pairs / 12 * (n + 1 - ties(all) / (n * (n - 1))));
    double spread = Math.sqrt(variance(ofA) + variance(ofB));
    return new RankSumTest(
        a.length,
        b.length,
        Math.min(u, pairs),
        sd == 0 ? Double.NaN : (u - pairs / 2) / sd,
        spread);
  }

  /** For each value the share of the other sample below it, ties counting half. */
  private static double[] placements(double[] ranks, int from, double[] own, int others) {
    double[] within = Ranks.average(own);
    double[] shares = new double[own.length];
    Arrays.setAll(shares, i -> (ranks[from + i] - within[i]) / others);
    return shares;
  }

  private static double variance(double[] placements) {
    return placements.length < 2 ? Double.NaN : StatUtils.variance(placements) / placements.length;
  }

  /** {@code sum (t^3 - t)} over groups of t equal values. */
  private static double ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = 0;
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - from;
        sum += t * t * t - t;
        from = i;
      }
    }
    return sum;
  }

  /** The chance that a run of a is above a run of b, ties counting half. */
  public double chance() {
    return u / ((double) sizeA * sizeB);
  }

  /** Two-sided p; NaN where z is. */
  public double p() {
    return Normal.twoSided(z);
  }

  /** Lower end of the 95 % interval of the chance, at least 0. */
  public double low() {
    return Math.max(0, chance() - Z95 * spread);
  }

  /** Upper end of the 95 % interval of the chance, at most 1. */
  public double high() {
    return Math.min(1, chance() + Z95 * spread);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Mann-Whitney test of %d and %d runs: U = %s, z = %s, two-sided p %s
        a is above b in %s of pairs (95 %% %s to %s)\
        """,
        sizeA,
        sizeB,
        Digits.of(u, 6),
        Digits.of(z, 4),
        Digits.of(p(), 4),
        Digits.of(chance(), 4),
        Digits.of(low(), 4),
        Digits.of(high(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("Mann-Whitney test")
        .and("U", u)
        .and("chance that a is above b", chance(), low(), high())
        .and("z", z)
        .and("two-sided p", p())
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("ties", "half, variance corrected"));
  }
}
