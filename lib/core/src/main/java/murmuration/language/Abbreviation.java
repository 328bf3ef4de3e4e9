package murmuration.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.RandomOrder;
import murmuration.math.Ranks;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Zipf's law of abbreviation: are frequent messages short? Spearman's correlation of length and
 * frequency over the different messages, below 0 where the law holds; and the mean length of a
 * token beside that of the shortest code and of the same lengths dealt out at random. Agents
 * trained without a price on length are known to do the opposite (Chaabouni et al. 2019, NeurIPS).
 *
 * <pre>{@code
 * var code = Language.of(new int[][] {{0}, {1}, {2}}, new int[][] {{1}, {2, 1}, {2, 2, 1}})
 *     .weights(60, 30, 10);
 * Abbreviation law = Abbreviation.of(code, 999, 1);
 * }</pre>
 *
 * <p>A permutation deals the lengths out to the messages again: p is {@code (1 + as low or
 * lower)/(1 + B)}, for a correlation or a mean length as low as that of the language.
 *
 * @param lengths symbols of each different message
 * @param counts how often each occurs
 * @param alphabet symbols that the shortest code may use
 * @param spearman correlation of length and frequency; NaN where either is constant
 * @param meanLength symbols of a token
 * @param optimalLength symbols of a token under the shortest code of the same meanings
 * @param randomLength symbols of a token where lengths are dealt out at random: the mean over types
 * @param spearmanP chance of a correlation as low; NaN where it is undefined
 * @param lengthP chance of a mean length as low; 1 where all lengths or all counts are equal
 * @param permutations number of permutations
 * @param provenance where it comes from
 */
public record Abbreviation(
    int[] lengths,
    long[] counts,
    int alphabet,
    double spearman,
    double meanLength,
    double optimalLength,
    double randomLength,
    double spearmanP,
    double lengthP,
    int permutations,
    Provenance provenance)
    implements Charted {
  private static final int MOST = 1_000_000;
  private static final double SLACK = 1e-12;

  /** Checks the shapes and keeps its own copies. */
  public Abbreviation {
    Arguments.present("lengths", lengths);
    Arguments.present("counts", counts);
    Arguments.present("provenance", provenance);
    Arguments.require(
        lengths.length == counts.length && counts.length > 0,
        "lengths has %d values, counts %d: expected as many, at least 1",
        lengths.length,
        counts.length);
    lengths = lengths.clone();
    counts = counts.clone();
  }

  /**
   * The law on the messages of a language, under its rule for EOS; the shortest code may use the
   * symbols that occur, but EOS.
   *
   * @param language weights are frequencies
   * @param permutations 1 to 1,000,000
   * @param seed seed of the permutations
   */
  public static Abbreviation of(Language language, int permutations, long seed) {
    Arguments.present("language", language);
    var symbols = Arrays.stream(language.messageRows()).flatMapToInt(Arrays::stream).distinct();
    int eos = language.eos().orElse(0);
    long own = symbols.filter(s -> language.eos().isEmpty() || s != eos).count();
    return of(language, Math.max(1, (int) own), permutations, seed);
  }

  /**
   * The same where the shortest code may use this many symbols.
   *
   * @param language weights are frequencies
   * @param alphabet symbols without EOS, at least 1
   * @param permutations 1 to 1,000,000
   * @param seed seed of the permutations
   */
  public static Abbreviation of(Language language, int alphabet, int permutations, long seed) {
    Arguments.present("language", language);
    Arguments.require(alphabet >= 1, "alphabet is %d: expected at least 1", alphabet);
    Arguments.require(
        permutations >= 1 && permutations <= MOST,
        "permutations is %d: expected 1 to %d",
        permutations,
        MOST);
    var types = TypeCounts.of(language, language.messageRows());
    int[] lengths = types.keySet().stream().mapToInt(m -> m.symbols().length).toArray();
    long[] counts = TypeCounts.values(types);
    long[] meanings = TypeCounts.values(TypeCounts.of(language, language.meaningRows()));
    double[] frequency = Arrays.stream(counts).asDoubleStream().toArray();
    double[] length = Arrays.stream(lengths).asDoubleStream().toArray();
    double[] lengthRanks = Ranks.average(length);
    double[] frequencyRanks = Ranks.average(frequency);
    double mean = mean(length, frequency);
    double spearman = spearman(lengthRanks, frequencyRanks);
    double[] place = new double[permutations];
    double[] shuffledMeans =
        Parallel.doubles(
            "abbreviation",
            permutations,
            b -> {
              int[] order = shuffled(lengths.length, seed, b);
              place[b] = product(order, lengthRanks, frequencyRanks);
              return mean(pick(length, order), frequency);
            });
    double here = product(IntStream.range(0, counts.length).toArray(), lengthRanks, frequencyRanks);
    var options = new LinkedHashMap<String, String>();
    options.put("permutations", Integer.toString(permutations));
    options.put("alphabet", Integer.toString(alphabet));
    options.put("EOS", language.policy().toString());
    return new Abbreviation(
        lengths,
        counts,
        alphabet,
        spearman,
        mean,
        OptimalCode.meanLength(alphabet, meanings),
        Arrays.stream(length).average().orElse(Double.NaN),
        Double.isNaN(spearman) ? Double.NaN : p(place, here),
        p(shuffledMeans, mean),
        permutations,
        Provenance.of(options).seed(seed).data(language.source()));
  }

  private static double spearman(double[] a, double[] b) {
    return a.length < 2 ? Double.NaN : new PearsonsCorrelation().correlation(a, b);
  }

  private static double p(double[] drawn, double here) {
    double slack = SLACK * Math.abs(here);
    return (1.0 + Arrays.stream(drawn).filter(d -> d <= here + slack).count())
        / (1.0 + drawn.length);
  }

  private static int[] shuffled(int n, long seed, int index) {
    var random = Rng.of(seed, index);
    int[] order = IntStream.range(0, n).toArray();
    RandomOrder.shuffle(order, random);
    return order;
  }

  private static double product(int[] order, double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < order.length; i++) {
      sum += a[order[i]] * b[i];
    }
    return sum;
  }

  private static double[] pick(double[] values, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  private static double mean(double[] length, double[] frequency) {
    double sum = 0;
    double tokens = 0;
    for (int i = 0; i < length.length; i++) {
      sum += length[i] * frequency[i];
      tokens += frequency[i];
    }
    return sum / tokens;
  }

  /** Why the correlation is undefined; null where it is not. */
  public @Nullable String undefined() {
    if (!Double.isNaN(spearman)) {
      return null;
    }
    return Arrays.stream(lengths).distinct().count() == 1
        ? "all messages are equally long"
        : "all messages are equally frequent";
  }

  /**
   * Where the language lies between the lengths dealt out at random, 0, and the shortest code, 1;
   * NaN where these are equal. Below 0 it is anti-efficient.
   */
  public double efficiency() {
    double room = randomLength - optimalLength;
    return room == 0 ? Double.NaN : (randomLength - meanLength) / room;
  }

  @Override
  public int[] lengths() {
    return lengths.clone();
  }

  @Override
  public long[] counts() {
    return counts.clone();
  }

  @Override
  public String summary() {
    String why = undefined();
    return String.format(
        Locale.ROOT,
        """
        law of abbreviation over %d different messages
        Spearman correlation of length and frequency: %s
        mean length of a token %s (p = %s), at random %s, shortest code of %d symbols %s\
        """,
        counts.length,
        why == null
            ? Digits.of(spearman, 4) + " (p = " + Digits.of(spearmanP, 3) + ")"
            : "undefined, " + why,
        Digits.of(meanLength, 4),
        Digits.of(lengthP, 3),
        Digits.of(randomLength, 4),
        alphabet,
        Digits.of(optimalLength, 4));
  }

  @Override
  public Table table() {
    return Quantities.of("law of abbreviation")
        .and("Spearman correlation", spearman)
        .and("p of the correlation", spearmanP)
        .and("mean length of a token, symbols", meanLength)
        .and("p of the mean length", lengthP)
        .and("mean length at random, symbols", randomLength)
        .and("mean length of the shortest code, symbols", optimalLength)
        .table();
  }

  /** Length against frequency, a point a message. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("Frequency of the message", "Length, symbols")
            .logX()
            .points(
                "messages",
                Arrays.stream(counts).asDoubleStream().toArray(),
                Arrays.stream(lengths).asDoubleStream().toArray()));
  }
}
