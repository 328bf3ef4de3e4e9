package murmuration.warning.bifurcation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What the networks of Bury et al. (2021) say of a record, and what they say of noise like it.
 *
 * @param residuals what was classified
 * @param length samples that the networks read
 * @param surrogates the null
 * @param ends lengths of the prefixes, k of them, the last the whole series
 * @param networks what each network says of the whole series, 20 rows of 4 probabilities
 * @param spread standard deviation of each class's probability over the networks, k rows of 4
 * @param tests the mean probability of each class beside those of surrogates, four for each prefix
 */
public record BuryPrediction(
    TimeSeries residuals,
    int length,
    Surrogates surrogates,
    int[] ends,
    double[][] networks,
    double[][] spread,
    List<SurrogateTest> tests)
    implements Charted {
  private static final int CLASSES = BifurcationClass.values().length;

  /** Keeps its own copies. */
  public BuryPrediction {
    Arguments.present("residuals", residuals);
    Arguments.present("surrogates", surrogates);
    ends = Arguments.present("ends", ends).clone();
    networks = rows("networks", networks);
    spread = rows("spread", spread);
    tests = Arguments.listed("tests", tests);
    Arguments.require(
        ends.length > 0 && spread.length == ends.length && tests.size() == CLASSES * ends.length,
        "%d ends, %d spreads, %d tests: expected at least one end and four tests for each",
        ends.length,
        spread.length,
        tests.size());
    for (int end : ends) {
      Arguments.require(
          end >= 1 && end <= residuals.size(),
          "an end is %d: expected 1 to %d",
          end,
          residuals.size());
    }
  }

  private static double[][] rows(String name, double[][] matrix) {
    Arguments.present(name, matrix);
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Arguments.present(name + "[" + i + "]", matrix[i]).clone();
      Arguments.require(
          copy[i].length == CLASSES,
          "%s[%d] has %d values: expected %d",
          name,
          i,
          copy[i].length,
          CLASSES);
    }
    return copy;
  }

  @Override
  public int[] ends() {
    return ends.clone();
  }

  @Override
  public double[][] networks() {
    return rows("networks", networks);
  }

  @Override
  public double[][] spread() {
    return rows("spread", spread);
  }

  /** The time of the last sample of each prefix, length k. */
  public double[] times() {
    double[] t = residuals.times();
    return Arrays.stream(ends).mapToDouble(end -> t[end - 1]).toArray();
  }

  /** The mean probability of a class, of the whole series. */
  public double probability(BifurcationClass of) {
    return test(of).observed();
  }

  /** The mean probability of a class along the prefixes, length k. */
  public double[] probabilities(BifurcationClass of) {
    return along(of, SurrogateTest::observed);
  }

  /** The class of the largest mean probability, of the whole series. */
  public BifurcationClass favoured() {
    return Arrays.stream(BifurcationClass.values())
        .reduce((a, b) -> probability(b) > probability(a) ? b : a)
        .orElseThrow();
  }

  /** The probability of a class beside that of surrogates, of the whole series. */
  public SurrogateTest test(BifurcationClass of) {
    return test(ends.length - 1, of);
  }

  /** The share of surrogates, which have no bifurcation, in which a class has the largest mean. */
  public double chance(BifurcationClass of) {
    return chance(ends.length - 1, of);
  }

  /** {@link #chance(BifurcationClass)} along the prefixes, length k. */
  public double[] chances(BifurcationClass of) {
    return IntStream.range(0, ends.length).mapToDouble(k -> chance(k, of)).toArray();
  }

  /**
   * The share of surrogates in which the largest mean probability is a bifurcation: false alarms.
   */
  public double alarmRate() {
    return 1 - chance(BifurcationClass.NULL);
  }

  private double chance(int k, BifurcationClass of) {
    double[] own = test(k, of).nulls();
    boolean[] wins = new boolean[own.length];
    Arrays.fill(wins, true);
    for (BifurcationClass other : BifurcationClass.values()) {
      double[] nulls = test(k, other).nulls();
      for (int i = 0; i < wins.length; i++) {
        wins[i] &= own[i] >= nulls[i];
      }
    }
    return IntStream.range(0, wins.length).filter(i -> wins[i]).count() / (double) wins.length;
  }

  private SurrogateTest test(int k, BifurcationClass of) {
    return tests.get(k * CLASSES + Arguments.present("of", of).ordinal());
  }

  private double[] along(BifurcationClass of, ToDoubleFunction<SurrogateTest> number) {
    return IntStream.range(0, ends.length)
        .mapToDouble(k -> number.applyAsDouble(test(k, of)))
        .toArray();
  }

  /** In words: what the networks favour, and what they favour on noise. */
  public String words() {
    BifurcationClass best = favoured();
    return String.format(
        Locale.ROOT,
        "The networks favour %s (%s); on noise like this they favour a bifurcation in %s %% of %d"
            + " series, %s in %s %%. p = %s of a probability as high.",
        best.label(),
        Digits.of(probability(best), 4),
        Digits.of(100 * alarmRate(), 3),
        test(best).count(),
        best.label(),
        Digits.of(100 * chance(best), 3),
        Digits.of(test(best).pRight(), 3));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add("Bury et al. 2021 networks on " + residuals);
    lines.add(
        String.format(
            Locale.ROOT, "%d networks of length %d, n = %d", networks.length, length, last()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%-13s %11s %11s   %-20s %7s",
            "",
            "probability",
            "sd networks",
            "90 % of chance",
            "p (high)"));
    for (BifurcationClass c : BifurcationClass.values()) {
      SurrogateTest t = test(c);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-13s %11s %11s   %-20s %7s",
              c.label(),
              Digits.of(t.observed(), 4),
              Digits.of(spread[ends.length - 1][c.ordinal()], 4),
              Digits.of(t.quantile(0.05), 4) + " to " + Digits.of(t.quantile(0.95), 4),
              Digits.of(t.pRight(), 3)));
    }
    SurrogateTest first = tests.getFirst();
    lines.add(
        String.format(
            Locale.ROOT,
            "chance: %d surrogates of %s, seed %d",
            first.count(),
            first.source().words(),
            first.source().seed()));
    lines.add(words());
    return String.join("\n", lines);
  }

  private int last() {
    return ends[ends.length - 1];
  }

  /**
   * One row a class, of the whole series: {@code value} is its mean probability, {@code low} and
   * {@code high} hold 90 % of those of surrogates, then the standard deviation over the networks, p
   * of a probability as high, and the share of surrogates that favour the class.
   */
  @Override
  public Table table() {
    var rows = Quantities.of("probabilities of bifurcations");
    for (BifurcationClass c : BifurcationClass.values()) {
      SurrogateTest t = test(c);
      rows = rows.and(c.label(), t.observed(), t.quantile(0.05), t.quantile(0.95));
    }
    return rows.table()
        .addColumns(
            DoubleColumn.create("sd of networks", spread[ends.length - 1]),
            DoubleColumn.create("p high", numbers(c -> test(c).pRight())),
            DoubleColumn.create("favoured by chance", numbers(this::chance)));
  }

  private static double[] numbers(ToDoubleFunction<BifurcationClass> number) {
    return Arrays.stream(BifurcationClass.values()).mapToDouble(number).toArray();
  }

  /** One row a prefix: its last time, and the mean probability of each class. */
  public Table series() {
    Table table = Table.create("probabilities", DoubleColumn.create("time", times()));
    for (BifurcationClass c : BifurcationClass.values()) {
      table.addColumns(DoubleColumn.create(c.label(), probabilities(c)));
    }
    return table;
  }

  /**
   * Along the prefixes, where there are several, the mean probability of each class with the band
   * that holds 90 % of the surrogates; else the networks, their mean, and the means of surrogates.
   */
  @Override
  public Figure chart() {
    if (ends.length == 1) {
      return Figure.of(classes());
    }
    double[] t = times();
    return Figure.column(
        Arrays.stream(BifurcationClass.values())
            .map(
                c ->
                    Panel.over(residuals, "P(" + c.label() + ")")
                        .yRange(-0.02, 1.02)
                        .title(c == BifurcationClass.FOLD ? "band: 90 % of chance" : "")
                        .band(
                            "mean of networks",
                            t,
                            along(c, test -> test.quantile(0.05)),
                            along(c, test -> test.quantile(0.95)))
                        .line("mean of networks", t, probabilities(c)))
            .toArray(Panel[]::new));
  }

  private Panel classes() {
    String[] labels =
        Arrays.stream(BifurcationClass.values())
            .map(BifurcationClass::label)
            .toArray(String[]::new);
    double[] position = numbers(c -> c.ordinal() + 1);
    double[] left = Arrays.stream(position).map(p -> p - 0.15).toArray();
    double[] right = Arrays.stream(position).map(p -> p + 0.15).toArray();
    double[] low = numbers(c -> test(c).quantile(0.05));
    double[] high = numbers(c -> test(c).quantile(0.95));
    double[] middle =
        IntStream.range(0, CLASSES).mapToDouble(i -> (low[i] + high[i]) / 2).toArray();
    double[] half = IntStream.range(0, CLASSES).mapToDouble(i -> (high[i] - low[i]) / 2).toArray();
    return Panel.of("Bifurcation", "Probability")
        .xNames(labels)
        .yRange(-0.02, 1.02)
        .points(
            "this series, sd of networks",
            left,
            numbers(c -> test(c).observed()),
            spread[ends.length - 1])
        .points("90 % of chance", right, middle, half);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", residuals.toString());
    options.put("networks", "Bury et al. 2021, " + networks.length + " of length " + length);
    options.put("prefixes", Integer.toString(ends.length));
    options.put("surrogates", surrogates.toString());
    return Provenance.of(options).seed(surrogates.seed()).data(residuals.source());
  }
}
