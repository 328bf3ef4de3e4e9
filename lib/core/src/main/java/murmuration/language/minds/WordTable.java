package murmuration.language.minds;

import java.util.random.RandomGenerator;
import murmuration.math.Variates;

/**
 * What every word is about in one modality: for each word a distribution over the categories, drawn
 * from a Dirichlet law.
 */
final class WordTable {
  private final int words;
  private final int categories;
  private final double alpha;
  private final double[] log;
  private final double[] cumulative;
  private final int[] favourite; // word of each category
  private final int[] meaning; // category of each word

  WordTable(int words, int categories, double alpha) {
    this.words = words;
    this.categories = categories;
    this.alpha = alpha;
    log = new double[words * categories];
    cumulative = new double[words * categories];
    favourite = new int[categories];
    meaning = new int[words];
  }

  /** Log probability of a category given a word. */
  double log(int word, int category) {
    return log[word * categories + category];
  }

  /** Draws all distributions given how often each pair occurs: word times categories + category. */
  void learn(int[] pairs, RandomGenerator rng) {
    for (int v = 0; v < words; v++) {
      double top = Double.NEGATIVE_INFINITY;
      for (int k = v * categories; k < (v + 1) * categories; k++) {
        log[k] = Variates.logGamma(rng, alpha + pairs[k]);
        if (log[k] > top) {
          top = log[k];
          meaning[v] = k - v * categories;
        }
      }
      double total = 0;
      for (int k = v * categories; k < (v + 1) * categories; k++) {
        total += Math.exp(log[k] - top);
      }
      double norm = top + Math.log(total);
      for (int k = v * categories; k < (v + 1) * categories; k++) {
        log[k] -= norm;
      }
    }
    for (int k = 0; k < categories; k++) {
      favourite[k] = densest(k);
      double top = log(favourite[k], k);
      double total = 0;
      for (int v = 0; v < words; v++) {
        total += Math.exp(log(v, k) - top);
        cumulative[k * words + v] = total;
      }
    }
  }

  /** A word for a category, each as likely as its probability of the category. */
  int speak(int category, RandomGenerator rng) {
    int low = category * words;
    int high = low + words - 1;
    double u = rng.nextDouble() * cumulative[high];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > u) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - category * words;
  }

  private int densest(int category) {
    int best = 0;
    for (int v = 1; v < words; v++) {
      if (log(v, category) > log(best, category)) {
        best = v;
      }
    }
    return best;
  }

  /** The word with the highest probability of a category. */
  int favourite(int category) {
    return favourite[category];
  }

  /** The likeliest category given a word. */
  int meaning(int word) {
    return meaning[word];
  }
}
