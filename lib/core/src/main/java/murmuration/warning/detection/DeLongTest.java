package murmuration.warning.detection;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import tech.tablesaw.api.Table;

/**
 * Whether one score detects better than another: the difference of their areas under the curve over
 * its standard error (DeLong, DeLong and Clarke-Pearson 1988).
 *
 * @param a the first score
 * @param b the second score
 * @param paired whether both scored the same runs, in the same order
 * @param difference AUC of a minus AUC of b
 * @param standardError standard error of the difference
 * @param z difference over standard error; NaN where that is 0 or unknown (samples that do not
 *     overlap, scores that are one another's, a single event)
 * @param p two-sided p from the normal law; NaN where z is
 */
public record DeLongTest(
    Roc a, Roc b, boolean paired, double difference, double standardError, double z, double p)
    implements Result {
  private static final double Z95 = Normal.quantile(0.975);

  /** Checks that both curves are there. */
  public DeLongTest {
    Arguments.present("a", a);
    Arguments.present("b", b);
  }

  /**
   * Two scores of the same runs: element i of each sample is the same run. What the scores have in
   * common is taken into account.
   *
   * @throws IllegalArgumentException where the samples differ in size
   */
  public static DeLongTest paired(Roc a, Roc b) {
    check(a, b);
    Arguments.require(
        a.nulls().length == b.nulls().length && a.events().length == b.events().length,
        "%s has %d nulls and %d events, %s has %d and %d: expected the same runs",
        a.name(),
        a.nulls().length,
        a.events().length,
        b.name(),
        b.nulls().length,
        b.events().length);
    Placements ofA = a.placements();
    Placements ofB = b.placements();
    return of(a, b, true, ofA.variance() + ofB.variance() - 2 * ofA.covariance(ofB));
  }

  /** Scores of different runs. */
  public static DeLongTest independent(Roc a, Roc b) {
    check(a, b);
    return of(a, b, false, a.placements().variance() + b.placements().variance());
  }

  private static void check(Roc a, Roc b) {
    Arguments.present("a", a);
    Arguments.present("b", b);
  }

  private static DeLongTest of(Roc a, Roc b, boolean paired, double variance) {
    double difference = a.auc() - b.auc();
    double se = Math.sqrt(Math.max(variance, 0));
    double z = se > 0 ? difference / se : Double.NaN;
    return new DeLongTest(a, b, paired, difference, se, z, Normal.twoSided(z));
  }

  /** Lower end of the 95 % interval of the difference. */
  public double low() {
    return difference - Z95 * standardError;
  }

  /** Upper end of the 95 % interval of the difference. */
  public double high() {
    return difference + Z95 * standardError;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        AUC of %s %s, of %s %s (%s runs)
        difference %s (95 %% %s to %s), z = %s, p = %s\
        """,
        a.name(),
        Digits.of(a.auc(), 4),
        b.name(),
        Digits.of(b.auc(), 4),
        paired ? "the same" : "different",
        Digits.of(difference, 4),
        Digits.of(low(), 4),
        Digits.of(high(), 4),
        Digits.of(z, 4),
        Digits.of(p, 4));
  }

  @Override
  public Table table() {
    return Quantities.of("DeLong test")
        .and("AUC " + a.name(), a.auc(), a.low(), a.high())
        .and("AUC " + b.name(), b.auc(), b.low(), b.high())
        .and("difference", difference, low(), high())
        .and("z", z)
        .and("p", p)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of("a", a.name(), "b", b.name(), "runs", paired ? "paired" : "independent"));
  }
}
