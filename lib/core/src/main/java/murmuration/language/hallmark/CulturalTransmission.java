package murmuration.language.hallmark;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.SampleMean;
import tech.tablesaw.api.Table;

/**
 * What a community hands down: how far newcomers have come after a number of episodes in it, from
 * what as many episodes give to agents without one (0) to what its members reach (1), {@code (R_new
 * - R_scratch) / (R_old - R_scratch)}. Above 1 newcomers do better than the members.
 *
 * @param taught reward or success of each newcomer
 * @param scratch the same of agents that have only each other
 * @param members the same of the members that the newcomers took the place of
 * @param provenance where it comes from
 */
public record CulturalTransmission(
    double[] taught, double[] scratch, double[] members, Provenance provenance) implements Result {
  private static final double LEVEL = 0.95;

  /** Keeps its own copies. */
  public CulturalTransmission {
    Arguments.finite("taught", taught, 1);
    Arguments.finite("scratch", scratch, 1);
    Arguments.finite("members", members, 1);
    Arguments.present("provenance", provenance);
    taught = taught.clone();
    scratch = scratch.clone();
    members = members.clone();
  }

  /**
   * What these give.
   *
   * @param taught reward or success of newcomers, at least one
   * @param scratch the same of agents that have only each other
   * @param members the same of the members
   */
  public static CulturalTransmission of(double[] taught, double[] scratch, double[] members) {
    return new CulturalTransmission(taught, scratch, members, Provenance.of(Map.of()));
  }

  @Override
  public double[] taught() {
    return taught.clone();
  }

  @Override
  public double[] scratch() {
    return scratch.clone();
  }

  @Override
  public double[] members() {
    return members.clone();
  }

  /**
   * False where the members are no better than agents without them: there is nothing to come to.
   */
  public boolean isDefined() {
    return gap() > 0;
  }

  private double gap() {
    return SampleMean.of(members).mean() - SampleMean.of(scratch).mean();
  }

  /** The share of the way; NaN where it is undefined. */
  public double value() {
    return isDefined()
        ? (SampleMean.of(taught).mean() - SampleMean.of(scratch).mean()) / gap()
        : Double.NaN;
  }

  /** How many standard errors newcomers are above agents without a community (Welch). */
  public double z() {
    var a = SampleMean.of(taught);
    var b = SampleMean.of(scratch);
    double gap = a.mean() - b.mean();
    return gap == 0 ? 0 : gap / Math.hypot(a.standardError(), b.standardError());
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        cultural transmission: %.4g (z = %.3g)%s
        newcomers %.4g, from scratch %.4g, members %.4g\
        """,
        value(),
        z(),
        isDefined() ? "" : "; undefined, since members are no better than agents without them",
        SampleMean.of(taught).mean(),
        SampleMean.of(scratch).mean(),
        SampleMean.of(members).mean());
  }

  @Override
  public Table table() {
    var rows = Quantities.of("cultural transmission").and("transmission", value());
    rows = and(rows, "newcomers", taught);
    rows = and(rows, "from scratch", scratch);
    return and(rows, "members", members).table();
  }

  private static Quantities and(Quantities rows, String name, double[] values) {
    var mean = SampleMean.of(values);
    return rows.and(name, mean.mean(), mean.low(LEVEL), mean.high(LEVEL));
  }
}
