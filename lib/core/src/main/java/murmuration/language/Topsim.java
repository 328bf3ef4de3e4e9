package murmuration.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
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
 */
public record Topsim(Language language, TopsimConvention convention, MetricResult metric)
    implements Result {
  /** Records, by weight, beyond which pairs of pairs are no longer counted in longs. */
  private static final long MOST_RECORDS = 1L << 31;

  /** Checks that nothing is missing. */
  public Topsim {
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
    return new Topsim(language, convention, metric);
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

  @Override
  public String summary() {
    return metric.summary();
  }

  @Override
  public Table table() {
    return metric.table();
  }

  @Override
  public Provenance provenance() {
    return metric.provenance();
  }
}
