package murmuration.warning.spatial;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.HurwitzZeta;
import murmuration.math.Interruption;
import tech.tablesaw.api.Table;

/**
 * How much of the range of patch sizes a power law covers: {@code ln(max/xmin) / ln(max/min)}. Near
 * a transition it shrinks (Berdugo et al. 2017, Plant spatial patterns identify alternative
 * ecosystem multifunctionality states).
 *
 * <p>{@code xmin} is, among the observed sizes, the first with the smallest distance {@code max_y
 * |share of sizes >= y - zeta(a, y)/zeta(a, xmin)|} over the observed y of at least xmin, with a
 * fitted again for each (Clauset, Shalizi and Newman 2009). The largest size alone is no candidate:
 * every law fits it.
 *
 * @param value the range, 0 to 1
 * @param xmin where the power law begins
 * @param exponent its exponent from there on
 * @param distance the distance of Kolmogorov and Smirnov there
 * @param n patches of at least xmin cells
 * @param smallest the smallest patch
 * @param largest the largest patch
 */
public record PowerLawRange(
    double value, int xmin, double exponent, double distance, int n, int smallest, int largest)
    implements Result {

  /** The range of patches. */
  public static PowerLawRange of(Patches patches) {
    return of(Arguments.present("patches", patches).sizes());
  }

  /**
   * The range of sizes.
   *
   * @param sizes cells of each patch, at least 1, in any order; of at least two different sizes
   */
  public static PowerLawRange of(int[] sizes) {
    var sample = PatchSample.of(sizes);
    int distinct = sample.sizes().length;
    Arguments.require(
        distinct >= 2,
        "all %d patches have size %d: expected two different sizes",
        sample.n(),
        sample.smallest());
    double nearest = Double.POSITIVE_INFINITY;
    double exponent = Double.NaN;
    PatchSample tail = sample;
    for (int k = 0; k < distinct - 1; k++) {
      Interruption.check("power-law range");
      var candidate = sample.from(sample.sizes()[k]);
      double a = PatchLaw.exponent(candidate, candidate.smallest());
      double distance = distance(candidate, a, nearest);
      if (distance < nearest) {
        nearest = distance;
        exponent = a;
        tail = candidate;
      }
    }
    double max = sample.largest();
    return new PowerLawRange(
        Math.log(max / tail.smallest()) / Math.log(max / sample.smallest()),
        tail.smallest(),
        exponent,
        nearest,
        tail.n(),
        sample.smallest(),
        sample.largest());
  }

  /** The distance, or at least {@code enough} where it reaches that. */
  private static double distance(PatchSample sample, double a, double enough) {
    double all = HurwitzZeta.log(a, sample.smallest());
    double furthest = 0;
    long above = sample.n();
    for (int k = 0; k < sample.sizes().length && furthest < enough; k++) {
      double law = Math.exp(HurwitzZeta.log(a, sample.sizes()[k]) - all);
      furthest = Math.max(furthest, Math.abs((double) above / sample.n() - law));
      above -= sample.counts()[k];
    }
    return furthest;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "power-law range %s: from %d to %d of %d to %d cells, exponent %s, KS distance %s, n = %d",
        Digits.of(value, 4),
        xmin,
        largest,
        smallest,
        largest,
        Digits.of(exponent, 4),
        Digits.of(distance, 4),
        n);
  }

  @Override
  public Table table() {
    return Quantities.of("power-law range")
        .and("power-law range", value)
        .and("xmin", xmin)
        .and("exponent", exponent)
        .and("KS distance", distance)
        .and("n", n)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("xmin", "smallest KS distance"));
  }
}
