package murmuration.language.population;

import java.util.Arrays;
import java.util.LinkedHashMap;
import murmuration.data.Provenance;
import murmuration.math.Arguments;

/**
 * Rational speech acts (Frank and Goodman 2012, Predicting pragmatic reasoning in language games,
 * Science 336:998). A literal listener believes what is true of an utterance, {@code L0(m|s) ~
 * [[s]](m) P(m)}; a speaker chooses what such a listener understands, {@code S1(s|m) ~ exp(lambda
 * (ln L0(m|s) - cost(s)))}; a listener reasons about that speaker, {@code L1(m|s) ~ S1(s|m) P(m)};
 * and so on to any depth.
 *
 * <pre>{@code
 * double[][] some = {{0, 1, 1}, {0, 0, 1}};  // "some", "all" of none, some, all
 * double implicature = RationalSpeech.of(some).run().listener()[0][1];
 * }</pre>
 *
 * @param lexicon how true each utterance is of each meaning, 0 to 1: utterances x meanings
 * @param prior weight of each meaning, not all 0
 * @param cost cost of each utterance, in nats
 * @param rationality lambda, 0 to 1000
 * @param depth how often speaker and listener reason about each other, 1 to 1000
 */
public record RationalSpeech(
    double[][] lexicon, double[] prior, double[] cost, double rationality, int depth) {
  private static final int MOST = 2000;

  /** Checks the shapes and keeps its own copies. */
  public RationalSpeech {
    Arguments.present("lexicon", lexicon);
    Arguments.require(
        lexicon.length >= 1 && lexicon.length <= MOST,
        "lexicon has %d rows: expected 1 to %d utterances",
        lexicon.length,
        MOST);
    lexicon = lexicon.clone();
    for (int s = 0; s < lexicon.length; s++) {
      Arguments.finite("lexicon[" + s + "]", lexicon[s], 1);
      Arguments.require(
          lexicon[s].length == lexicon[0].length && lexicon[s].length <= MOST,
          "lexicon[%d] has %d values: expected %d, at most %d meanings",
          s,
          lexicon[s].length,
          lexicon[0].length,
          MOST);
      for (double truth : lexicon[s]) {
        Arguments.within("lexicon[" + s + "]", truth, 0, 1);
      }
      lexicon[s] = lexicon[s].clone();
    }
    Arguments.finite("prior", prior, 1);
    Arguments.sameLength("lexicon[0]", lexicon[0], "prior", prior);
    double total = 0;
    for (double p : prior) {
      total += Arguments.within("prior", p, 0, Double.MAX_VALUE);
    }
    Arguments.positive("sum of prior", total);
    Arguments.finite("cost", cost, 1);
    Arguments.require(
        cost.length == lexicon.length,
        "cost has %d values: expected %d, one an utterance",
        cost.length,
        lexicon.length);
    Arguments.within("rationality", rationality, 0, 1000);
    Arguments.require(depth >= 1 && depth <= 1000, "depth is %d: expected 1 to 1000", depth);
    double sum = total;
    prior = Arrays.stream(prior).map(p -> p / sum).toArray();
    cost = cost.clone();
  }

  /** Every meaning as likely, no cost, lambda 1, depth 1. */
  public static RationalSpeech of(double[][] lexicon) {
    Arguments.present("lexicon", lexicon);
    Arguments.require(
        lexicon.length >= 1 && lexicon[0] != null && lexicon[0].length >= 1,
        "lexicon has no rows or values: expected utterances x meanings");
    double[] prior = new double[lexicon[0].length];
    Arrays.fill(prior, 1);
    return new RationalSpeech(lexicon, prior, new double[lexicon.length], 1, 1);
  }

  /** The same with these weights of the meanings. */
  public RationalSpeech prior(double... weights) {
    return new RationalSpeech(lexicon, weights, cost, rationality, depth);
  }

  /** The same with these costs of the utterances, in nats. */
  public RationalSpeech cost(double... nats) {
    return new RationalSpeech(lexicon, prior, nats, rationality, depth);
  }

  /** The same with another lambda, 0 to 1000. */
  public RationalSpeech rationality(double lambda) {
    return new RationalSpeech(lexicon, prior, cost, lambda, depth);
  }

  /** The same where they reason about each other this often, 1 to 1000. */
  public RationalSpeech depth(int times) {
    return new RationalSpeech(lexicon, prior, cost, rationality, times);
  }

  @Override
  public double[][] lexicon() {
    return Arrays.stream(lexicon).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] prior() {
    return prior.clone();
  }

  @Override
  public double[] cost() {
    return cost.clone();
  }

  /** Reasons. */
  public PragmaticReading run() {
    int utterances = lexicon.length;
    int meanings = prior.length;
    double[][] literal = lexicon();
    for (double[] row : literal) {
      for (int m = 0; m < meanings; m++) {
        row[m] *= prior[m];
      }
      normalise(row);
    }
    double[][] listener = literal;
    double[][] speaker = new double[meanings][utterances];
    for (int d = 0; d < depth; d++) {
      for (int m = 0; m < meanings; m++) {
        speak(speaker[m], m, listener);
      }
      listener = new double[utterances][meanings];
      for (int s = 0; s < utterances; s++) {
        for (int m = 0; m < meanings; m++) {
          listener[s][m] = speaker[m][s] * prior[m];
        }
        normalise(listener[s]);
      }
    }
    return new PragmaticReading(literal, speaker, listener, provenance());
  }

  /**
   * {@code exp(lambda (ln L - cost))}, in logs; what the listener would never believe is unsaid.
   */
  private void speak(double[] row, int meaning, double[][] listener) {
    double top = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < row.length; s++) {
      double belief = listener[s][meaning];
      row[s] = belief > 0 ? rationality * (Math.log(belief) - cost[s]) : Double.NEGATIVE_INFINITY;
      top = Math.max(top, row[s]);
    }
    for (int s = 0; s < row.length; s++) {
      row[s] = row[s] == Double.NEGATIVE_INFINITY ? 0 : Math.exp(row[s] - top);
    }
    normalise(row);
  }

  /** Shares; a row of zeros stays one. */
  private static void normalise(double[] row) {
    double top = Arrays.stream(row).max().orElse(0);
    if (top > 0) {
      double total = 0;
      for (int i = 0; i < row.length; i++) {
        row[i] /= top;
        total += row[i];
      }
      for (int i = 0; i < row.length; i++) {
        row[i] /= total;
      }
    }
  }

  private Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put("utterances", Integer.toString(lexicon.length));
    options.put("meanings", Integer.toString(prior.length));
    options.put("rationality", Double.toString(rationality));
    options.put("depth", Integer.toString(depth));
    return Provenance.of(options);
  }
}
