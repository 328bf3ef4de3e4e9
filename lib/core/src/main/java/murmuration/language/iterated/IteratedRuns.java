package murmuration.language.iterated;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Proportion;
import murmuration.math.SampleMean;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Many lines of learners: topographic similarity by generation.
 *
 * @param ensemble what was run
 * @param each the lines, in order
 */
public record IteratedRuns(IteratedEnsemble ensemble, List<IteratedRun> each) implements Charted {
  /** Checks the number and keeps its own copy. */
  public IteratedRuns {
    Arguments.present("ensemble", ensemble);
    each = Arguments.listed("each", each);
    Arguments.require(
        each.size() == ensemble.runs(),
        "each has %d lines: expected %d",
        each.size(),
        ensemble.runs());
  }

  /**
   * Topographic similarity of each line's language in a generation, where it is defined.
   *
   * @param generation 0 to the last
   */
  public double[] topsim(int generation) {
    int last = ensemble.study().generations();
    Arguments.require(
        generation >= 0 && generation <= last,
        "generation is %d: expected 0 to %d",
        generation,
        last);
    return each.stream()
        .mapToDouble(run -> run.topsim()[generation])
        .filter(t -> !Double.isNaN(t))
        .toArray();
  }

  /**
   * Its mean over the lines where it is defined, with its error and interval.
   *
   * @throws IllegalArgumentException if it is defined in none
   */
  public SampleMean mean(int generation) {
    double[] values = topsim(generation);
    Arguments.require(
        values.length > 0,
        "generation %d has topsim in no line: expected signals that differ",
        generation);
    return SampleMean.of(values);
  }

  /** Lines whose topsim in a generation is at least this; undefined ones are not. */
  public Proportion atLeast(double topsim, int generation) {
    Arguments.within("topsim", topsim, -1, 1);
    double count = Arrays.stream(topsim(generation)).filter(t -> t >= topsim).count();
    return new Proportion(count, each.size());
  }

  @Override
  public String summary() {
    int last = ensemble.study().generations();
    int defined = topsim(last).length;
    if (defined == 0) {
      return ensemble.study() + "\nno topsim at the end: all signals are the same in every line";
    }
    var mean = mean(last);
    return String.format(
        Locale.ROOT,
        "%s%ntopsim at generation %d: %.4f [%.4f, %.4f], sd %.3f, n = %d of %d lines",
        ensemble.study(),
        last,
        mean.mean(),
        mean.low(0.95),
        mean.high(0.95),
        mean.sd(),
        defined,
        each.size());
  }

  /** Mean topsim with its 95 % interval at generations 0, 1, 2, 5, 10, ... and the last. */
  @Override
  public Table table() {
    int last = ensemble.study().generations();
    var rows = Quantities.of("iterated learning").and("lines", each.size());
    for (int g : marks(last)) {
      if (topsim(g).length > 0) {
        var mean = mean(g);
        rows = rows.and("topsim at generation " + g, mean.mean(), mean.low(0.95), mean.high(0.95));
      }
    }
    return rows.table();
  }

  private static int[] marks(int last) {
    return IntStream.concat(
            IntStream.of(0, last),
            IntStream.range(0, 6)
                .flatMap(p -> IntStream.of(1, 2, 5).map(d -> d * (int) Math.pow(10, p))))
        .filter(g -> g <= last)
        .distinct()
        .sorted()
        .toArray();
  }

  /** Mean topsim by generation with the 95 % interval of the mean. */
  @Override
  public Figure chart() {
    int[] at =
        IntStream.rangeClosed(0, ensemble.study().generations())
            .filter(g -> topsim(g).length > 1)
            .toArray();
    double[] x = new double[at.length];
    double[] low = new double[at.length];
    double[] high = new double[at.length];
    double[] mean = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      var sample = mean(at[i]);
      x[i] = at[i];
      mean[i] = sample.mean();
      low[i] = sample.low(0.95);
      high[i] = sample.high(0.95);
    }
    var panel = Panel.of("generation", "topsim").title(ensemble.study().toString());
    return Figure.of(panel.band("95 % interval", x, low, high).line("mean", x, mean));
  }

  @Override
  public Provenance provenance() {
    return ensemble.provenance();
  }
}
