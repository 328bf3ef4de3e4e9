package murmuration.language.iterated;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * One line of learners.
 *
 * @param study what was run
 * @param seed of its random numbers
 * @param topsim topographic similarity of each generation's language, generation 0 included
 *     (Hamming and raw edit distance, Spearman); NaN where all its signals are equally far from
 *     each other
 * @param kept share of meanings whose signal a generation takes over from the one before, from
 *     generation 1 on
 * @param language of the last generation
 */
public record IteratedRun(
    IteratedLearning study, long seed, double[] topsim, double[] kept, Language language)
    implements Charted {
  /** Checks the lengths and keeps its own copies. */
  public IteratedRun {
    Arguments.present("study", study);
    Arguments.series("topsim", topsim, 2);
    Arguments.finite("kept", kept, 1);
    Arguments.present("language", language);
    Arguments.require(
        topsim.length == study.generations() + 1 && kept.length == study.generations(),
        "topsim has %d values, kept %d: expected %d and %d",
        topsim.length,
        kept.length,
        study.generations() + 1,
        study.generations());
    topsim = topsim.clone();
    kept = kept.clone();
  }

  @Override
  public double[] topsim() {
    return topsim.clone();
  }

  @Override
  public double[] kept() {
    return kept.clone();
  }

  @Override
  public String summary() {
    int last = study.generations();
    return String.format(
        Locale.ROOT,
        "%s, seed %d%ntopsim %s at generation 0, %s at generation %d%n%.0f %% of signals taken"
            + " over",
        study,
        seed,
        words(topsim[0]),
        words(topsim[last]),
        last,
        100 * kept[last - 1]);
  }

  static String words(double topsim) {
    return Double.isNaN(topsim)
        ? "undefined (equal signals)"
        : String.format(Locale.ROOT, "%.4f", topsim);
  }

  @Override
  public Table table() {
    int last = study.generations();
    var rows = Quantities.of("iterated learning");
    if (!Double.isNaN(topsim[0])) {
      rows = rows.and("topsim at generation 0", topsim[0]);
    }
    if (!Double.isNaN(topsim[last])) {
      rows = rows.and("topsim at generation " + last, topsim[last]);
    }
    return rows.and("share of signals taken over at the end", kept[last - 1]).table();
  }

  /** One row a generation, from 1: topsim, and the share of signals taken over. */
  public Table history() {
    int last = study.generations();
    return Table.create(
        "history",
        IntColumn.create("generation", IntStream.rangeClosed(1, last).toArray()),
        DoubleColumn.create("topsim", Arrays.copyOfRange(topsim, 1, last + 1)),
        DoubleColumn.create("signals taken over", kept));
  }

  /** Topographic similarity and the share of signals taken over, by generation. */
  @Override
  public Figure chart() {
    double[] x = IntStream.range(0, topsim.length).asDoubleStream().toArray();
    return Figure.column(
        Panel.of("generation", "topsim").title(study.toString()).line("topsim", x, topsim),
        Panel.of("generation", "share of signals taken over")
            .line("taken over", Arrays.copyOfRange(x, 1, x.length), kept)
            .yRange(0, 1));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(study.options()).seed(seed);
  }
}
