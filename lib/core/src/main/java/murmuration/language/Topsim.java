package murmuration.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.distribution.TDistribution;
import tech.tablesaw.api.Table;

/**
 * Topographic similarity: do similar meanings have similar messages? The correlation, over all
 * n(n-1)/2 pairs of records, between the distance of their meanings and the distance of their
 * messages (Brighton and Kirby 2006, Understanding linguistic evolution by visualizing the
 * emergence of topographic mappings, Artificial Life 12:229).
 *
 * <pre>{@code
 * Topsim topsim = Topsim.of(language);                 // Hamming, edit distance, Spearman
 * double value = topsim.value();
 * Topsim asEgg = Topsim.of(language, Topsim.egg());    // one of the definitions in use
 * }</pre>
 *
 * <p>A record of weight w counts as w equal records: w(w-1)/2 pairs at distance 0 in both. All
 * pairs are compared, whatever n; nothing is sampled. Where all meanings or all messages are
 * equally far apart, and for fewer than two pairs, the value is NaN and {@link #flags} say why.
 *
 * @param language the language, under its own rule for EOS
 * @param convention the definition
 * @param metric the value, the counts and what is undefined
 * @param profile how far messages are apart by how far their meanings are: one step a distance of
 *     meanings, ascending, or about 40 steps of equally many pairs where there are more distances
 */
public record Topsim(
    Language language, TopsimConvention convention, MetricResult metric, List<Step> profile)
    implements Charted {
  /** Records, by weight, beyond which pairs of pairs are no longer counted in longs. */
  private static final long MOST_RECORDS = 1L << 31;

  private static final int MOST_STEPS = 40;

  /**
   * The pairs at one distance of meanings.
   *
   * @param meaning the distance of meanings, or its mean
   * @param pairs how many pairs
   * @param message mean distance of their messages
   * @param spread standard deviation of the distance of their messages
   */
  public record Step(double meaning, long pairs, double message, double spread) {}

  /** Checks that nothing is missing. */
  public Topsim {
    profile = Arguments.listed("profile", profile);
    Arguments.present("language", language);
    Arguments.present("convention", convention);
    Arguments.present("metric", metric);
  }

  /** By the {@link #standard} definition. */
  public static Topsim of(Language language) {
    return of(language, standard());
  }

  /**
   * By one definition.
   *
   * @throws IllegalArgumentException if the convention does not fit the language, or the weights
   *     add up to more than 2^31
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static Topsim of(Language language, TopsimConvention convention) {
    Arguments.present("language", language);
    Arguments.present("convention", convention);
    Arguments.require(
        language.total() <= MOST_RECORDS,
        "weights add up to %d: expected at most %d for pairs to be counted",
        language.total(),
        MOST_RECORDS);
    var tally = TopsimEngine.tally(convention.view(language), convention);
    var classes = DistanceClasses.of(tally, x -> PairDistances.value(convention.meanings(), x));
    double value = classes.correlation(convention.correlation());
    Map<String, String> options = new LinkedHashMap<>();
    options.put("topsim", convention.toString());
    var metric =
        new MetricResult(
            "topographic similarity",
            Double.isNaN(value) && convention.zeroIfUndefined() ? 0 : value,
            language.total(),
            classes.pairs(),
            convention.toString(),
            classes.flags(),
            Provenance.of(options).data(language.source()));
    return new Topsim(language, convention, metric, classes.steps(MOST_STEPS));
  }

  /** The default: Hamming distance of meanings, edit distance of messages, Spearman's. */
  public static TopsimConvention standard() {
    return TopsimConvention.standard();
  }

  /**
   * As EGG's core (Kharitonov et al. 2019): edit distance over the mean length, on messages as they
   * are padded.
   */
  public static TopsimConvention egg() {
    return standard()
        .named("EGG")
        .messages(MessageDistance.EDIT_OVER_MEAN_LENGTH)
        .eos(EosPolicy.PADDED);
  }

  /**
   * As EGG's study of compositionality and generalization (Chaabouni et al. 2020): one-hot cosine,
   * edit distance over the length of the first message, on messages as they are padded.
   */
  public static TopsimConvention eggCompo() {
    return standard()
        .named("EGG compositionality")
        .meanings(MeaningDistance.ONE_HOT_COSINE)
        .messages(MessageDistance.EDIT_OVER_FIRST_LENGTH)
        .eos(EosPolicy.PADDED);
  }

  /** As Ueda et al. (2023): the default on messages without EOS, with 0 where it is undefined. */
  public static TopsimConvention ueda() {
    return standard().named("Ueda").eos(EosPolicy.STRIP).nanAsZero();
  }

  /**
   * As emlangkit: EGG's core. It also prints SciPy's p, which takes pairs for independent and is
   * wrong.
   */
  public static TopsimConvention emlangkit() {
    return egg().named("emlangkit");
  }

  /** As Korbak et al. (2020): edit distance as it is, messages as they are. */
  public static TopsimConvention korbak() {
    return standard().named("Korbak");
  }

  /** The correlation, from -1 to 1; NaN where it is undefined. */
  public double value() {
    return metric.value();
  }

  /** Records, each counted by its weight. */
  public long n() {
    return metric.n();
  }

  /** Pairs of records. */
  public long pairs() {
    return metric.nPairs();
  }

  /** Why it is undefined; empty where it is defined. */
  public List<MetricFlag> flags() {
    return metric.flags();
  }

  /**
   * Would messages dealt out at random do as well? A permutation test with this many permutations.
   *
   * @param count permutations, at least 1; 999 is usual
   */
  public TopsimPermutations permutations(int count) {
    return TopsimPermutations.of(this, count);
  }

  /**
   * How much the value depends on which records there are: an interval from this many resamples.
   *
   * @param count resamples, at least 2; 1000 is usual
   */
  public TopsimBootstrap bootstrap(int count) {
    return TopsimBootstrap.of(this, count);
  }

  /**
   * The two-sided p that SciPy and emlangkit print beside the correlation, from Student's law with
   * two fewer degrees of freedom than pairs. It takes the n(n-1)/2 pairs of n records for
   * independent, which they are not, and errs both ways: at a level of 5 % it rejects messages that
   * have nothing to do with their meanings in 1.5 % of cases under Hamming distance, in 25 % under
   * Euclidean distance (64 meanings, messages of 1 to 12 symbols). For comparison only; {@link
   * #permutations} test. NaN where the value is.
   *
   * @throws IllegalArgumentException for Kendall's tau-b
   */
  public double naiveP() {
    Arguments.require(
        convention.correlation() != TopsimCorrelation.KENDALL_B,
        "correlation is %s: expected Spearman or Pearson",
        convention.correlation());
    double r = value();
    double freedom = pairs() - 2.0;
    if (!flags().isEmpty() || freedom < 1) {
      return Double.NaN;
    }
    if (Math.abs(r) == 1) {
      return 0;
    }
    double t = Math.abs(r) * Math.sqrt(freedom / ((1 + r) * (1 - r)));
    return 2 * new TDistribution(null, freedom).cumulativeProbability(-t);
  }

  /** The language as the convention sees it. */
  Language view() {
    return convention.view(language);
  }

  @Override
  public String summary() {
    return metric.summary();
  }

  @Override
  public Table table() {
    return metric.table();
  }

  /** Mean distance of messages, and its spread, against the distance of meanings. */
  @Override
  public Figure chart() {
    double[] x = profile.stream().mapToDouble(Step::meaning).toArray();
    double[] mean = profile.stream().mapToDouble(Step::message).toArray();
    double[] low = profile.stream().mapToDouble(s -> s.message() - s.spread()).toArray();
    double[] high = profile.stream().mapToDouble(s -> s.message() + s.spread()).toArray();
    return Figure.of(
        Panel.of(convention.meanings() + " of meanings", convention.messages() + " of messages")
            .title(String.format(Locale.ROOT, "%s: %.3f", language.name(), value()))
            .band("standard deviation", x, low, high)
            .line("mean", x, mean)
            .points("mean", x, mean));
  }

  @Override
  public Provenance provenance() {
    return metric.provenance();
  }
}
