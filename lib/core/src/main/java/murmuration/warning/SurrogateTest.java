package murmuration.warning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Quantile;
import murmuration.math.WestfallYoung;
import murmuration.plot.Figure;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A statistic of a record beside the same statistic of surrogates.
 *
 * <p>{@code pRight = (1 + #{null >= observed})/(N + 1)}, {@code pLeft} likewise, {@code pTwo =
 * min(1, 2 min(pRight, pLeft))}; ties count on both sides, and p is never 0 (Davison and Hinkley
 * 1997, Bootstrap methods and their application, eq. 4.11). Where the statistic of the record is
 * NaN, as for a constant indicator, every p is NaN. A surrogate whose statistic is NaN counts as at
 * least as extreme on both sides, so that it can only raise a p; {@link #undefined} tells how many.
 *
 * <p>Other programs differ: earlywarnings divides the same count by N, and gives an infinite p
 * where the record lies below all surrogates; TransitionsInTimeseries.jl leaves the record out of
 * the count, and its two-sided p can be 0 or above 1.
 *
 * @param statistic what was computed
 * @param observed its value on the record; may be NaN
 * @param nulls its values on the surrogates, in the order of their index; may hold NaN
 * @param source the fitted null that they were drawn from
 */
public record SurrogateTest(
    String statistic, double observed, double[] nulls, Surrogates.Source source)
    implements Charted {
  /** Below it, results say in words that chance alone would hardly do the same. */
  static final double LEVEL = 0.05;

  /** Keeps its own copy. */
  public SurrogateTest {
    Arguments.present("statistic", statistic);
    Arguments.present("source", source);
    Arguments.present("nulls", nulls);
    Arguments.require(nulls.length > 0, "nulls is empty: expected at least 1 surrogate");
    nulls = nulls.clone();
  }

  /**
   * Compares one statistic.
   *
   * @param name what it is called
   * @param statistic from a series to a number; called from several threads
   * @param residuals the detrended record, as {@link Surrogates#from} wants it
   * @param against the null
   */
  public static SurrogateTest of(
      String name, ToDoubleFunction<double[]> statistic, double[] residuals, Surrogates against) {
    Arguments.present("name", name);
    Arguments.present("statistic", statistic);
    return of(List.of(name), x -> new double[] {statistic.applyAsDouble(x)}, residuals, against)
        .getFirst();
  }

  /**
   * Compares several statistics on the same surrogates: one code path for data and surrogates.
   *
   * @param names what they are called, length k
   * @param statistics from a series to k numbers; called from several threads
   * @param residuals the detrended record, as {@link Surrogates#from} wants it
   * @param against the null
   * @return one test for each name
   */
  public static List<SurrogateTest> of(
      List<String> names,
      UnaryOperator<double[]> statistics,
      double[] residuals,
      Surrogates against) {
    Arguments.present("statistics", statistics);
    var source = Arguments.present("against", against).from(residuals);
    return of(names, statistics.apply(residuals.clone()), statistics, source);
  }

  /**
   * The same where the observed values are at hand, or the null is one's own.
   *
   * @param names what the statistics are called, length k
   * @param observed their values on the record, length k
   * @param statistics from a surrogate to k numbers; called from several threads
   * @param source the fitted null
   * @return one test for each name
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static List<SurrogateTest> of(
      List<String> names,
      double[] observed,
      UnaryOperator<double[]> statistics,
      Surrogates.Source source) {
    int k = Arguments.listed("names", names).size();
    Arguments.present("statistics", statistics);
    Arguments.present("source", source);
    checkCount(k, observed);
    List<double[]> drawn =
        Parallel.map(
            "surrogates",
            source.count(),
            i -> {
              double[] values = statistics.apply(source.next(i));
              checkCount(k, values);
              return values;
            });
    return IntStream.range(0, k)
        .mapToObj(
            j ->
                new SurrogateTest(
                    names.get(j),
                    observed[j],
                    drawn.stream().mapToDouble(values -> values[j]).toArray(),
                    source))
        .toList();
  }

  /**
   * The p of a rise of each test, corrected for their number by the draws that they share ({@link
   * WestfallYoung}): what may be compared with 0.05 when the best of several is reported.
   *
   * @param tests of statistics on the same surrogates, as {@link #of(List, UnaryOperator, double[],
   *     Surrogates)} gives them
   * @return corrected p in their order; NaN where a statistic is undefined
   */
  public static double[] correctedRises(List<SurrogateTest> tests) {
    return corrected(tests, 1);
  }

  /** The same for falls. */
  public static double[] correctedFalls(List<SurrogateTest> tests) {
    return corrected(tests, -1);
  }

  /**
   * What several tests on the same surrogates found, in words: which rise and which fall with a
   * corrected p below 0.05, then the test with the lowest p of a rise.
   *
   * @param names what the tests are called here, one for each
   * @param tests at least 1
   */
  public static String words(List<String> names, List<SurrogateTest> tests) {
    List<SurrogateTest> list = Arguments.listed("tests", tests);
    Arguments.require(!list.isEmpty(), "tests is empty: expected at least 1");
    Arguments.require(
        Arguments.listed("names", names).size() == list.size(),
        "names has %d entries: expected %d, one for each test",
        names.size(),
        list.size());
    String rising = String.join(", ", beyondChance(names, correctedRises(list)));
    String falling = String.join(", ", beyondChance(names, correctedFalls(list)));
    String found =
        rising.isEmpty()
            ? "No indicator rises beyond chance."
            : "Rises beyond chance (p < 0.05, corrected for "
                + list.size()
                + " indicators): "
                + rising
                + ".";
    String fell = falling.isEmpty() ? "" : " Falls beyond chance: " + falling + ".";
    var strongest =
        list.stream().min(Comparator.comparingDouble(SurrogateTest::pRight)).orElseThrow();
    return found + fell + " " + strongest.words();
  }

  /** Those of the named whose p is below 0.05. */
  static <T> List<T> beyondChance(List<T> names, double[] p) {
    return IntStream.range(0, p.length).filter(i -> p[i] < LEVEL).mapToObj(names::get).toList();
  }

  private static double[] corrected(List<SurrogateTest> tests, int sign) {
    List<SurrogateTest> list = Arguments.listed("tests", tests);
    return WestfallYoung.correct(
        list.stream().mapToDouble(t -> sign * t.observed).toArray(),
        list.stream()
            .map(t -> Arrays.stream(t.nulls).map(v -> sign * v).toArray())
            .toArray(double[][]::new));
  }

  private static void checkCount(int names, double[] values) {
    Arguments.require(
        Arguments.present("statistics", values).length == names,
        "statistics gives %d values: expected %d, one for each name",
        values.length,
        names);
  }

  @Override
  public double[] nulls() {
    return nulls.clone();
  }

  /** The number of surrogates, N. */
  public int count() {
    return nulls.length;
  }

  /** The surrogates whose statistic is NaN. */
  public int undefined() {
    return (int) Arrays.stream(nulls).filter(Double::isNaN).count();
  }

  /** The probability under the null of a value at least this high: evidence of a rise. */
  public double pRight() {
    return p(Arrays.stream(nulls).filter(v -> !(v < observed)).count());
  }

  /** The probability under the null of a value at least this low: evidence of a fall. */
  public double pLeft() {
    return p(Arrays.stream(nulls).filter(v -> !(v > observed)).count());
  }

  /** The probability under the null of a value this far out on either side. */
  public double pTwo() {
    return Math.min(1, 2 * Math.min(pRight(), pLeft()));
  }

  private double p(long asExtreme) {
    return Double.isNaN(observed) ? Double.NaN : (1.0 + asExtreme) / (nulls.length + 1.0);
  }

  /**
   * A quantile of the null (linear interpolation, type 7), of the surrogates that are defined; NaN
   * if none is.
   *
   * @param q share, 0 to 1
   */
  public double quantile(double q) {
    double[] sorted = Arrays.stream(nulls).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return Quantile.ofSorted(sorted, sorted.length, q);
  }

  /** In one sentence: how often chance does the same. */
  public String words() {
    if (Double.isNaN(observed)) {
      return statistic + " is undefined on this record, so nothing can be said of it.";
    }
    boolean rises = pRight() <= pLeft();
    long asExtreme = Math.round((rises ? pRight() : pLeft()) * (nulls.length + 1.0)) - 1;
    String undefined =
        undefined() == 0
            ? ""
            : String.format(
                Locale.ROOT, " (%d of them undefined, counted against it)", undefined());
    return String.format(
        Locale.ROOT,
        "%s is %s; %d of %d surrogates are as %s or %s%s.",
        statistic,
        Digits.of(observed, 4),
        asExtreme,
        nulls.length,
        rises ? "high" : "low",
        rises ? "higher" : "lower",
        undefined);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s
        p = %s (rise), %s (fall), %s (either)
        null: %s
        null median %s, 5 to 95 %% %s to %s; N = %d, seed %d\
        """,
        words(),
        Digits.of(pRight(), 4),
        Digits.of(pLeft(), 4),
        Digits.of(pTwo(), 4),
        source.words(),
        Digits.of(quantile(0.5), 4),
        Digits.of(quantile(0.05), 4),
        Digits.of(quantile(0.95), 4),
        nulls.length,
        source.seed());
  }

  /** The observed value with the 5 to 95 % range of the null, then the three p. */
  @Override
  public Table table() {
    return Quantities.of(statistic)
        .and(statistic, observed, quantile(0.05), quantile(0.95))
        .and("p rise", pRight())
        .and("p fall", pLeft())
        .and("p either", pTwo())
        .table();
  }

  /** A row a test: the observed value, the 5 to 95 % range of its null, and the p of a rise. */
  static Table table(String title, List<String> quantities, List<SurrogateTest> tests) {
    var rows = Quantities.of(title);
    for (int i = 0; i < tests.size(); i++) {
      SurrogateTest test = tests.get(i);
      rows = rows.and(quantities.get(i), test.observed, test.quantile(0.05), test.quantile(0.95));
    }
    double[] p = tests.stream().mapToDouble(SurrogateTest::pRight).toArray();
    return rows.table().addColumns(DoubleColumn.create("p rise", p));
  }

  /** The null's distribution as a histogram, the observed value marked. */
  @Override
  public Figure chart() {
    return Figure.of(NullHistogram.of(this));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("statistic", statistic);
    options.put("null", source.words());
    options.put("surrogates", Integer.toString(nulls.length));
    return Provenance.of(options).seed(source.seed());
  }
}
