package murmuration.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import murmuration.math.Arguments;

/**
 * Every substring of the messages of a language: how often it occurs, and how open it is what comes
 * next. Kept as the sorted suffixes of the messages and the inner nodes of their tree, a few
 * numbers a symbol, however many substrings there are.
 *
 * <pre>{@code
 * var language = Language.of(new int[][] {{0}, {1}, {2}}, new int[][] {{1, 2}, {1, 3}, {2, 1, 3}});
 * var substrings = Substrings.of(language);
 * long often = substrings.count(1);                                        // 3
 * double bits = substrings.branchingEntropy(BranchingRule.PEER, 1);        // 0.918
 * double[] byLength = substrings.conditionalEntropies(BranchingRule.PEER);
 * }</pre>
 *
 * <p>The branching entropy of a context s is {@code h(s) = -sum_a p_a log2 p_a} with {@code p_a =
 * n(sa)/n(s)} over all symbols a; n(s) counts occurrences at the end of a message too, so the
 * shares may add up to less than 1 (Harris 1955; Tanaka-Ishii 2021; Ueda et al. 2023, ICLR, as
 * their code has it). {@link BranchingRule#RENORMALISED} divides by the occurrences that go on.
 */
public final class Substrings {
  private static final long LARGEST = 10_000_000;

  private final int[] symbols;
  private final int[] text;
  private final int[] end;
  private final int[] messageOfRecord;
  private final int[] start;
  private final SuffixOrder order;
  private final long[] upTo;
  private final SubstringTree tree;
  private final int[] place;

  private Substrings(int[] symbols, int[][] messages, long[] weights, int[] messageOfRecord) {
    this.symbols = symbols;
    this.messageOfRecord = messageOfRecord;
    int n = Arrays.stream(messages).mapToInt(m -> m.length).sum();
    text = new int[n];
    end = new int[n];
    start = new int[messages.length + 1];
    long[] weight = new long[n];
    int at = 0;
    for (int m = 0; m < messages.length; m++) {
      start[m] = at;
      for (int symbol : messages[m]) {
        end[at] = start[m] + messages[m].length;
        weight[at] = weights[m];
        text[at++] = Arrays.binarySearch(symbols, symbol);
      }
    }
    start[messages.length] = n;
    order = SuffixOrder.of(text, end, symbols.length);
    upTo = new long[n + 1];
    place = new int[n];
    for (int i = 0; i < n; i++) {
      int suffix = order.suffixes()[i];
      upTo[i + 1] = Math.addExact(upTo[i], weight[suffix]);
      place[suffix] = i;
    }
    tree = SubstringTree.of(order, end, upTo);
  }

  /**
   * Sorts the substrings of a language's messages, under its rule for EOS; a record of weight w
   * counts as w messages.
   *
   * @param language at most 10 million symbols in different messages
   */
  public static Substrings of(Language language) {
    Arguments.present("language", language);
    int[][] messages = language.messageRows();
    var known = new LinkedHashMap<Sequence, Integer>();
    int[] messageOfRecord = new int[messages.length];
    long[] weights = new long[messages.length];
    var symbols = new TreeSet<Integer>();
    long total = 0;
    for (int i = 0; i < messages.length; i++) {
      int fresh = known.size();
      int m = known.computeIfAbsent(new Sequence(messages[i]), key -> fresh);
      messageOfRecord[i] = m;
      weights[m] = Math.addExact(weights[m], language.weight(i));
      if (m == fresh) {
        total += messages[i].length;
        Arrays.stream(messages[i]).forEach(symbols::add);
      }
    }
    Arguments.require(
        total <= LARGEST, "messages have %d symbols: expected at most %d", total, LARGEST);
    return new Substrings(
        symbols.stream().mapToInt(Integer::intValue).toArray(),
        known.keySet().stream().map(Sequence::symbols).toArray(int[][]::new),
        weights,
        messageOfRecord);
  }

  /** Occurrences of this substring in all messages; of none, the number of symbols. */
  public long count(int... substring) {
    int[] range = range(substring);
    return upTo[range[1]] - upTo[range[0]];
  }

  /** Different substrings, with the empty one. */
  public long distinct() {
    long sum = 1;
    for (int i = 0; i < text.length; i++) {
      int suffix = order.suffixes()[i];
      sum += end[suffix] - suffix - order.shared()[i];
    }
    return sum;
  }

  /** Symbols of the longest message. */
  public int longest() {
    int most = 0;
    for (int i = 0; i + 1 < start.length; i++) {
      most = Math.max(most, start[i + 1] - start[i]);
    }
    return most;
  }

  /**
   * How open it is what follows a context, in bits; 0 where nothing follows, or nothing but one
   * symbol.
   *
   * @param rule what shares are shares of
   * @param context symbols that occur together somewhere, or none
   */
  public double branchingEntropy(BranchingRule rule, int... context) {
    Arguments.present("rule", rule);
    int[] range = range(context);
    Arguments.require(
        range[0] < range[1] || context.length == 0,
        "context %s does not occur: expected a substring of a message",
        Arrays.toString(context));
    long[] ways = new long[Math.min(symbols.length, range[1] - range[0])];
    int many = 0;
    int last = -1;
    long goOn = 0;
    for (int i = range[0]; i < range[1]; i++) {
      int next = order.suffixes()[i] + context.length;
      if (next < end[order.suffixes()[i]]) {
        many += text[next] == last ? 0 : 1;
        last = text[next];
        ways[many - 1] += upTo[i + 1] - upTo[i];
        goOn += upTo[i + 1] - upTo[i];
      }
    }
    Arrays.sort(ways, 0, many);
    long total = rule == BranchingRule.PEER ? upTo[range[1]] - upTo[range[0]] : goOn;
    return SubstringTree.entropy(ways, many, total);
  }

  /**
   * {@code H(k) = sum n(s) h(s) / sum n(s)} over contexts s of k symbols, in bits, for k = 0 to the
   * longest message.
   *
   * @param rule what shares are shares of
   */
  public double[] conditionalEntropies(BranchingRule rule) {
    Arguments.present("rule", rule);
    double[] sums = new double[longest() + 1];
    double[] entropies = tree.entropies(rule);
    for (int v = 0; v < entropies.length; v++) {
      sums[tree.depth()[v]] += tree.count()[v] * entropies[v];
    }
    long[] occurrences = new long[sums.length + 1];
    for (int i = 0; i < text.length; i++) {
      int suffix = order.suffixes()[i];
      occurrences[end[suffix] - suffix] += upTo[i + 1] - upTo[i];
    }
    for (int k = sums.length - 1; k >= 0; k--) {
      occurrences[k] += occurrences[k + 1];
      sums[k] = occurrences[k] == 0 ? 0 : sums[k] / occurrences[k];
    }
    return sums;
  }

  /** The different messages are numbered; the number of that of a record. */
  int messageOfRecord(int record) {
    return messageOfRecord[record];
  }

  int messages() {
    return start.length - 1;
  }

  int length(int message) {
    return start[message + 1] - start[message];
  }

  /**
   * The branching entropies of the contexts that begin at one place: {@code into[k]} for the first
   * k symbols from there, k = 0 to what is left of the message.
   */
  void along(int message, int from, double[] entropies, double[] into) {
    int suffix = start[message] + from;
    Arrays.fill(into, 0, end[suffix] - suffix + 1, 0);
    for (int v = tree.above()[place[suffix]]; v >= 0; v = tree.parent()[v]) {
      into[tree.depth()[v]] = entropies[v];
    }
  }

  double[] entropies(BranchingRule rule) {
    return tree.entropies(rule);
  }

  /** First and one past the last of the suffixes that begin like this. */
  private int[] range(int[] substring) {
    Arguments.present("substring", substring);
    int low = 0;
    int high = text.length;
    for (int k = 0; k < substring.length && low < high; k++) {
      int symbol = Arrays.binarySearch(symbols, substring[k]);
      low = symbol < 0 ? high : first(low, high, k, symbol);
      high = symbol < 0 ? high : first(low, high, k, symbol + 1);
    }
    return new int[] {low, high};
  }

  /** The first suffix of a range whose symbol k, -1 beyond the end, is {@code symbol} or more. */
  private int first(int low, int high, int k, int symbol) {
    while (low < high) {
      int mid = (low + high) >>> 1;
      int suffix = order.suffixes()[mid];
      int there = suffix + k < end[suffix] ? text[suffix + k] : -1;
      if (there < symbol) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  @Override
  public String toString() {
    return distinct() + " different substrings of " + messages() + " different messages";
  }
}
