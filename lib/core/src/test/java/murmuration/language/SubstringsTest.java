package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SubstringsTest {
  /** Every substring counted one by one. */
  private record Counted(Map<List<Integer>, Long> counts, int longest) {
    static Counted of(Language language) {
      var counts = new HashMap<List<Integer>, Long>();
      int longest = 0;
      for (int i = 0; i < language.size(); i++) {
        var message = IntStream.of(language.message(i)).boxed().toList();
        longest = Math.max(longest, message.size());
        for (int from = 0; from < message.size(); from++) {
          counts.merge(List.of(), language.weight(i), Long::sum);
          for (int to = from + 1; to <= message.size(); to++) {
            counts.merge(message.subList(from, to), language.weight(i), Long::sum);
          }
        }
      }
      counts.putIfAbsent(List.of(), 0L);
      return new Counted(counts, longest);
    }

    double entropy(List<Integer> context, BranchingRule rule) {
      var next = new ArrayList<Long>();
      counts.forEach(
          (s, n) -> {
            if (s.size() == context.size() + 1 && s.subList(0, context.size()).equals(context)) {
              next.add(n);
            }
          });
      double goOn = next.stream().mapToLong(Long::longValue).sum();
      double total = rule == BranchingRule.PEER ? counts.getOrDefault(context, 0L) : goOn;
      return next.stream().mapToDouble(n -> -n / total * Math.log(n / total) / Math.log(2)).sum();
    }
  }

  private static Language random(int seed, boolean weighted) {
    RandomGenerator rng = Rng.of(seed);
    int n = 1 + rng.nextInt(9);
    int symbols = 1 + rng.nextInt(4);
    int[][] messages = new int[n][];
    for (int i = 0; i < n; i++) {
      messages[i] = rng.ints(rng.nextInt(12), 0, symbols).map(s -> s * 100_003).toArray();
    }
    int[][] meanings = new int[n][1];
    var language = Language.of(meanings, messages);
    return weighted ? language.weights(rng.longs(n, 1, 5).toArray()) : language;
  }

  @Property(tries = 150)
  void countsAndEntropiesAreThoseOfCountingOneByOne(@ForAll @IntRange(max = 1_000_000) int seed) {
    var language = random(seed, seed % 2 == 0);
    var counted = Counted.of(language);
    var substrings = Substrings.of(language);
    assertEquals(counted.counts.size(), substrings.distinct());
    assertEquals(counted.longest, substrings.longest());
    for (var rule : BranchingRule.values()) {
      double[] sums = new double[counted.longest + 1];
      double[] weights = new double[counted.longest + 1];
      counted.counts.forEach(
          (s, n) -> {
            int[] context = s.stream().mapToInt(Integer::intValue).toArray();
            double expected = counted.entropy(s, rule);
            assertEquals(n, substrings.count(context));
            assertEquals(expected, substrings.branchingEntropy(rule, context), 1e-12);
            sums[context.length] += n * expected;
            weights[context.length] += n;
          });
      for (int k = 0; k < sums.length; k++) {
        sums[k] = weights[k] == 0 ? 0 : sums[k] / weights[k];
      }
      assertArrayEquals(sums, substrings.conditionalEntropies(rule), 1e-12);
    }
  }

  @Property(tries = 100)
  void theEntropiesAlongAMessageAreThoseOfItsContexts(@ForAll @IntRange(max = 1_000_000) int seed) {
    var language = random(seed, false);
    var substrings = Substrings.of(language);
    double[] along = new double[substrings.longest() + 1];
    for (int i = 0; i < language.size(); i++) {
      int[] message = language.message(i);
      for (int from = 0; from < message.length; from++) {
        substrings.along(
            substrings.messageOfRecord(i), from, substrings.entropies(BranchingRule.PEER), along);
        for (int k = 0; k <= message.length - from; k++) {
          int[] context = Arrays.copyOfRange(message, from, from + k);
          assertEquals(
              substrings.branchingEntropy(BranchingRule.PEER, context),
              along[k],
              0.0,
              "the same to the last bit");
        }
      }
    }
  }

  @Test
  void anEndingIsNoContinuation() {
    var language = Language.of(new int[3][1], new int[][] {{1, 2}, {1, 3}, {2, 1}});
    var substrings = Substrings.of(language);
    assertEquals(3, substrings.count(1));
    assertEquals(2.0 / 3 * Math.log(3) / Math.log(2), peer(substrings, 1), 1e-15);
    assertEquals(1, substrings.branchingEntropy(BranchingRule.RENORMALISED, 1));
    assertEquals(0, peer(substrings, 3));
    assertEquals(0, substrings.count(7));
    assertThrows(IllegalArgumentException.class, () -> peer(substrings, 3, 3));
  }

  private static double peer(Substrings substrings, int... context) {
    return substrings.branchingEntropy(BranchingRule.PEER, context);
  }

  @Test
  void aMessageOfOneSymbolOverAndOverHasOneSubstringOfEachLength() {
    var language = Language.of(new int[1][1], new int[][] {new int[100_000]});
    var substrings = Substrings.of(language);
    assertEquals(100_001, substrings.distinct());
    assertEquals(99_998, substrings.count(0, 0, 0));
  }
}
