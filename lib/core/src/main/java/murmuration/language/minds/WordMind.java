package murmuration.language.minds;

import java.util.random.RandomGenerator;
import murmuration.math.Interruption;

/**
 * One agent of the naming game with word sequences: its own observations, categories for each
 * modality, frames that say which word is about which modality, and what every word is about.
 */
final class WordMind {
  final int[][] words; // situation x slot
  final int[][] categories; // modality x situation
  private final Frames frames;
  private final int[] frame;
  private final CategoryModel[] senses;
  private final WordTable[] tables;
  private final int[][] pairs;
  private final int wordCount;
  private final double[] scratch;

  WordMind(double[][][] seen, int[] counts, WordGame game, Frames frames, RandomGenerator rng) {
    int modalities = seen.length;
    int n = seen[0].length;
    this.frames = frames;
    wordCount = game.words();
    categories = new int[modalities][];
    senses = new CategoryModel[modalities];
    tables = new WordTable[modalities];
    pairs = new int[modalities][];
    int most = frames.count();
    for (int c = 0; c < modalities; c++) {
      categories[c] = Clusters.of(seen[c], counts[c], rng);
      senses[c] = new CategoryModel(seen[c], counts[c]);
      tables[c] = new WordTable(wordCount, counts[c], game.alpha());
      pairs[c] = new int[wordCount * counts[c]];
      most = Math.max(most, counts[c]);
    }
    scratch = new double[most];
    words = new int[n][];
    frame = new int[n];
    for (int i = 0; i < n; i++) {
      words[i] = rng.ints(modalities, 0, wordCount).toArray();
      frame[i] = rng.nextInt(frames.count());
    }
    learn(rng);
  }

  /** One Gibbs sweep: categories, frames, then tables and distributions. */
  void sweep(RandomGenerator rng) {
    Interruption.check("naming game");
    for (int n = 0; n < words.length; n++) {
      int[] slots = frames.slots(frame[n]);
      for (int c = 0; c < senses.length; c++) {
        int word = words[n][slots[c]];
        int count = senses[c].count();
        for (int k = 0; k < count; k++) {
          scratch[k] = senses[c].logDensity(n, k) + tables[c].log(word, k);
        }
        categories[c][n] = GaussianMind.drawn(scratch, count, rng);
      }
      for (int f = 0; f < frames.count(); f++) {
        scratch[f] = logLikelihood(words[n], n, f);
      }
      frame[n] = GaussianMind.drawn(scratch, frames.count(), rng);
    }
    learn(rng);
  }

  private void learn(RandomGenerator rng) {
    for (int c = 0; c < senses.length; c++) {
      java.util.Arrays.fill(pairs[c], 0);
      for (int n = 0; n < words.length; n++) {
        int word = words[n][frames.slots(frame[n])[c]];
        pairs[c][word * senses[c].count() + categories[c][n]]++;
      }
      tables[c].learn(pairs[c], rng);
      senses[c].learn(categories[c], rng);
    }
  }

  /** Log probability of the categories of situation n given words in a frame. */
  private double logLikelihood(int[] sequence, int n, int f) {
    int[] modalities = frames.modalities(f);
    double sum = 0;
    for (int l = 0; l < modalities.length; l++) {
      int c = modalities[l];
      sum += tables[c].log(sequence[l], categories[c][n]);
    }
    return sum;
  }

  /** The same with the frame summed out, up to the constant that all sequences share. */
  double logLikelihood(int[] sequence, int n) {
    double top = Double.NEGATIVE_INFINITY;
    for (int f = 0; f < frames.count(); f++) {
      scratch[f] = logLikelihood(sequence, n, f);
      top = Math.max(top, scratch[f]);
    }
    double sum = 0;
    for (int f = 0; f < frames.count(); f++) {
      double below = scratch[f] - top;
      sum += below > GaussianMind.NOTHING ? Math.exp(below) : 0;
    }
    return top + Math.log(sum);
  }

  /** A word sequence for situation n, in a frame by chance; the mind stays as it is. */
  int[] speak(int n, RandomGenerator rng) {
    int[] modalities = frames.modalities(rng.nextInt(frames.count()));
    int[] sequence = new int[modalities.length];
    for (int l = 0; l < sequence.length; l++) {
      int c = modalities[l];
      sequence[l] = tables[c].speak(categories[c][n], rng);
    }
    return sequence;
  }

  /** Takes a sequence up or not; whether it did. */
  boolean hear(int[] sequence, int n, SignMode mode, RandomGenerator rng) {
    boolean accepted =
        switch (mode) {
          case ACCEPT_ALL -> true;
          case REJECT_ALL, GIBBS -> false;
          case METROPOLIS_HASTINGS -> {
            double logRatio = logLikelihood(sequence, n) - logLikelihood(words[n], n);
            yield logRatio >= 0 || rng.nextDouble() < Math.exp(logRatio);
          }
        };
    if (accepted) {
      words[n] = sequence;
    }
    return accepted;
  }

  /** What it perceives in a modality. */
  int perceived(int modality, double[] x) {
    return senses[modality].perceived(x);
  }

  /** Its favourite word for a category of a modality. */
  int favourite(int modality, int category) {
    return tables[modality].favourite(category);
  }

  /** The likeliest categories given a sequence of words, over all frames; one a modality. */
  int[] understand(int[] sequence) {
    int best = 0;
    double top = Double.NEGATIVE_INFINITY;
    for (int f = 0; f < frames.count(); f++) {
      int[] modalities = frames.modalities(f);
      double sum = 0;
      for (int l = 0; l < sequence.length; l++) {
        var table = tables[modalities[l]];
        sum += table.log(sequence[l], table.meaning(sequence[l]));
      }
      if (sum > top) {
        top = sum;
        best = f;
      }
    }
    int[] meaning = new int[sequence.length];
    int[] modalities = frames.modalities(best);
    for (int l = 0; l < sequence.length; l++) {
      meaning[modalities[l]] = tables[modalities[l]].meaning(sequence[l]);
    }
    return meaning;
  }
}
