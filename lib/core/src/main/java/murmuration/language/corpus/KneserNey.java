package murmuration.language.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * An interpolated n-gram model with modified Kneser-Ney smoothing (Chen and Goodman 1999, An
 * empirical study of smoothing techniques for language modeling, Computer Speech and Language
 * 13:359):
 *
 * <pre>{@code p(w | c) = (n(cw) - D(n(cw))) / n(c) + g(c) p(w | c without its first token)}</pre>
 *
 * <p>with n the counts of the highest order, and below it the number of different tokens that come
 * before cw; n(c) their sum over w; D the {@link Discounts} of the order; and g(c) what they took
 * off, over n(c). Below single tokens stands the uniform law over the vocabulary, so that every
 * token has a probability above 0. A context that was never seen leaves the shorter one as it is.
 * The text is one stream: nothing marks its start, and its first tokens have no token before them.
 *
 * <p>Immutable. Memory is 50 to 75 bytes for each different n-gram.
 */
public final class KneserNey implements TokenModel {
  /** The order that is taken where none is given: five tokens, four of them context. */
  public static final int DEFAULT_ORDER = 5;

  private static final int HIGHEST_ORDER = 20;

  private final NgramTrie trie;
  private final Discounts[] discounts;
  private final double[] share; // of a node given its context: (count - discount) / total
  private final double[] rest; // of a context: what its discounts took off, 1 where never seen

  private KneserNey(NgramTrie trie) {
    this.trie = trie;
    discounts = discounts(trie);
    share = new double[trie.size];
    rest = new double[trie.size];
    double[] total = new double[trie.size];
    for (int node = 1; node < trie.size; node++) {
      total[trie.parent[node]] += trie.count[node];
      rest[trie.parent[node]] += taken(node);
    }
    for (int node = 1; node < trie.size; node++) {
      int count = trie.count[node];
      share[node] = count == 0 ? 0 : (count - taken(node)) / total[trie.parent[node]];
    }
    for (int node = 0; node < trie.size; node++) {
      rest[node] = total[node] == 0 ? 1 : rest[node] / total[node];
    }
  }

  /** The model of a corpus: order 5, over the vocabulary of the corpus. */
  public static KneserNey of(Corpus corpus) {
    return of(corpus, DEFAULT_ORDER, Arguments.present("corpus", corpus).vocabulary());
  }

  /**
   * The model of a corpus.
   *
   * @param order longest n-gram, 1 to 20
   * @param vocabulary kinds of tokens that may come, at least those of the corpus, at most a
   *     million
   */
  public static KneserNey of(Corpus corpus, int order, int vocabulary) {
    return of(Arguments.present("corpus", corpus).tokens(), order, vocabulary);
  }

  /**
   * The model of tokens.
   *
   * @param tokens at least one, each 0 to vocabulary less 1
   * @param order longest n-gram, 1 to 20
   * @param vocabulary kinds of tokens that may come, 1 to a million
   */
  public static KneserNey of(int[] tokens, int order, int vocabulary) {
    Arguments.present("tokens", tokens);
    Arguments.require(tokens.length > 0, "tokens is empty: expected at least one");
    Arguments.require(
        order >= 1 && order <= HIGHEST_ORDER,
        "order is %d: expected 1 to %d",
        order,
        HIGHEST_ORDER);
    known(tokens, ZipfMandelbrot.vocabulary(vocabulary));
    return new KneserNey(new NgramTrie(tokens, order, vocabulary));
  }

  private static void known(int[] tokens, int vocabulary) {
    for (int i = 0; i < tokens.length; i++) {
      Arguments.require(
          tokens[i] >= 0 && tokens[i] < vocabulary,
          "tokens[%d] is %d: expected 0 to %d",
          i,
          tokens[i],
          vocabulary - 1);
    }
  }

  private static Discounts[] discounts(NgramTrie trie) {
    long[][] n = new long[trie.order + 1][5];
    for (int node = 1; node < trie.size; node++) {
      n[trie.depth[node]][Math.min(trie.count[node], 5) % 5]++;
    }
    return IntStream.rangeClosed(1, trie.order)
        .mapToObj(k -> Discounts.of(n[k][1], n[k][2], n[k][3], n[k][4]))
        .toArray(Discounts[]::new);
  }

  private double taken(int node) {
    return discounts[trie.depth[node] - 1].of(trie.count[node]);
  }

  /** Longest n-gram. */
  public int order() {
    return trie.order;
  }

  @Override
  public int vocabulary() {
    return trie.vocabulary;
  }

  /**
   * The discounts of an order.
   *
   * @param n 1 for single tokens to {@link #order}
   */
  public Discounts discounts(int n) {
    return discounts[checked(n) - 1];
  }

  /** How many different n-grams of this length were seen. */
  public int ngrams(int n) {
    checked(n);
    return n == 1
        ? trie.kinds
        : (int) IntStream.range(1, trie.size).filter(node -> trie.depth[node] == n).count();
  }

  private int checked(int n) {
    Arguments.require(n >= 1 && n <= order(), "n is %d: expected 1 to %d", n, order());
    return n;
  }

  /**
   * The probabilities of all tokens after a context; they sum to 1.
   *
   * @param context the tokens before, of which the last {@code order - 1} count; may be empty
   */
  public double[] distribution(int... context) {
    Arguments.present("context", context);
    known(context, vocabulary());
    int[] state = start();
    int[] spare = start();
    for (int token : context) {
      step(state, spare, token);
      int[] old = state;
      state = spare;
      spare = old;
    }
    double[] p = new double[vocabulary()];
    for (int token = 0; token < p.length; token++) {
      p[token] = step(state, spare, token);
    }
    return p;
  }

  @Override
  public double[] probabilities(int[] tokens) {
    known(Arguments.present("tokens", tokens), vocabulary());
    double[] p = new double[tokens.length];
    int[] state = start();
    int[] next = start();
    for (int i = 0; i < tokens.length; i++) {
      p[i] = step(state, next, tokens[i]);
      int[] old = state;
      state = next;
      next = old;
    }
    return p;
  }

  /** The nodes of the last 0, 1, ... order - 1 tokens; -1 where they were never seen. */
  private int[] start() {
    int[] state = new int[order()];
    Arrays.fill(state, 1, state.length, -1);
    return state;
  }

  /** The probability of a token, whose context is then in {@code next}. */
  private double step(int[] state, int[] next, int token) {
    double p = 1.0 / trie.vocabulary;
    int node = 0;
    int length = 0;
    while (length < state.length && state[length] >= 0) {
      node = node < 0 ? -1 : trie.child(state[length], token);
      p = rest[state[length]] * p + (node < 0 ? 0 : share[node]);
      length++;
      if (length < next.length) {
        next[length] = node;
      }
    }
    if (length + 1 < next.length) {
      Arrays.fill(next, length + 1, next.length, -1);
    }
    return p;
  }

  /** One row an order: its n-grams and discounts, and how many of these fell back. */
  public Table table() {
    return Table.create(
        "Kneser-Ney, order " + order(),
        IntColumn.create("order", IntStream.rangeClosed(1, order()).toArray()),
        IntColumn.create("n-grams", IntStream.rangeClosed(1, order()).map(this::ngrams).toArray()),
        column("D1", Discounts::one),
        column("D2", Discounts::two),
        column("D3+", Discounts::more),
        IntColumn.create("fallbacks", Arrays.stream(discounts).mapToInt(Discounts::fallbacks)));
  }

  private DoubleColumn column(String name, ToDoubleFunction<Discounts> of) {
    return DoubleColumn.create(name, Arrays.stream(discounts).mapToDouble(of).toArray());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "modified Kneser-Ney of order %d over %d tokens; different n-grams by length: %s",
        order(),
        vocabulary(),
        IntStream.rangeClosed(1, order())
            .mapToObj(n -> "" + ngrams(n))
            .collect(Collectors.joining(", ")));
  }
}
