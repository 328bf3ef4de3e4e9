package murmuration.language.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * How well the messages of a language can be translated into meanings that were not seen: the
 * simplest translation score (Yao et al. 2022 translate with a network). The words of a meaning are
 * its (attribute, value) pairs, those of a message its symbols; they are aligned by model 1 of IBM
 * (Brown et al. 1993), whose word order does not count. Meanings are held out whole, in folds, so
 * that only what is shared between meanings can be translated: a holistic code is at chance.
 *
 * <pre>{@code
 * int[][] meanings = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
 * int[][] messages = {{5, 7}, {5, 8}, {6, 7}, {6, 8}};
 * TranslationScore score = WordTranslation.of(Language.of(meanings, messages)).folds(4).run();
 * }</pre>
 *
 * <p>Immutable: each word returns a copy.
 *
 * @param language what is translated
 * @param folds parts of the meanings, each held out once, 2 to the number of different meanings
 * @param positions whether a symbol at another position is another symbol
 * @param smoothing added to every count of a pair, above 0
 * @param shuffles languages with messages dealt anew among the meanings, to compare with
 * @param seed where chance comes from
 */
public record WordTranslation(
    Language language, int folds, boolean positions, double smoothing, int shuffles, long seed) {
  private static final long LARGEST = 20_000_000;

  /** Checks the choices. */
  public WordTranslation {
    Arguments.present("language", language);
    long meanings = Arrays.stream(language.meanings()).map(Arrays::toString).distinct().count();
    Arguments.require(
        folds >= 2 && folds <= meanings,
        "folds is %d: expected 2 to the number of different meanings, %d",
        folds,
        meanings);
    Arguments.within("smoothing", smoothing, 1e-9, 1e9);
    Arguments.require(
        shuffles >= 1 && shuffles <= 10_000, "shuffles is %d: expected 1 to 10000", shuffles);
  }

  /**
   * Five folds, symbols without positions, smoothing 0.01, 20 shuffles.
   *
   * @param language with at least two different meanings
   */
  public static WordTranslation of(Language language) {
    Arguments.present("language", language);
    long meanings = Arrays.stream(language.meanings()).map(Arrays::toString).distinct().count();
    return new WordTranslation(language, (int) Math.min(5, meanings), false, 0.01, 20, 1);
  }

  /** The same with this many folds; 5 is the default. */
  public WordTranslation folds(int value) {
    return new WordTranslation(language, value, positions, smoothing, shuffles, seed);
  }

  /** The same with a symbol at another position as another symbol, or not, the default. */
  public WordTranslation positions(boolean value) {
    return new WordTranslation(language, folds, value, smoothing, shuffles, seed);
  }

  /** The same with this much added to every count; 0.01 is the default. */
  public WordTranslation smoothing(double value) {
    return new WordTranslation(language, folds, positions, value, shuffles, seed);
  }

  /** The same with this many shuffled languages; 20 is the default. */
  public WordTranslation shuffles(int value) {
    return new WordTranslation(language, folds, positions, smoothing, value, seed);
  }

  /** The same with chance from this seed. */
  public WordTranslation seed(long value) {
    return new WordTranslation(language, folds, positions, smoothing, shuffles, value);
  }

  /**
   * Translates.
   *
   * @throws IllegalArgumentException where symbols times values exceed 20 million
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public TranslationScore run() {
    var coded = coded();
    var results =
        Parallel.map(
            "translation",
            1 + shuffles,
            i -> {
              var rng = Rng.of(seed, i);
              int[][] messages =
                  i == 0
                      ? coded.messages
                      : Coded.pick(coded.messages, RandomOrder.of(coded.messages.length, rng));
              return coded.score(messages, rng, folds, smoothing);
            });
    var shuffled = results.subList(1, results.size());
    var own = results.getFirst();
    double asGood = shuffled.stream().filter(r -> r.accuracy() >= own.accuracy()).count();
    return new TranslationScore(
        language.name(),
        own.accuracies(),
        own.accuracy(),
        shuffled.stream().mapToDouble(Held::accuracy).average().orElseThrow(),
        (1 + asGood) / (1 + shuffles),
        own.majority(),
        own.perplexity(),
        own.alone(),
        language.total(),
        provenance());
  }

  private Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put("model", "IBM 1");
    options.put("folds", folds + " of meanings");
    options.put("positions", "" + positions);
    options.put("smoothing", "" + smoothing);
    options.put("shuffles", "" + shuffles);
    return Provenance.of(options).seed(seed).data(language.source());
  }

  /** Held-out figures of one language; per attribute, and means over attributes. */
  private record Held(
      double[] accuracies, double accuracy, double majority, double perplexity, double alone) {}

  /** The language in running numbers: words of attribute a are starts[a] to starts[a + 1] - 1. */
  private record Coded(
      int[][] messages,
      int[][] meanings,
      double[] weights,
      int symbols,
      int[] starts,
      int[] group,
      int groups) {

    private Held score(int[][] texts, RandomGenerator rng, int folds, double smoothing) {
      int attributes = starts.length - 1;
      int words = starts[attributes];
      int[] fold = RandomOrder.of(groups, rng);
      Arrays.setAll(fold, g -> fold[g] % folds);
      double[] right = new double[attributes];
      double[] sums = new double[2]; // -ln p, -ln p without the message
      for (int held = 0; held < folds; held++) {
        int part = held;
        int[] train = rows(i -> fold[group[i]] != part);
        var model =
            new TranslationModel(
                pick(texts, train),
                pick(meanings, train),
                IntStream.of(train).mapToDouble(i -> weights[i]).toArray(),
                symbols,
                words,
                smoothing);
        double[] counts = new double[words];
        for (int i : train) {
          for (int word : meanings[i]) {
            counts[word] += weights[i];
          }
        }
        for (int i : rows(i -> fold[group[i]] == part)) {
          for (int a = 0; a < attributes; a++) {
            int truth = meanings[i][a] - starts[a];
            double[] p = model.among(texts[i], starts[a], starts[a + 1]);
            double[] prior = prior(counts, starts[a], starts[a + 1], smoothing);
            right[a] += largest(p) == truth ? weights[i] : 0;
            sums[0] -= weights[i] * Math.log(p[truth]);
            sums[1] -= weights[i] * Math.log(prior[truth]);
          }
        }
      }
      double total = Arrays.stream(weights).sum();
      double all = total * attributes;
      double accuracy = Arrays.stream(right).sum() / all;
      Arrays.setAll(right, a -> right[a] / total);
      return new Held(
          right, accuracy, majority(), Math.exp(sums[0] / all), Math.exp(sums[1] / all));
    }

    /** The mean over attributes of the share of the most frequent value. */
    private double majority() {
      int attributes = starts.length - 1;
      double[] counts = new double[starts[attributes]];
      for (int i = 0; i < meanings.length; i++) {
        for (int word : meanings[i]) {
          counts[word] += weights[i];
        }
      }
      double sum = 0;
      for (int a = 0; a < attributes; a++) {
        sum += Arrays.stream(counts, starts[a], starts[a + 1]).max().orElseThrow();
      }
      return sum / attributes / Arrays.stream(weights).sum();
    }

    private int[] rows(IntPredicate which) {
      return IntStream.range(0, meanings.length).filter(which).toArray();
    }

    private static int[][] pick(int[][] rows, int[] which) {
      return IntStream.of(which).mapToObj(i -> rows[i]).toArray(int[][]::new);
    }

    private static double[] prior(double[] counts, int from, int to, double smoothing) {
      double[] p = Arrays.copyOfRange(counts, from, to);
      double sum = Arrays.stream(p).sum() + smoothing * p.length;
      Arrays.setAll(p, v -> (p[v] + smoothing) / sum);
      return p;
    }

    private static int largest(double[] p) {
      int best = 0;
      for (int v = 1; v < p.length; v++) {
        best = p[v] > p[best] ? v : best;
      }
      return best;
    }
  }

  private Coded coded() {
    int n = language.size();
    var symbols = new LinkedHashMap<List<Integer>, Integer>();
    int[][] messages = language.messages();
    for (int[] message : messages) {
      for (int j = 0; j < message.length; j++) {
        var key = List.of(message[j], positions ? j : 0);
        message[j] = symbols.computeIfAbsent(key, k -> symbols.size());
      }
    }
    int[][] meanings = language.meanings();
    var groups = new LinkedHashMap<List<Integer>, Integer>();
    int[] group = new int[n];
    for (int i = 0; i < n; i++) {
      var key = Arrays.stream(meanings[i]).boxed().toList();
      group[i] = groups.computeIfAbsent(key, k -> groups.size());
    }
    var starts = new ArrayList<Integer>(List.of(0));
    for (int a = 0; a < language.attributeCount(); a++) {
      int first = starts.getLast();
      int attribute = a;
      int[] values =
          Arrays.stream(meanings).mapToInt(m -> m[attribute]).sorted().distinct().toArray();
      for (int[] meaning : meanings) {
        meaning[a] = first + Arrays.binarySearch(values, meaning[a]);
      }
      starts.add(first + values.length);
    }
    Arguments.require(
        (symbols.size() + 1L) * starts.getLast() <= LARGEST,
        "%d symbols by %d values: expected at most %d pairs",
        symbols.size(),
        starts.getLast(),
        LARGEST);
    return new Coded(
        messages,
        meanings,
        IntStream.range(0, n).mapToDouble(language::weight).toArray(),
        symbols.size(),
        starts.stream().mapToInt(Integer::intValue).toArray(),
        group,
        groups.size());
  }
}
