package murmuration.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a {@link ConceptStudy} found: in each run, in the mean of the runs, and each quantity with
 * an interval over seeds. The mean of times is not the time of the mean run; both are here.
 *
 * @param seeds the findings of each run
 * @param mean the findings of the mean run
 * @param quantities each quantity over seeds
 * @param provenance where they come from
 */
public record ConceptReport(
    List<ConceptFindings> seeds,
    ConceptFindings mean,
    List<SeedQuantity> quantities,
    Provenance provenance)
    implements Charted {
  private static final int MOST_LINES = 10;
  private static final double BAND = 0.9;

  /** Keeps its own copy. */
  public ConceptReport {
    seeds = Arguments.listed("seeds", seeds);
    Arguments.require(!seeds.isEmpty(), "seeds is empty: expected at least one run");
    Arguments.present("mean", mean);
    quantities = Arguments.listed("quantities", quantities);
    Arguments.present("provenance", provenance);
  }

  /** One quantity by its name, such as {@code "gap (steps)"}. */
  public SeedQuantity quantity(String name) {
    Arguments.present("name", name);
    return quantities.stream()
        .filter(q -> q.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no quantity "
                        + name
                        + ": there are "
                        + quantities.stream().map(SeedQuantity::name).toList()));
  }

  /** The learning time of a concept in each run; NaN where it was never learned. */
  public double[] times(String concept) {
    return seeds.stream().mapToDouble(f -> f.times().time(concept)).toArray();
  }

  /** Steps from capability to use over seeds; there must be accuracies. */
  public SeedQuantity gap() {
    return quantity("gap (steps)");
  }

  /** The share of runs in which this concept was learned before all others. */
  public double firstShare(String concept) {
    List<String> alone = List.of(Arguments.present("concept", concept));
    mean.times().time(concept);
    return seeds.stream().filter(f -> f.times().first().equals(alone)).count()
        / (double) seeds.size();
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d runs; rule: %s; mean over runs, interval over seeds",
            seeds.size(),
            mean.times().rule()));
    quantities.stream().limit(MOST_LINES).map(SeedQuantity::toString).forEach(lines::add);
    return String.join("\n", lines);
  }

  /**
   * One row a quantity: mean over the runs that have it with its interval, then {@code mean run},
   * the same quantity of the mean run, {@code runs} that have it, and {@code of} how many.
   */
  @Override
  public Table table() {
    Table ofMean = mean.table();
    double[] meanRun = quantities.stream().mapToDouble(q -> value(ofMean, q.name())).toArray();
    return Table.create(
        "concept report",
        StringColumn.create("quantity", quantities.stream().map(SeedQuantity::name)),
        DoubleColumn.create("value", quantities.stream().mapToDouble(SeedQuantity::mean).toArray()),
        DoubleColumn.create("low", quantities.stream().mapToDouble(SeedQuantity::low).toArray()),
        DoubleColumn.create("high", quantities.stream().mapToDouble(SeedQuantity::high).toArray()),
        DoubleColumn.create("mean run", meanRun),
        IntColumn.create("runs", quantities.stream().mapToInt(SeedQuantity::count).toArray()),
        IntColumn.create("of", quantities.stream().mapToInt(q -> q.values().length).toArray()));
  }

  private static double value(Table ofMean, String name) {
    int row = ofMean.stringColumn("quantity").asList().indexOf(name);
    return row < 0 ? Double.NaN : ofMean.doubleColumn("value").getDouble(row);
  }

  /**
   * The mean run along training with a band that holds 90 % of the runs; for two concepts its path
   * in their plane with the turn; and accuracies, where recorded.
   */
  @Override
  public Figure chart() {
    List<Panel> panels = new ArrayList<>();
    var band = ConceptBand.of(seeds.stream().map(ConceptFindings::run).toList(), BAND);
    panels.add(band.chart().panels().getFirst());
    if (mean.run().dimension() == 2) {
      panels.add(plane());
    }
    mean.capability().ifPresent(found -> panels.add(found.chart().panels().getFirst()));
    return panels.size() == 1
        ? Figure.of(panels.getFirst())
        : Figure.grid(2, panels.toArray(Panel[]::new));
  }

  private Panel plane() {
    ConceptTrajectory run = mean.run();
    Panel panel =
        Panel.of(run.names().get(0), run.names().get(1))
            .line("mean run", run.concept(0), run.concept(1));
    double[] point = mean.turn().point();
    return Double.isNaN(point[0])
        ? panel
        : panel.points("turn", new double[] {point[0]}, new double[] {point[1]});
  }
}
