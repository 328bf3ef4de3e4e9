package murmuration.concept.grokking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * How far the logits of modular addition are made by the circuit that generalises, waves in {@code
 * a + b} of a few key frequencies, and how far by memory (Nanda et al. 2023, section 5).
 *
 * <p>A two-dimensional Fourier transform over (a, b) of the logits of each answer holds, at (k, k),
 * the waves {@code cos(2 pi k (a + b) / p)} and {@code sin}. The norm of frequency k is the root of
 * their power, over all answers.
 *
 * <ul>
 *   <li>Restricted loss: the cross-entropy, in nats, of logits of which only the means and the key
 *       frequencies are kept. It falls as soon as the circuit is there.
 *   <li>Excluded loss: that of logits from which the key frequencies are taken out. It rises as the
 *       network stops to memorise.
 * </ul>
 *
 * @param norms of the frequencies 1 to {@code (p - 1) / 2}
 * @param key the key frequencies, ascending
 * @param share of the logits' variation over the questions that is waves of the key frequencies;
 *     NaN where they do not vary
 * @param fullLoss cross-entropy of the logits as they are, in nats
 * @param restrictedLoss of the key frequencies alone
 * @param excludedLoss without the key frequencies
 * @param accuracy share of questions whose largest logit is the answer's; ties count as wrong
 * @param gini Gini coefficient of the norms; NaN where all are 0
 * @param questions number of questions the losses are means of
 * @param provenance where it comes from
 */
public record ProgressMeasures(
    double[] norms,
    List<Integer> key,
    double share,
    double fullLoss,
    double restrictedLoss,
    double excludedLoss,
    double accuracy,
    double gini,
    int questions,
    Provenance provenance)
    implements Charted {
  private static final double QUANTILE = 0.9;

  /** Keeps its own copies. */
  public ProgressMeasures {
    Arguments.finite("norms", norms, 1);
    norms = norms.clone();
    key = Arguments.listed("key", key);
    Arguments.present("provenance", provenance);
  }

  /** Of all questions, the key frequencies being those above the 0.9 quantile of the norms. */
  public static ProgressMeasures of(double[][] logits) {
    return of(logits, QUANTILE);
  }

  /**
   * Of all questions.
   *
   * @param logits {@code p^2} questions x p answers, question {@code p a + b}; p odd, 3 to 199
   * @param quantile of the norms above which a frequency is key, 0 to 1 (below 1); the largest is
   *     always key
   */
  public static ProgressMeasures of(double[][] logits, double quantile) {
    boolean[] all = new boolean[Arguments.present("logits", logits).length];
    Arrays.fill(all, true);
    return of(logits, quantile, all);
  }

  /**
   * With losses over some of the questions, such as those of training; the transform takes all.
   *
   * @param logits {@code p^2} questions x p answers
   * @param quantile as in {@link #of(double[][], double)}
   * @param asked which questions, length {@code p^2}, at least one true
   */
  public static ProgressMeasures of(double[][] logits, double quantile, boolean[] asked) {
    var waves = SumWaves.of(logits);
    double[] norms = waves.norms();
    int[] key = key(norms, quantile);
    Arguments.present("asked", asked);
    Arguments.require(
        asked.length == logits.length,
        "asked has %d values: expected one a question, %d",
        asked.length,
        logits.length);
    int count = (int) IntStream.range(0, asked.length).filter(i -> asked[i]).count();
    Arguments.require(count > 0, "asked holds no true: expected at least one question");
    double[][] circuit = waves.only(key);
    return new ProgressMeasures(
        norms,
        Arrays.stream(key).boxed().toList(),
        waves.share(key, logits),
        AnswerLoss.mean(logits, asked),
        AnswerLoss.mean(waves.restricted(circuit), asked),
        AnswerLoss.mean(waves.excluded(circuit, logits), asked),
        AnswerLoss.accuracy(logits, asked),
        EmbeddingSpectrum.gini(norms),
        count,
        Provenance.of(Map.of("key frequencies", "above the " + quantile + " quantile of norms")));
  }

  private static int[] key(double[] norms, double quantile) {
    Arguments.require(
        quantile >= 0 && quantile < 1, "quantile is %s: expected 0 or more, below 1", quantile);
    double[] ascending = norms.clone();
    Arrays.sort(ascending);
    double place = quantile * (ascending.length - 1);
    int below = (int) place;
    double threshold = ascending[below];
    if (below + 1 < ascending.length) {
      threshold += (place - below) * (ascending[below + 1] - ascending[below]);
    }
    double least = threshold;
    double largest = ascending[ascending.length - 1];
    return IntStream.range(0, norms.length)
        .filter(k -> norms[k] > least || norms[k] == largest)
        .map(k -> k + 1)
        .toArray();
  }

  @Override
  public double[] norms() {
    return norms.clone();
  }

  @Override
  public String summary() {
    String keys = key.stream().limit(12).map(String::valueOf).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "progress measures of modular addition: p = %d, %d questions%n"
            + "key frequencies %s%s, %.4g of the variation%n"
            + "loss %.4g, restricted %.4g, excluded %.4g nats%n"
            + "accuracy %.4g, Gini coefficient of the norms %.4g",
        2 * norms.length + 1,
        questions,
        keys,
        key.size() > 12 ? ", ..." : "",
        share,
        fullLoss,
        restrictedLoss,
        excludedLoss,
        accuracy,
        gini);
  }

  @Override
  public Table table() {
    return Quantities.of("progress measures")
        .and("loss (nats)", fullLoss)
        .and("restricted loss (nats)", restrictedLoss)
        .and("excluded loss (nats)", excludedLoss)
        .and("accuracy", accuracy)
        .and("Gini coefficient", gini)
        .and("share of key frequencies", share)
        .and("key frequencies", key.size())
        .and("questions", questions)
        .table();
  }

  /** The norm of each frequency; the key ones by themselves. */
  @Override
  public Figure chart() {
    double[] k = IntStream.rangeClosed(1, norms.length).asDoubleStream().toArray();
    double[] high = new double[norms.length];
    double[] low = norms.clone();
    for (int frequency : key) {
      high[frequency - 1] = norms[frequency - 1];
      low[frequency - 1] = 0;
    }
    return Figure.of(
        Panel.of("Frequency", "Norm of the logits").bars("key", k, high).bars("other", k, low));
  }
}
