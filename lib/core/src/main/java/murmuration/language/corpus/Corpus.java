package murmuration.language.corpus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.Histogram;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * A sequence of tokens, each the frequency rank of its symbol: token 0 is the most frequent symbol
 * of this corpus, token 1 the next. Two corpora then share their tokens by a convention, rank k of
 * one standing for rank k of the other; nothing else makes symbols of two languages the same.
 * Immutable.
 */
public final class Corpus {
  private final String name;
  private final int[] tokens;
  private final int[] symbols;

  private Corpus(String name, int[] tokens, int[] symbols) {
    this.name = name;
    this.tokens = tokens;
    this.symbols = symbols;
  }

  /**
   * Ranks symbols by how often they occur; the lower of equally frequent ones comes first.
   *
   * @param name what it is called
   * @param symbols any whole numbers, at least one
   */
  public static Corpus of(String name, int[] symbols) {
    Arguments.present("name", name);
    Arguments.present("symbols", symbols);
    Arguments.require(symbols.length > 0, "symbols is empty: expected at least one");
    int[] sorted = symbols.clone();
    Arrays.sort(sorted);
    int[] types = IntStream.of(sorted).distinct().toArray();
    int[] counts = new int[types.length];
    int type = 0;
    for (int symbol : sorted) {
      type += symbol == types[type] ? 0 : 1;
      counts[type]++;
    }
    int[] order =
        IntStream.range(0, types.length)
            .boxed()
            .sorted(Comparator.comparingInt(t -> -counts[t]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rank = new int[types.length];
    for (int r = 0; r < order.length; r++) {
      rank[order[r]] = r;
    }
    return new Corpus(
        name,
        IntStream.of(symbols).map(s -> rank[Arrays.binarySearch(types, s)]).toArray(),
        IntStream.of(order).map(t -> types[t]).toArray());
  }

  /**
   * The characters of a text in lower case, ranked by how often they occur: the symbols are Unicode
   * code points.
   *
   * @param name what it is called
   * @param text a text that is not empty
   */
  public static Corpus ofText(String name, String text) {
    Arguments.present("text", text);
    Arguments.require(!text.isEmpty(), "text is empty: expected at least one character");
    return of(name, text.toLowerCase(Locale.ROOT).codePoints().toArray());
  }

  /**
   * The same with at most k tokens: the k - 1 most frequent symbols keep theirs, all others share
   * the last, k - 1.
   *
   * @param k at least 1
   */
  public Corpus alphabet(int k) {
    Arguments.require(k >= 1, "k is %d: expected at least 1 token", k);
    return new Corpus(
        name,
        IntStream.of(tokens).map(t -> Math.min(t, k - 1)).toArray(),
        Arrays.copyOf(symbols, Math.min(k, symbols.length)));
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Tokens in all. */
  public int size() {
    return tokens.length;
  }

  /** Different tokens: they are 0 to this less 1. */
  public int vocabulary() {
    return symbols.length;
  }

  /** The tokens in order, frequency ranks from 0. */
  public int[] tokens() {
    return tokens.clone();
  }

  /** The tokens from position {@code from} on, {@code to} not among them. */
  public int[] tokens(int from, int to) {
    Arguments.require(
        from >= 0 && from <= to && to <= size(),
        "positions are %d to %d: expected 0 to %d",
        from,
        to,
        size());
    return Arrays.copyOfRange(tokens, from, to);
  }

  /** The symbol that a token stands for; the first of them where {@link #alphabet} merged some. */
  public int symbol(int token) {
    Arguments.require(
        token >= 0 && token < vocabulary(),
        "token is %d: expected 0 to %d",
        token,
        vocabulary() - 1);
    return symbols[token];
  }

  /** How often each token occurs, by token. */
  public int[] counts() {
    int[] counts = new int[vocabulary()];
    for (int token : tokens) {
      counts[token]++;
    }
    return counts;
  }

  /** Shannon entropy of single tokens, plug-in, in bits. */
  public double entropy() {
    return Histogram.entropy(counts()) / Math.log(2);
  }

  /** One row a token: {@code token}, {@code symbol}, {@code count}, {@code share}. */
  public Table table() {
    int[] counts = counts();
    return Table.create(
        name,
        IntColumn.create("token", IntStream.range(0, vocabulary()).toArray()),
        IntColumn.create("symbol", symbols),
        IntColumn.create("count", counts),
        DoubleColumn.create("share", IntStream.of(counts).mapToDouble(c -> c / (double) size())));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d tokens of %d kinds, %.4g bits a token",
        name,
        size(),
        vocabulary(),
        entropy());
  }
}
