package murmuration.warning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Every indicator on one record, ranked: {@code EarlyWarning.of(series).survey()}. Whoever looks at
 * twenty indicators finds one that rises, so each p is corrected for all that were tried, by the
 * surrogates that they share ({@link murmuration.math.WestfallYoung}).
 *
 * @param signal what the study found, with every indicator
 */
public record Survey(Signal signal) implements Charted {
  private static final int LINES = 8;

  /** Checks that nothing is missing. */
  public Survey {
    Arguments.present("signal", signal);
  }

  /**
   * What is compared: the indicators with their defaults, without those that only turn another of
   * them round, such as return rates.
   */
  public static List<Indicator> indicators() {
    return List.of(
        Indicators.VARIANCE,
        Indicators.CV,
        Indicators.SKEWNESS,
        Indicators.KURTOSIS,
        Indicators.AC1,
        Indicators.ac(2),
        Indicators.ac(3),
        Indicators.RESTORING_RATE,
        Indicators.DFA,
        SpectralIndicators.DENSITY_RATIO,
        SpectralIndicators.lowFrequencyShare(0.1),
        SpectralIndicators.SMAX,
        SpectralIndicators.psdExponent(),
        Indicators.sampleEntropy(2),
        Indicators.permutationEntropy(),
        Indicators.quantileRange(),
        Indicators.GINI,
        Indicators.MAX,
        Indicators.LEMPEL_ZIV,
        Indicators.KS_HALVES);
  }

  /** The tests, the lowest p of a rise first; those that say nothing last. */
  public List<SurrogateTest> ranked() {
    return IntStream.of(order()).mapToObj(signal.tests()::get).toList();
  }

  /** Where on the charted and uncharted map such a record could lie. */
  public RegionMap regions() {
    return RegionMap.of(signal);
  }

  private int[] order() {
    double[] p = signal.tests().stream().mapToDouble(SurrogateTest::pRight).toArray();
    double[] tau = signal.tests().stream().mapToDouble(SurrogateTest::observed).toArray();
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> p[i])
                .thenComparing(Comparator.<Integer>comparingDouble(i -> tau[i]).reversed()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public String summary() {
    double[] corrected = signal.correctedP();
    int[] order = order();
    List<String> lines = new ArrayList<>();
    lines.add(order.length + " indicators of " + signal.study().series());
    lines.add(String.format(Locale.ROOT, "%-24s %8s %9s %11s", "", "tau", "p (rise)", "corrected"));
    for (int i : IntStream.of(order).limit(LINES).toArray()) {
      SurrogateTest t = signal.tests().get(i);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s %8s %9s %11s",
              signal.study().indicators().get(i).name(),
              Digits.of(t.observed(), 3),
              Digits.of(t.pRight(), 3),
              Digits.of(corrected[i], 3)));
    }
    if (order.length > LINES) {
      lines.add("and " + (order.length - LINES) + " more in the table");
    }
    lines.add(regions().words());
    return String.join("\n", lines);
  }

  /**
   * One row an indicator, the lowest p first: tau, the 5 to 95 % range of chance, p of a rise, p of
   * a fall, and p of a rise corrected for all indicators.
   */
  @Override
  public Table table() {
    int[] order = order();
    double[] corrected = signal.correctedP();
    List<SurrogateTest> tests = ranked();
    return Table.create(
        "indicators, the lowest p first",
        IntColumn.create("rank", IntStream.rangeClosed(1, order.length).toArray()),
        StringColumn.create(
            "indicator",
            IntStream.of(order).mapToObj(i -> signal.study().indicators().get(i).name())),
        column("tau", tests, SurrogateTest::observed),
        column("chance 5 %", tests, t -> t.quantile(0.05)),
        column("chance 95 %", tests, t -> t.quantile(0.95)),
        column("p rise", tests, SurrogateTest::pRight),
        column("p fall", tests, SurrogateTest::pLeft),
        DoubleColumn.create(
            "p rise, corrected", IntStream.of(order).mapToDouble(i -> corrected[i])));
  }

  private static DoubleColumn column(
      String name, List<SurrogateTest> tests, ToDoubleFunction<SurrogateTest> number) {
    return DoubleColumn.create(name, tests.stream().mapToDouble(number).toArray());
  }

  /** The trends, the lowest p on top, beside the 5 to 95 % range of chance. */
  @Override
  public Figure chart() {
    List<SurrogateTest> tests = ranked();
    int k = tests.size();
    double[] tau = new double[k];
    double[] height = new double[k];
    double[] ends = new double[3 * k];
    double[] along = new double[3 * k];
    String[] names = new String[k];
    int[] order = order();
    for (int i = 0; i < k; i++) {
      SurrogateTest test = tests.get(i);
      tau[i] = test.observed();
      height[i] = k - i;
      names[k - 1 - i] = signal.study().indicators().get(order[i]).name().replace('_', ' ');
      System.arraycopy(
          new double[] {test.quantile(0.05), test.quantile(0.95), Double.NaN}, 0, ends, 3 * i, 3);
      Arrays.fill(along, 3 * i, 3 * i + 3, height[i]);
    }
    Panel panel =
        Panel.of("Trend (Kendall's τ)", "")
            .line("90 % of chance", ends, along)
            .points("record", tau, height)
            .vertical(0)
            .xRange(-1, 1)
            .yNames(names)
            .yRange(-1.5, k + 0.5);
    return Figure.of(panel).size(560, 90 + 18 * k);
  }

  @Override
  public Provenance provenance() {
    return signal.provenance();
  }
}
