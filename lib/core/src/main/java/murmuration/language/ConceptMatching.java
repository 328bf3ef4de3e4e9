package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Assignment;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Words translated into concepts one to one, as well as can be (Carmeli, Belinkov and Meir 2024,
 * Concept-best-matching, arXiv:2403.14705). Words are symbols of the messages, concepts values of
 * attributes. Of all matchings that give each word at most one concept and each concept at most one
 * word, the best makes the most occurrences good: their word's concept is in the record's meaning.
 * The match score is the share of good ones; the counts of matched words depend on which best
 * matching was found, the score does not.
 *
 * @param good occurrences whose matched concept is in the record
 * @param ambiguous occurrences of a matched word whose concept is not in the record
 * @param paraphrase occurrences of words matched to nothing
 * @param edges sum over records of the greater of its words and concepts: what scores are shares of
 * @param unmatchedConcepts concepts of records that no word is matched to
 * @param conceptTokens concepts of all records
 * @param precision mean over records of distinct good words per word; 0 for an empty message
 * @param recall mean over records of distinct good words per concept
 * @param words word types
 * @param concepts concept types
 * @param conceptOfWord concept type matched to each word type, -1 for none; words in the order of
 *     symbols, concepts attribute by attribute in the order of values
 * @param n records, each counted by its weight
 * @param provenance where it comes from
 */
public record ConceptMatching(
    long good,
    long ambiguous,
    long paraphrase,
    long edges,
    long unmatchedConcepts,
    long conceptTokens,
    double precision,
    double recall,
    int words,
    int concepts,
    int[] conceptOfWord,
    long n,
    Provenance provenance)
    implements Result {
  private static final long MOST_CELLS = 50_000_000;

  /** Keeps its own copy. */
  public ConceptMatching {
    conceptOfWord = Arguments.present("conceptOfWord", conceptOfWord).clone();
    Arguments.present("provenance", provenance);
    Arguments.require(edges >= 1, "edges is %d: expected at least 1", edges);
  }

  @Override
  public int[] conceptOfWord() {
    return conceptOfWord.clone();
  }

  /**
   * Matches.
   *
   * @throws IllegalArgumentException if word types times concept types exceed 50 million
   */
  public static ConceptMatching of(Language language) {
    var coded = CodedLanguage.of(Arguments.present("language", language));
    return of(coded, ConceptCounts.of(coded), language.source());
  }

  static ConceptMatching of(CodedLanguage language, ConceptCounts counts, @Nullable String source) {
    int[] match = match(counts);
    boolean[] spoken = new boolean[counts.concepts()];
    for (int k : match) {
      if (k >= 0) {
        spoken[k] = true;
      }
    }
    var sums = new Sums();
    for (int i = 0; i < language.size(); i++) {
      sums.add(language, counts, match, spoken, i);
    }
    long n = language.total();
    return new ConceptMatching(
        sums.good,
        sums.ambiguous,
        sums.paraphrase,
        sums.edges,
        sums.unmatched,
        sums.concepts,
        sums.precision / n,
        sums.recall / n,
        counts.words(),
        counts.concepts(),
        match,
        n,
        Provenance.of(Map.of("words", "symbols", "concepts", "values of attributes")).data(source));
  }

  /** The concept of each word; words whose concept never goes with them are without. */
  private static int[] match(ConceptCounts counts) {
    if (counts.words() == 0) {
      return new int[0];
    }
    Arguments.require(
        (long) counts.words() * counts.concepts() <= MOST_CELLS,
        "language has %d words and %d concepts: expected at most %d pairs",
        counts.words(),
        counts.concepts(),
        MOST_CELLS);
    long[][] dense = counts.dense();
    int[] match = Assignment.greatest(dense).columnOfRow();
    for (int w = 0; w < match.length; w++) {
      if (match[w] >= 0 && dense[w][match[w]] == 0) {
        match[w] = -1;
      }
    }
    return match;
  }

  private static final class Sums {
    long good;
    long ambiguous;
    long paraphrase;
    long edges;
    long unmatched;
    long concepts;
    double precision;
    double recall;

    void add(
        CodedLanguage language, ConceptCounts counts, int[] match, boolean[] spoken, int record) {
      long weight = language.weights()[record];
      int attributes = language.attributeCount();
      int[] said = counts.wordsOf(record);
      int[] goodWords = new int[said.length];
      int hits = 0;
      int distinct = 0;
      for (int w : said) {
        if (match[w] < 0) {
          paraphrase += weight;
        } else if (means(counts, record, attributes, match[w])) {
          distinct += among(goodWords, hits, w) ? 0 : 1;
          goodWords[hits++] = w;
        } else {
          ambiguous += weight;
        }
      }
      good += hits * weight;
      edges += weight * Math.max(said.length, attributes);
      concepts += weight * attributes;
      for (int a = 0; a < attributes; a++) {
        unmatched += spoken[counts.concept(record, a)] ? 0 : weight;
      }
      precision += said.length == 0 ? 0 : weight * (double) distinct / said.length;
      recall += weight * (double) distinct / attributes;
    }

    private static boolean means(ConceptCounts counts, int record, int attributes, int concept) {
      for (int a = 0; a < attributes; a++) {
        if (counts.concept(record, a) == concept) {
          return true;
        }
      }
      return false;
    }

    private static boolean among(int[] words, int size, int word) {
      for (int i = 0; i < size; i++) {
        if (words[i] == word) {
          return true;
        }
      }
      return false;
    }
  }

  /** The share of good occurrences: 1 for a word of its own for each concept. */
  public double score() {
    return (double) good / edges;
  }

  /** The share of occurrences of matched words out of place. */
  public double ambiguity() {
    return (double) ambiguous / edges;
  }

  /** The share of occurrences of words matched to nothing. */
  public double paraphrasing() {
    return (double) paraphrase / edges;
  }

  /** The share of the records' concepts that no word is matched to. */
  public double unmatched() {
    return (double) unmatchedConcepts / conceptTokens;
  }

  /** The score with its conventions, as the other metrics give it. */
  public MetricResult result() {
    return new MetricResult(
        "concept-best matching",
        score(),
        n,
        0,
        "words are symbols, concepts values of attributes",
        List.of(),
        provenance);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        concept-best matching: %.4g (%d of %d; n = %d)
        ambiguity %.4g, paraphrase %.4g, concepts without a word %.4g
        precision %.4g, recall %.4g
        %d words, %d concepts, %d matched\
        """,
        score(),
        good,
        edges,
        n,
        ambiguity(),
        paraphrasing(),
        unmatched(),
        precision,
        recall,
        words,
        concepts,
        Arrays.stream(conceptOfWord).filter(k -> k >= 0).count());
  }

  @Override
  public Table table() {
    return Quantities.of("concept-best matching")
        .and("match score", score())
        .and("ambiguity", ambiguity())
        .and("paraphrase", paraphrasing())
        .and("concepts without a word", unmatched())
        .and("precision", precision)
        .and("recall", recall)
        .and("words", words)
        .and("concepts", concepts)
        .and("n", (double) n)
        .table();
  }
}
