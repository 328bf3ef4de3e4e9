package murmuration.language.corpus;

import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * How well messages translate into held-out meanings.
 *
 * @param language its name
 * @param accuracies share of held-out meanings whose value was right, for each attribute
 * @param accuracy their mean
 * @param shuffled the mean of that over languages with messages dealt anew
 * @param p share of those that do as well, the language itself counted among them
 * @param majority accuracy of always saying the value that is most frequent in the language
 * @param perplexity of a held-out value given its message, the geometric mean of 1/p
 * @param alone the same without the message, by how often values occur
 * @param n records, each counted by its weight
 * @param provenance where it comes from
 */
public record TranslationScore(
    String language,
    double[] accuracies,
    double accuracy,
    double shuffled,
    double p,
    double majority,
    double perplexity,
    double alone,
    long n,
    Provenance provenance)
    implements Result {
  /** Keeps its own copy. */
  public TranslationScore {
    Arguments.present("language", language);
    Arguments.finite("accuracies", accuracies, 1);
    accuracies = accuracies.clone();
    Arguments.present("provenance", provenance);
  }

  @Override
  public double[] accuracies() {
    return accuracies.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        translation of %s into unseen meanings (n = %d)
        accuracy %.4g; shuffled %.4g (p %.3g), most frequent value %.4g
        perplexity of a value %.4g; without the message %.4g\
        """,
        language,
        n,
        accuracy,
        shuffled,
        p,
        majority,
        perplexity,
        alone);
  }

  @Override
  public Table table() {
    return Quantities.of("translation of " + language)
        .and("accuracy", accuracy)
        .and("accuracy, shuffled", shuffled)
        .and("p", p)
        .and("accuracy, most frequent value", majority)
        .and("perplexity", perplexity)
        .and("perplexity without the message", alone)
        .and("n", (double) n)
        .table();
  }
}
