package murmuration.language.naming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * How time and memory of naming games grow with the number of agents.
 *
 * @param study what was run
 * @param bySize the runs of each size
 * @param slopes of convergence time, most words, time of most words and most distinct words
 */
public record NamingExponents(
    NamingScaling study, List<NamingRuns> bySize, List<NamingSlope> slopes) implements Charted {
  private static final List<NamingQuantity> FITTED =
      List.of(
          NamingQuantity.CONVERGENCE_TIME,
          NamingQuantity.MOST_WORDS,
          NamingQuantity.TIME_OF_MOST_WORDS,
          NamingQuantity.MOST_DISTINCT);

  /** Keeps its own copies. */
  public NamingExponents {
    Arguments.present("study", study);
    bySize = Arguments.listed("bySize", bySize);
    slopes = Arguments.listed("slopes", slopes);
    Arguments.require(
        bySize.size() == study.agents().length,
        "bySize has %d values: expected %d, one a size",
        bySize.size(),
        study.agents().length);
    Arguments.require(
        slopes.stream().map(NamingSlope::quantity).toList().equals(FITTED),
        "slopes has %d values: expected one for each of %s",
        slopes.size(),
        FITTED);
  }

  static NamingExponents of(NamingScaling study, List<NamingRuns> bySize) {
    var slopes = FITTED.stream().map(q -> NamingSlope.of(q, bySize, study.seed())).toList();
    return new NamingExponents(study, bySize, slopes);
  }

  /** The slope of a quantity, which is 1.5 in large populations but for the distinct words, 1. */
  public NamingSlope slope(NamingQuantity quantity) {
    return slopes.stream()
        .filter(s -> s.quantity() == quantity)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    quantity + " has no slope: expected one of " + FITTED));
  }

  /** The slope of the convergence time. */
  public NamingSlope convergence() {
    return slope(NamingQuantity.CONVERGENCE_TIME);
  }

  @Override
  public String summary() {
    var text = new StringBuilder("naming games on complete graphs, n = ");
    text.append(Arrays.toString(study.agents()));
    for (NamingSlope s : slopes) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nslope of %s: %.3f [%.3f, %.3f]",
              s.quantity(),
              s.slope(),
              s.low(),
              s.high()));
    }
    return text.toString();
  }

  /** The means of each size with 95 % intervals, then the slopes. */
  @Override
  public Table table() {
    var rows = Quantities.of("naming games by size");
    for (NamingRuns runs : bySize) {
      for (NamingQuantity quantity : FITTED) {
        var mean = runs.sample(quantity);
        String name = quantity + ", n = " + runs.ensemble().game().agents();
        rows = rows.and(name, mean.mean(), mean.low(0.95), mean.high(0.95));
      }
    }
    for (NamingSlope s : slopes) {
      rows = rows.and("slope of " + s.quantity(), s.slope(), s.low(), s.high());
    }
    return rows.table();
  }

  /** Convergence time, time of most words, and most words against n, on logarithmic axes. */
  @Override
  public Figure chart() {
    double[] n = Arrays.stream(study.agents()).asDoubleStream().toArray();
    var panel = Panel.of("agents", "interactions, or words").logX().logY();
    for (NamingSlope s : slopes) {
      double[] y = bySize.stream().mapToDouble(r -> r.sample(s.quantity()).mean()).toArray();
      String name = String.format(Locale.ROOT, "%s: slope %.2f", s.quantity(), s.slope());
      panel = panel.points(name, n, y);
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
