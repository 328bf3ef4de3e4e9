package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How far each unit of the messages tells of one attribute alone: positional disentanglement
 * (posdis) of the symbols at each position, bag-of-symbols disentanglement (bosdis) of the count of
 * each symbol (Chaabouni et al. 2020, Compositionality and generalization in emergent languages,
 * section 3). For a unit s with {@code H(s) > 0}
 *
 * <pre>gap(s) = (I(s; a1) - I(s; a2)) / H(s)</pre>
 *
 * with a1 and a2 the attributes of highest and second highest information; the value is the mean
 * gap. 1: every unit is about one attribute and nothing else. Messages of unequal lengths are
 * padded for posdis, and padding counts as a symbol there.
 *
 * @param metric {@code "posdis"} or {@code "bosdis"}
 * @param value mean gap, or NaN where every unit is constant; {@code flags} say so
 * @param units what was measured, such as {@code "position 1"} or {@code "symbol 7"}
 * @param attributes names of the attributes
 * @param entropy entropy of each unit, in bits
 * @param information information of each unit about each attribute, in bits: units x attributes
 * @param n records, each counted by its weight
 * @param conventions the definitions chosen, in words
 * @param flags why the value is undefined, or defined by convention only; empty for neither
 * @param provenance where it comes from
 */
public record Disentanglement(
    String metric,
    double value,
    List<String> units,
    List<String> attributes,
    double[] entropy,
    double[][] information,
    long n,
    String conventions,
    List<MetricFlag> flags,
    Provenance provenance)
    implements Charted {

  /** Keeps its own copies. */
  public Disentanglement {
    Arguments.present("metric", metric);
    units = Arguments.listed("units", units);
    attributes = Arguments.listed("attributes", attributes);
    flags = Arguments.listed("flags", flags);
    Arguments.present("conventions", conventions);
    Arguments.present("provenance", provenance);
    Arguments.finite("entropy", entropy, 0);
    information = checked(information, attributes.size());
    Arguments.require(
        entropy.length == units.size() && information.length == units.size(),
        "%s has %d units, %d entropies, %d rows of information: expected as many",
        metric,
        units.size(),
        entropy.length,
        information.length);
    entropy = entropy.clone();
  }

  private static double[][] checked(double[][] rows, int columns) {
    double[][] copy = Arguments.present("information", rows).clone();
    for (int u = 0; u < copy.length; u++) {
      Arguments.finite("information[" + u + "]", copy[u], columns);
      copy[u] = copy[u].clone();
    }
    return copy;
  }

  @Override
  public double[] entropy() {
    return entropy.clone();
  }

  @Override
  public double[][] information() {
    return Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
  }

  /** Positional disentanglement by plain counts: EGG's definition, in double precision. */
  public static Disentanglement posdis(Language language) {
    return posdis(language, EntropyEstimate.plugIn());
  }

  /**
   * Positional disentanglement.
   *
   * @param estimate how informations and entropies are estimated; permutations change informations
   *     only
   */
  public static Disentanglement posdis(Language language, EntropyEstimate estimate) {
    var coded = CodedLanguage.of(Arguments.present("language", language));
    Arguments.present("estimate", estimate);
    var gaps = new Gaps(coded, CodedLanguage::positions, estimate);
    return of(language, "posdis", gaps, estimate.toString());
  }

  /** Bag-of-symbols disentanglement by plain counts of all symbols but padding, as EGG has it. */
  public static Disentanglement bosdis(Language language) {
    return bosdis(language, PaddingRule.EXCLUDE_PADDING, EntropyEstimate.plugIn());
  }

  /**
   * Bag-of-symbols disentanglement.
   *
   * @param padding whether padding counts as a symbol
   * @param estimate how informations and entropies are estimated; permutations change informations
   *     only
   */
  public static Disentanglement bosdis(
      Language language, PaddingRule padding, EntropyEstimate estimate) {
    var coded = CodedLanguage.of(Arguments.present("language", language));
    Arguments.present("padding", padding);
    Arguments.present("estimate", estimate);
    String conventions = estimate + "; " + padding.words();
    var gaps = new Gaps(coded, one -> one.symbols(padding), estimate);
    return of(language, "bosdis", gaps, conventions);
  }

  private static Disentanglement of(
      Language language, String metric, Gaps gaps, String conventions) {
    var units = gaps.units().apply(gaps.language());
    double[][] information = gaps.information(units);
    double[] entropy = gaps.entropy(units);
    double value = Gaps.mean(entropy, information);
    MetricFlag flag =
        Double.isNaN(value)
            ? MetricFlag.CONSTANT_MESSAGES
            : language.attributeCount() == 1 ? MetricFlag.SINGLE_ATTRIBUTE : null;
    String words = "messages " + language.policy() + "; " + conventions;
    return new Disentanglement(
        metric,
        value,
        units.stream().map(MessageUnit::label).toList(),
        language.attributeNames(),
        inBits(entropy),
        Arrays.stream(information).map(Disentanglement::inBits).toArray(double[][]::new),
        language.total(),
        words,
        flag == null ? List.of() : List.of(flag),
        gaps.sealed(Provenance.of(Map.of("metric", metric, "conventions", words)))
            .data(language.source()));
  }

  private static double[] inBits(double[] nats) {
    return Arrays.stream(nats).map(InformationUnit.BITS::ofNats).toArray();
  }

  /** The gap of each unit: 0 to 1 without correction; NaN for a constant unit, which has none. */
  public double[] gaps() {
    return IntStream.range(0, units.size())
        .mapToDouble(u -> Gaps.gap(entropy[u], information[u]))
        .toArray();
  }

  /** The number with its conventions, as the other metrics give it. */
  public MetricResult result() {
    return new MetricResult(metric, value, n, 0, conventions, flags, provenance);
  }

  @Override
  public String summary() {
    long used = Arrays.stream(entropy).filter(h -> h > 0).count();
    return result().summary()
        + String.format(
            Locale.ROOT,
            "%nmean gap of %d units; %d constant ones left out",
            used,
            units.size() - used);
  }

  /** One row a unit: {@code unit}, {@code entropy_bits}, {@code gap}, then bits per attribute. */
  @Override
  public Table table() {
    var table =
        Table.create(
            metric,
            StringColumn.create("unit", units),
            DoubleColumn.create("entropy_bits", entropy),
            DoubleColumn.create("gap", gaps()));
    for (int a = 0; a < attributes.size(); a++) {
      int column = a;
      table.addColumns(
          DoubleColumn.create(
              "bits: " + attributes.get(a),
              Arrays.stream(information).mapToDouble(row -> row[column]).toArray()));
    }
    return table;
  }

  /** The information of each unit about each attribute, as colours. */
  @Override
  public Figure chart() {
    int most = Math.max(1, units.size());
    double[] x = IntStream.rangeClosed(1, most).asDoubleStream().toArray();
    double[] y = IntStream.rangeClosed(1, attributes.size()).asDoubleStream().toArray();
    double[][] z = new double[y.length][most];
    for (int a = 0; a < y.length; a++) {
      for (int u = 0; u < most; u++) {
        z[a][u] = u < units.size() ? information[u][a] : Double.NaN;
      }
    }
    var panel = Panel.of("", "").heat("information (bits)", x, y, z);
    if (most <= 12 && !units.isEmpty()) {
      panel = panel.xNames(units.toArray(String[]::new));
    }
    return Figure.of(panel.yNames(attributes.toArray(String[]::new)));
  }
}
