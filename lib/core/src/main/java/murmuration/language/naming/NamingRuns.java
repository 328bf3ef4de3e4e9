package murmuration.language.naming;

import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Proportion;
import murmuration.math.SampleMean;
import murmuration.plot.Figure;
import tech.tablesaw.api.Table;

/**
 * Many runs of one naming game: means with intervals of Student's t, and mean curves.
 *
 * @param ensemble what was run
 * @param each the runs, in order, with up to 512 samples each
 */
public record NamingRuns(NamingEnsemble ensemble, List<NamingRun> each) implements Charted {
  /** Keeps its own copy. */
  public NamingRuns {
    Arguments.present("ensemble", ensemble);
    each = Arguments.listed("each", each);
    Arguments.require(
        each.size() == ensemble.runs(),
        "each has %d runs: expected %d",
        each.size(),
        ensemble.runs());
  }

  /** Runs that ended in consensus. */
  public int converged() {
    return (int) each.stream().filter(NamingRun::converged).count();
  }

  /** A quantity in every run that has it; convergence times of those that converged only. */
  public double[] values(NamingQuantity quantity) {
    Arguments.present("quantity", quantity);
    return each.stream().mapToDouble(quantity::of).filter(v -> !Double.isNaN(v)).toArray();
  }

  /**
   * The mean of a quantity over the runs that have it, with its error and interval.
   *
   * @throws IllegalArgumentException if none has, as convergence times where no run converged
   */
  public SampleMean sample(NamingQuantity quantity) {
    double[] values = values(quantity);
    Arguments.require(values.length > 0, "no run has a %s: expected one that converged", quantity);
    return SampleMean.of(values);
  }

  /**
   * Mean curves at equal steps from 0 to the end of the longest run; a run that has ended stays as
   * it is, and in consensus every further interaction would succeed.
   *
   * @param points 2 to 10,000
   */
  public NamingCurves curves(int points) {
    return NamingCurves.of(each, points);
  }

  @Override
  public String summary() {
    var text = new StringBuilder(ensemble.game().toString());
    double[] share = new Proportion(converged(), each.size()).clopperPearson(0.95);
    text.append(
        String.format(
            Locale.ROOT,
            "%nconsensus in %d of %d runs (95 %% interval of the chance %.3f to %.3f)",
            converged(),
            each.size(),
            share[0],
            share[1]));
    for (NamingQuantity quantity : NamingQuantity.values()) {
      if (values(quantity).length > 1) {
        var mean = sample(quantity);
        text.append(
            String.format(
                Locale.ROOT,
                "%n%s: %,.4g [%,.4g, %,.4g], sd %,.3g, n = %d",
                quantity,
                mean.mean(),
                mean.low(0.95),
                mean.high(0.95),
                mean.sd(),
                mean.n()));
      }
    }
    return text.toString();
  }

  /** Means and their 95 % intervals; without the convergence time where no run converged. */
  @Override
  public Table table() {
    var rows = Quantities.of("naming games").and("runs", each.size());
    double[] share = new Proportion(converged(), each.size()).clopperPearson(0.95);
    rows = rows.and("share with consensus", (double) converged() / each.size(), share[0], share[1]);
    for (NamingQuantity quantity : NamingQuantity.values()) {
      if (values(quantity).length > 0) {
        var mean = sample(quantity);
        rows = rows.and(quantity.toString(), mean.mean(), mean.low(0.95), mean.high(0.95));
      }
    }
    return rows.table();
  }

  /** Words, distinct words and the share of successes against time, means over the runs. */
  @Override
  public Figure chart() {
    long longest = each.stream().mapToLong(NamingRun::interactions).max().orElseThrow();
    return curves(Math.clamp(longest + 1, 2, 300))
        .chart(ensemble.game() + ", mean of " + each.size());
  }

  @Override
  public Provenance provenance() {
    return ensemble.provenance();
  }
}
