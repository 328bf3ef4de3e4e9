package murmuration.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often intervals of each kind held the truth.
 *
 * @param study what was simulated
 * @param kinds one entry a kind of interval
 */
public record CoverageReport(IntervalCoverage study, List<Kind> kinds) implements Charted {
  /** The quantities: A, B, E, alpha, beta, and a, the exponent of the best N with compute. */
  public static final List<String> QUANTITIES = List.of("A", "B", "E", "alpha", "beta", "a");

  private static final double LEVEL = 0.95;

  /**
   * One kind of interval.
   *
   * @param name which
   * @param right in how many samples the interval of each quantity held the truth
   */
  public record Kind(String name, int[] right) {
    /** Keeps its own copy. */
    public Kind {
      Arguments.present("name", name);
      Arguments.require(
          Arguments.present("right", right).length == QUANTITIES.size(),
          "right has %d values: expected %d",
          right.length,
          QUANTITIES.size());
      right = right.clone();
    }

    @Override
    public int[] right() {
      return right.clone();
    }
  }

  /** Checks the counts and keeps its own copy. */
  public CoverageReport {
    Arguments.present("study", study);
    kinds = Arguments.listed("kinds", kinds);
    for (Kind kind : kinds) {
      for (int right : kind.right) {
        Arguments.require(
            right >= 0 && right <= study.samples(),
            "%s was right in %d samples: expected 0 to %d",
            kind.name,
            right,
            study.samples());
      }
    }
  }

  /** The share of samples in which intervals of a kind held the truth. */
  public Proportion of(String kind, String quantity) {
    int q = QUANTITIES.indexOf(Arguments.present("quantity", quantity));
    Arguments.require(q >= 0, "there is no quantity %s: expected one of %s", quantity, QUANTITIES);
    Kind found =
        kinds.stream()
            .filter(k -> k.name.equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no kind "
                            + kind
                            + ": expected one of "
                            + kinds.stream().map(Kind::name).toList()));
    return new Proportion(found.right[q], study.samples());
  }

  /** Per cent of the samples, one line a kind. */
  @Override
  public String summary() {
    var lines = new StringBuilder();
    lines.append(
        String.format(
            Locale.ROOT,
            "%s %% intervals of %s that hold the truth, in %% of %d samples%n%s, seed %d%n%-24s",
            Digits.of(100 * study.level(), 4),
            study.fit().study().loss(),
            study.samples(),
            study.noise().words(),
            study.seed(),
            ""));
    QUANTITIES.forEach(q -> lines.append(String.format(Locale.ROOT, "%8s", q)));
    for (Kind kind : kinds) {
      lines.append(String.format(Locale.ROOT, "%n%-24s", kind.name));
      for (int q = 0; q < kind.right.length; q++) {
        lines.append(String.format(Locale.ROOT, "%8s", cell(kind, q)));
      }
    }
    return lines.toString();
  }

  private String cell(Kind kind, int q) {
    boolean none = kind.name.equals("profile") && q == QUANTITIES.size() - 1;
    return none ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * kind.right[q] / study.samples());
  }

  /** One row a kind and quantity: kind, quantity, right, samples, share, low, high (exact 95 %). */
  @Override
  public Table table() {
    List<String> names = new ArrayList<>();
    List<String> quantities = new ArrayList<>();
    List<Proportion> shares = new ArrayList<>();
    for (Kind kind : kinds) {
      for (String quantity : QUANTITIES) {
        names.add(kind.name);
        quantities.add(quantity);
        shares.add(of(kind.name, quantity));
      }
    }
    return Table.create(
        "coverage of intervals",
        StringColumn.create("kind", names),
        StringColumn.create("quantity", quantities),
        IntColumn.create("right", shares.stream().mapToInt(s -> (int) s.successes()).toArray()),
        IntColumn.create("samples", shares.stream().mapToInt(s -> (int) s.trials()).toArray()),
        column("share", shares, Proportion::share),
        column("low", shares, s -> s.clopperPearson(LEVEL)[0]),
        column("high", shares, s -> s.clopperPearson(LEVEL)[1]));
  }

  private static DoubleColumn column(
      String name, List<Proportion> shares, ToDoubleFunction<Proportion> number) {
    return DoubleColumn.create(name, shares.stream().mapToDouble(number).toArray());
  }

  /** The share by quantity, a line for each kind, with the level promised. */
  @Override
  public Figure chart() {
    Panel panel =
        Panel.of("", "Intervals that hold the truth (%)")
            .horizontal(100 * study.level())
            .xNames(QUANTITIES.toArray(String[]::new));
    double[] x = IntStream.rangeClosed(1, QUANTITIES.size()).asDoubleStream().toArray();
    for (Kind kind : kinds) {
      double[] share = new double[x.length];
      for (int q = 0; q < share.length; q++) {
        share[q] = cell(kind, q).equals("-") ? Double.NaN : 100.0 * kind.right[q] / study.samples();
      }
      panel = panel.points(kind.name, x, share);
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    return study.fit().provenance().seed(study.seed());
  }
}
