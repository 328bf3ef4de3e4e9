package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The messages of a language cut into segments, and whether the segments carry the meaning better
 * than the symbols do.
 *
 * @param language the language that was cut
 * @param boundaries for each record, the number of symbols before each cut, ascending, from 1; the
 *     rule {@link BoundaryRule#PEER} may cut at the end and one beyond it
 * @param vocabulary the different segments, each once, by first occurrence
 * @param words for each record, the numbers of its segments in the vocabulary
 * @param conditionalEntropies bits of openness after contexts of k symbols, k = 0 to the longest
 *     message; see {@link Substrings#conditionalEntropies}
 * @param contexts different substrings of the messages, with the empty one
 * @param characterTopsim Hamming meanings against raw edit distance between symbols
 * @param wordTopsim the same between segments
 * @param provenance where it comes from
 */
public record HarrisSegments(
    Language language,
    int[][] boundaries,
    int[][] vocabulary,
    int[][] words,
    double[] conditionalEntropies,
    long contexts,
    Topsim characterTopsim,
    Topsim wordTopsim,
    Provenance provenance)
    implements Charted {

  /** Checks the shapes and keeps its own copies. */
  public HarrisSegments {
    Arguments.present("language", language);
    boundaries = rows("boundaries", boundaries);
    vocabulary = rows("vocabulary", vocabulary);
    words = rows("words", words);
    Arguments.require(
        boundaries.length == language.size() && words.length == language.size(),
        "boundaries has %d rows, words %d: expected %d",
        boundaries.length,
        words.length,
        language.size());
    for (int[] row : words) {
      for (int word : row) {
        Arguments.require(
            word >= 0 && word < vocabulary.length,
            "word %d: expected 0 to %d",
            word,
            vocabulary.length - 1);
      }
    }
    Arguments.finite("conditionalEntropies", conditionalEntropies, 1);
    conditionalEntropies = conditionalEntropies.clone();
    Arguments.present("characterTopsim", characterTopsim);
    Arguments.present("wordTopsim", wordTopsim);
    Arguments.present("provenance", provenance);
  }

  static HarrisSegments cut(
      Language language,
      int[][] boundaries,
      double[] conditionalEntropies,
      long contexts,
      Provenance provenance) {
    return cut(language, boundaries, conditionalEntropies, contexts, null, provenance);
  }

  private static HarrisSegments cut(
      Language language,
      int[][] boundaries,
      double[] conditionalEntropies,
      long contexts,
      @Nullable Topsim known,
      Provenance provenance) {
    var numbers = new LinkedHashMap<Sequence, Integer>();
    int[][] messages = language.messageRows();
    int[][] words = new int[messages.length][];
    for (int i = 0; i < messages.length; i++) {
      words[i] = words(messages[i], boundaries[i], numbers);
    }
    var character = known == null ? Topsim.of(language) : known;
    return new HarrisSegments(
        language,
        boundaries,
        numbers.keySet().stream().map(Sequence::symbols).toArray(int[][]::new),
        words,
        conditionalEntropies,
        contexts,
        character,
        Topsim.of(saying(language, words)),
        provenance);
  }

  /** The segments between 0, the boundaries and the end; one beyond the end is an empty segment. */
  private static int[] words(int[] message, int[] cuts, Map<Sequence, Integer> numbers) {
    int[] ends =
        IntStream.concat(Arrays.stream(cuts), IntStream.of(message.length))
            .filter(b -> b > 0)
            .sorted()
            .distinct()
            .toArray();
    int[] words = new int[ends.length];
    int from = 0;
    for (int w = 0; w < ends.length; w++) {
      int to = Math.min(ends[w], message.length);
      int fresh = numbers.size();
      words[w] =
          numbers.computeIfAbsent(
              new Sequence(Arrays.copyOfRange(message, from, to)), key -> fresh);
      from = to;
    }
    return words;
  }

  /**
   * The baseline: every message keeps its number of cuts inside, which are drawn without
   * replacement from all places inside it.
   *
   * @param seed seed of the draws
   */
  public HarrisSegments random(long seed) {
    int[][] drawn = new int[boundaries.length][];
    for (int i = 0; i < drawn.length; i++) {
      int length = language.messageRows()[i].length;
      int cuts = (int) Arrays.stream(boundaries[i]).filter(b -> b < length).count();
      var random = Rng.of(seed, i);
      var places = new ArrayList<Integer>(IntStream.range(1, Math.max(1, length)).boxed().toList());
      for (int c = 0; c < cuts; c++) {
        int other = c + random.nextInt(places.size() - c);
        Collections.swap(places, c, other);
      }
      drawn[i] = places.stream().limit(cuts).mapToInt(Integer::intValue).sorted().toArray();
    }
    var options = new LinkedHashMap<>(provenance.options());
    options.put("places", "random, as many inside each message");
    return cut(
        language,
        drawn,
        conditionalEntropies,
        contexts,
        characterTopsim,
        Provenance.of(options).seed(seed).data(provenance.data()));
  }

  /** Mean number of boundaries of a message, those at and beyond the end too if they count. */
  public double meanBoundaries() {
    double sum = 0;
    for (int i = 0; i < boundaries.length; i++) {
      sum += (double) boundaries[i].length * language.weight(i);
    }
    return sum / language.total();
  }

  /** Different segments. */
  public int vocabularySize() {
    return vocabulary.length;
  }

  /** The language whose symbols are the segments. */
  public Language wordLanguage() {
    return saying(language, words).named("words of " + language.name());
  }

  private static Language saying(Language language, int[][] words) {
    long[] weights = IntStream.range(0, words.length).mapToLong(language::weight).toArray();
    return Language.of(language.meaningRows(), words)
        .attributesNamed(language.attributeNames().toArray(String[]::new))
        .weights(weights);
  }

  /** W-topsim less C-topsim: above 0 where segments follow the meaning better than symbols. */
  public double topsimGain() {
    return wordTopsim.value() - characterTopsim.value();
  }

  @Override
  public int[][] boundaries() {
    return copy(boundaries);
  }

  @Override
  public int[][] vocabulary() {
    return copy(vocabulary);
  }

  @Override
  public int[][] words() {
    return copy(words);
  }

  @Override
  public double[] conditionalEntropies() {
    return conditionalEntropies.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        segments of %s: %d messages, %s
        boundaries per message %s, vocabulary %d segments
        topsim of symbols %s, of segments %s\
        """,
        language.name(),
        language.total(),
        provenance.options(),
        Digits.of(meanBoundaries(), 4),
        vocabularySize(),
        shown(characterTopsim),
        shown(wordTopsim));
  }

  private static String shown(Topsim topsim) {
    return !Double.isNaN(topsim.value())
        ? Digits.of(topsim.value(), 4)
        : "undefined (" + topsim.flags().getFirst().reason() + ")";
  }

  @Override
  public Table table() {
    return Quantities.of("segments of " + language.name())
        .and("boundaries per message", meanBoundaries())
        .and("vocabulary, segments", vocabularySize())
        .and("topsim of symbols", characterTopsim.value())
        .and("topsim of segments", wordTopsim.value())
        .and("different substrings", (double) contexts)
        .table();
  }

  /** Openness against the length of the context. */
  @Override
  public Figure chart() {
    double[] k = IntStream.range(0, conditionalEntropies.length).asDoubleStream().toArray();
    return Figure.of(
        Panel.of("Context length k, symbols", "Conditional entropy H(k), bits")
            .line(language.name(), k, conditionalEntropies));
  }

  private static int[][] rows(String name, int[][] rows) {
    Arguments.present(name, rows);
    for (int i = 0; i < rows.length; i++) {
      Arguments.present(name + "[" + i + "]", rows[i]);
    }
    return copy(rows);
  }

  private static int[][] copy(int[][] rows) {
    return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
  }
}
