package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
  @Test
  void theStreamIsThatOfSplittableRandom() {
    var ours = new SplitMix64(42);
    var theirs = new SplittableRandom(42);
    for (int i = 0; i < 100; i++) {
      assertEquals(theirs.nextLong(), ours.nextLong());
    }
  }

  @Test
  void theSeedOfStreamIOfAStudyIsItsDrawI() {
    var stream = new SplitMix64(7);
    for (int i = 0; i < 20; i++) {
      assertEquals(stream.nextLong(), Rng.seed(7, i));
    }
  }

  @Test
  void skippedDrawsAreGone() {
    var slow = new SplitMix64(3);
    var fast = new SplitMix64(3);
    for (int i = 0; i < 1000; i++) {
      slow.nextLong();
    }
    fast.skip(1000);
    assertEquals(slow.nextLong(), fast.nextLong());
  }

  /** Chi-squared of 6 shuffles of 3 with 6,000 draws; 5 degrees: above 25.7 once in 10,000. */
  @Test
  void allOrdersOfAShuffleAreEquallyLikely() {
    var rng = new SplitMix64(1);
    int[] counts = new int[27];
    for (int i = 0; i < 6000; i++) {
      int[] order = {0, 1, 2};
      rng.shuffle(order);
      counts[9 * order[0] + 3 * order[1] + order[2]]++;
    }
    double statistic =
        Arrays.stream(counts)
            .filter(c -> c > 0)
            .mapToDouble(c -> (c - 1e3) * (c - 1e3) / 1e3)
            .sum();
    assertEquals(6, Arrays.stream(counts).filter(c -> c > 0).count());
    assertEquals(true, statistic < 25.7, "chi-squared " + statistic);
  }

  @Test
  void boundedDrawsStayInBounds() {
    var rng = new SplitMix64(5);
    int[] seen = IntStream.range(0, 1000).map(i -> rng.bounded(3)).distinct().sorted().toArray();
    assertArrayEquals(new int[] {0, 1, 2}, seen);
  }
}
