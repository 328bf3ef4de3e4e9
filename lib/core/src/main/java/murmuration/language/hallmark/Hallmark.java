package murmuration.language.hallmark;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * How far a community has one property of human language, and how far it would have it by chance.
 *
 * @param property which
 * @param value its value
 * @param baseline mean of the same in data whose order was drawn by chance
 * @param baselineSd standard deviation of that
 * @param uses uses that were counted
 * @param definition what was computed, in words
 * @param provenance where it comes from
 */
public record Hallmark(
    String property,
    double value,
    double baseline,
    double baselineSd,
    long uses,
    String definition,
    Provenance provenance)
    implements Result {
  private static final int DIGITS = 4;

  /** Checks that the numbers are finite. */
  public Hallmark {
    Arguments.present("property", property);
    Arguments.present("definition", definition);
    Arguments.present("provenance", provenance);
    Arguments.require(Double.isFinite(value), "value is %s: expected a finite number", value);
    Arguments.require(
        Double.isFinite(baseline), "baseline is %s: expected a finite number", baseline);
    Arguments.require(
        baselineSd >= 0 && Double.isFinite(baselineSd),
        "baselineSd is %s: expected 0 or more",
        baselineSd);
  }

  static Hallmark of(
      String property, double value, double[] chance, long uses, String definition, long seed) {
    return new Hallmark(
        property,
        value,
        StatUtils.mean(chance),
        chance.length > 1 ? Math.sqrt(StatUtils.variance(chance)) : 0,
        uses,
        definition,
        Provenance.of(Map.of("permutations", Integer.toString(chance.length))).seed(seed));
  }

  /**
   * How many standard deviations of chance the value lies above the baseline; 0 where they are
   * equal, and infinite where chance never varies and they are not.
   */
  public double z() {
    double gap = value - baseline;
    return gap == 0 ? 0 : gap / baselineSd;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s: %s (by chance %s, sd %s; z = %s; %d uses)%n%s",
        property,
        Digits.of(value, DIGITS),
        Digits.of(baseline, DIGITS),
        Digits.of(baselineSd, DIGITS),
        Digits.of(z(), 3),
        uses,
        definition);
  }

  @Override
  public Table table() {
    return Quantities.of(property)
        .and(property, value)
        .and("by chance", baseline)
        .and("z", z())
        .table();
  }
}
