package murmuration.language.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KneserNeyTest {
  /** a b a c a b: pairs ab twice, ba, ac, ca once; before a come b and c, before b and c only a. */
  private static final int[] TOY = {0, 1, 0, 2, 0, 1};

  @Test
  void aToyCorpusGivesWhatIsWorkedByHand() {
    var model = KneserNey.of(TOY, 2, 3);
    // pairs: n1 = 3, n2 = 1, n3 = 0, Y = 3/5; D1 = 1 - 2 Y/3 = 3/5; no D2, no D3: Y
    assertEquals(new Discounts(0.6, 0.6, 0.6, 2), rounded(model.discounts(2)));
    // predecessors: 2, 1, 1; n1 = 2, n2 = 1, Y = 1/2; D1 = 1/2
    assertEquals(new Discounts(0.5, 0.5, 0.5, 2), rounded(model.discounts(1)));
    // single tokens: (2 - 1/2)/4 and (1 - 1/2)/4, and 3/8 of the uniform law
    assertArrayEquals(new double[] {0.5, 0.25, 0.25}, model.distribution(), 1e-15);
    // after a: counts 2 and 1 of 3, 2/5 left over
    assertArrayEquals(
        new double[] {0.4 * 0.5, 1.4 / 3 + 0.4 * 0.25, 0.4 / 3 + 0.4 * 0.25},
        model.distribution(0),
        1e-15);
    // after b: one pair, 3/5 left over
    assertArrayEquals(new double[] {0.4 + 0.3, 0.15, 0.15}, model.distribution(1), 1e-15);
    assertEquals(3, model.ngrams(1));
    assertEquals(4, model.ngrams(2));
    double expected =
        -(Math.log(0.5)
                + 2 * Math.log(1.4 / 3 + 0.1)
                + Math.log(0.7)
                + Math.log(0.4 / 3 + 0.1)
                + Math.log(0.7))
            / 6;
    assertEquals(expected, model.crossEntropy(TOY), 1e-15);
  }

  private static Discounts rounded(Discounts d) {
    return new Discounts(
        Math.round(d.one() * 1e12) / 1e12,
        Math.round(d.two() * 1e12) / 1e12,
        Math.round(d.more() * 1e12) / 1e12,
        d.fallbacks());
  }

  @Test
  void discountsFollowChenAndGoodman() {
    var d = Discounts.of(100, 50, 30, 20); // Y = 1/2
    assertEquals(0.5, d.one(), 1e-15);
    assertEquals(2 - 1.5 * 0.6, d.two(), 1e-15);
    assertEquals(3 - 2 * 2.0 / 3, d.more(), 1e-15);
    assertEquals(0, d.fallbacks());
  }

  @Test
  void discountsFallBackWhereCountsOfCountsAreMissing() {
    assertEquals(new Discounts(0.5, 1, 1.5, 3), Discounts.of(0, 3, 4, 5));
    assertEquals(new Discounts(0.5, 1, 1.5, 3), Discounts.of(7, 0, 4, 5));
    assertEquals(new Discounts(0.5, 0.5, 0.5, 2), Discounts.of(2, 1, 0, 9));
    var none = Discounts.of(10, 5, 100, 1); // D2 by the equation is below 0
    assertEquals(0.5, none.two());
    assertThrows(IllegalArgumentException.class, () -> Discounts.of(-1, 0, 0, 0));
  }

  @Test
  void orderOneIsTheDiscountedFrequencyOverTheUniformLaw() {
    int[] tokens = {0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4};
    var model = KneserNey.of(tokens, 1, 6);
    var d = model.discounts(1); // n1 = 2, n2 = 1, n3 = 1, n4 = 0
    double rest = (2 * d.one() + d.two() + 2 * d.more()) / 12 / 6;
    assertArrayEquals(
        new double[] {
          (5 - d.more()) / 12 + rest,
          (3 - d.more()) / 12 + rest,
          (2 - d.two()) / 12 + rest,
          (1 - d.one()) / 12 + rest,
          (1 - d.one()) / 12 + rest,
          rest
        },
        model.distribution(4, 4),
        1e-15);
  }

  @Test
  void aSingleTokenTeachesNothingAboutPairs() {
    assertArrayEquals(
        new double[] {0.25, 0.25, 0.25, 0.25}, KneserNey.of(new int[] {2}, 3, 4).distribution(2));
  }

  @Property(tries = 300)
  void everyContextHasProbabilitiesThatSumToOneAndAreAboveZero(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 4) Integer> text,
      @ForAll @Size(max = 6) List<@IntRange(max = 5) Integer> context,
      @ForAll @IntRange(min = 1, max = 6) int order) {
    double[] p = KneserNey.of(ints(text), order, 6).distribution(ints(context));
    assertEquals(1, Arrays.stream(p).sum(), 1e-12);
    assertTrue(Arrays.stream(p).allMatch(v -> v > 0));
  }

  @Property(tries = 300)
  void theTrieGivesWhatTheFormulaGivesByListsOfNgrams(
      @ForAll @Size(min = 1, max = 80) List<@IntRange(max = 3) Integer> text,
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 3) Integer> test,
      @ForAll @IntRange(min = 1, max = 5) int order) {
    var model = KneserNey.of(ints(text), order, 4);
    double[] p = model.probabilities(ints(test));
    var slow = new Slow(text, order, 4);
    for (int i = 0; i < test.size(); i++) {
      var context = test.subList(Math.max(0, i - order + 1), i);
      assertEquals(slow.probability(context, test.get(i)), p[i], 1e-12);
      assertEquals(p[i], model.distribution(ints(test.subList(0, i)))[test.get(i)], 1e-15);
    }
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The definition, by lists and maps. */
  private static final class Slow {
    private final int vocabulary;
    private final Map<List<Integer>, Integer> counts = new HashMap<>();
    private final Discounts[] discounts;

    Slow(List<Integer> text, int order, int vocabulary) {
      this.vocabulary = vocabulary;
      Set<List<Integer>> longer = new HashSet<>();
      discounts = new Discounts[order + 1];
      for (int n = order; n >= 1; n--) {
        var grams = new ArrayList<List<Integer>>();
        for (int i = 0; i + n <= text.size(); i++) {
          grams.add(List.copyOf(text.subList(i, i + n)));
        }
        Map<List<Integer>, Integer> here = new HashMap<>();
        if (n == order) {
          grams.forEach(g -> here.merge(g, 1, Integer::sum));
        } else {
          longer.forEach(g -> here.merge(g.subList(1, g.size()), 1, Integer::sum));
        }
        long[] c = new long[5];
        here.values().stream().filter(v -> v < 5).forEach(v -> c[v]++);
        discounts[n] = Discounts.of(c[1], c[2], c[3], c[4]);
        counts.putAll(here);
        longer = new HashSet<>(grams);
      }
    }

    double probability(List<Integer> context, int token) {
      double lower =
          context.isEmpty()
              ? 1.0 / vocabulary
              : probability(context.subList(1, context.size()), token);
      double total = 0;
      double taken = 0;
      double own = 0;
      for (int w = 0; w < vocabulary; w++) {
        var gram = new ArrayList<>(context);
        gram.add(w);
        int count = counts.getOrDefault(gram, 0);
        total += count;
        taken += discounts[gram.size()].of(count);
        own = w == token ? count - discounts[gram.size()].of(count) : own;
      }
      return total == 0 ? lower : own / total + taken / total * lower;
    }
  }

  @Test
  void aLongerContextNeverRaisesThePerplexityOfTheTextThatWasLearned() {
    int[] text = UniversalDeclaration.corpus("fin").tokens();
    double last = Double.POSITIVE_INFINITY;
    for (int order = 1; order <= 8; order++) {
      double now = KneserNey.of(text, order, 64).crossEntropy(text);
      assertTrue(now < last, order + ": " + now);
      last = now;
    }
  }

  /** The mean of -ln p over 20,000 tokens: 4 standard errors, false-alarm rate 6e-5, fixed seed. */
  @Test
  void independentTokensCostTheEntropyOfTheirLaw() {
    var law = ZipfMandelbrot.of(20, 1, 2.7);
    var source = new ZipfSource(law);
    var model = KneserNey.of(source.symbols(200_000, 1), 1, 20);
    double[] p = IntStream.range(0, 20).mapToDouble(law::probability).toArray();
    double entropy = -Arrays.stream(p).map(v -> v * Math.log(v)).sum();
    double variance =
        Arrays.stream(p).map(v -> v * Math.log(v) * Math.log(v)).sum() - entropy * entropy;
    assertEquals(
        entropy, model.crossEntropy(source.symbols(20_000, 2)), 4 * Math.sqrt(variance / 20_000));
  }

  @Test
  void tokensOutsideTheVocabularyAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> KneserNey.of(new int[] {3}, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> KneserNey.of(new int[] {-1}, 2, 3));
    var model = KneserNey.of(TOY, 2, 3);
    assertThrows(IllegalArgumentException.class, () -> model.probabilities(new int[] {3}));
    assertThrows(IllegalArgumentException.class, () -> model.crossEntropy(new int[0]));
    assertThrows(IllegalArgumentException.class, () -> KneserNey.of(TOY, 21, 3));
  }

  @Test
  void theTableHasARowForEachOrder() {
    var table = KneserNey.of(TOY, 2, 3).table();
    assertEquals(2, table.rowCount());
    assertEquals(4, table.intColumn("n-grams").get(1));
  }
}
