package murmuration.warning;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Where on the charted and uncharted map a record could lie (Boettiger, Ross and Hastings 2013,
 * Figure 1). Indicators of slowing down answer one of its three questions, and only within chance:
 * a rise beyond chance speaks for the regions with slowing down, among them changes that are no
 * shift at all; no rise speaks against no region, since crises, pushes and switches by noise come
 * without one, and a short record may hide one.
 *
 * @param rising the indicators that rise beyond chance, by name
 * @param falling the indicators that fall beyond chance, by name
 * @param provenance where the signal comes from
 */
public record RegionMap(List<String> rising, List<String> falling, Provenance provenance)
    implements Charted {
  private static final Pattern OTHERS =
      Pattern.compile("(skewness|kurtosis).*|.*_entropy_.*|lempel_ziv|max|ks_halves");
  private static final double RADIUS = 1;
  private static final double[][] CENTRES = {{-0.55, 0.35}, {0.55, 0.35}, {0, -0.6}};
  private static final double[][] SEATS = {
    {0, 0.1}, {-0.72, -0.33}, {0.72, -0.33}, {0.95, 0.62}, {-0.95, 0.62}, {0, -1.1}
  };

  /** Keeps its own copies. */
  public RegionMap {
    rising = Arguments.listed("rising", rising);
    falling = Arguments.listed("falling", falling);
    Arguments.present("provenance", provenance);
  }

  /** The map for what a study found. */
  public static RegionMap of(Signal signal) {
    Arguments.present("signal", signal);
    return new RegionMap(signal.rising(), signal.falling(), signal.provenance());
  }

  /** Whether slowing down was seen beyond chance. */
  public boolean isSlowing() {
    return !slowing().isEmpty();
  }

  /**
   * The indicators that speak for slowing down: those that rise, but for shape, order and extremes
   * (skewness, kurtosis, entropies, complexity, maximum, unlike halves), and return rates that
   * fall.
   */
  public List<String> slowing() {
    return Stream.concat(
            rising.stream().filter(name -> !isReturnRate(name) && !isOther(name)),
            falling.stream().filter(RegionMap::isReturnRate))
        .toList();
  }

  private static boolean isReturnRate(String name) {
    return name.startsWith("return_rate");
  }

  private static boolean isOther(String name) {
    return OTHERS.matcher(name).matches();
  }

  /** The regions that the record could lie in, if it is before a change at all. */
  public List<Region> possible() {
    return Stream.of(Region.values()).filter(r -> !isSlowing() || r.isSlowing()).toList();
  }

  /** The warning that belongs beside every alarm and every silence. */
  public String words() {
    return isSlowing()
        ? "Slowing down was seen beyond chance ("
            + String.join(", ", slowing())
            + "). That comes before folds ("
            + Region.I
            + "), but also before gentle bifurcations ("
            + Region.III
            + ") and smooth changes ("
            + Region.IV
            + "), and in records picked because they collapsed."
        : "No slowing down was seen beyond chance. Indicators of this kind miss crises ("
            + Region.II
            + "), large forcing and noise-induced shifts ("
            + Region.V
            + "), and folds ("
            + Region.I
            + ") in short or noisy records: silence is no all-clear.";
  }

  @Override
  public String summary() {
    String regions =
        possible().stream().map(r -> "  " + r + ": " + r.words()).collect(Collectors.joining("\n"));
    return words() + "\nIf a change is coming, it could be of region\n" + regions;
  }

  /** One row a region: its three properties and whether the record could lie there. */
  @Override
  public Table table() {
    List<Region> possible = possible();
    return Table.create(
        "the charted and uncharted map",
        column("region", Region::name),
        column("what", Region::words),
        yes("rapid regime shift", Region::isRapid),
        yes("slowing down", Region::isSlowing),
        yes("bifurcation", Region::isBifurcation),
        yes("possible here", possible::contains));
  }

  private static StringColumn column(String name, Function<Region, String> value) {
    return StringColumn.create(name, Arrays.stream(Region.values()).map(value));
  }

  private static StringColumn yes(String name, Predicate<Region> value) {
    return column(name, r -> value.test(r) ? "yes" : "no");
  }

  /** Three circles, as the review draws them; the regions that the record could lie in dotted. */
  @Override
  public Figure chart() {
    Panel panel = Panel.of("", "").title("Where the record could lie");
    List<String> names = List.of("rapid regime shift", "critical slowing down", "bifurcation");
    for (int c = 0; c < CENTRES.length; c++) {
      double[] centre = CENTRES[c];
      panel = panel.line(names.get(c), circle(centre[0], Math::cos), circle(centre[1], Math::sin));
    }
    List<Region> possible = possible();
    double[] x = possible.stream().mapToDouble(r -> SEATS[r.ordinal()][0]).toArray();
    double[] y = possible.stream().mapToDouble(r -> SEATS[r.ordinal()][1]).toArray();
    panel = panel.points("possible here", x, y);
    for (Region r : Region.values()) {
      panel = panel.note(r.name(), SEATS[r.ordinal()][0], SEATS[r.ordinal()][1] + 0.1);
    }
    return Figure.of(panel.xNames("").yNames("").xRange(-1.8, 1.8).yRange(-2, 1.6)).size(520, 520);
  }

  private static double[] circle(double centre, DoubleUnaryOperator part) {
    return IntStream.rangeClosed(0, 120)
        .mapToDouble(i -> centre + RADIUS * part.applyAsDouble(i * Math.PI / 60))
        .toArray();
  }
}
