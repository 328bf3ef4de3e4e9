package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class RandomOrderTest {
  @Test
  void everyNumberIsThereOnce() {
    int[] order = RandomOrder.of(1000, Rng.of(1));
    assertArrayEquals(IntStream.range(0, 1000).toArray(), Arrays.stream(order).sorted().toArray());
    assertArrayEquals(new int[0], RandomOrder.of(0, Rng.of(1)));
  }

  @Test
  void wholeNumbersAndRealOnesAreShuffledAlike() {
    int[] whole = IntStream.range(0, 50).toArray();
    double[] real = IntStream.range(0, 50).asDoubleStream().toArray();
    RandomOrder.shuffle(whole, Rng.of(7));
    RandomOrder.shuffle(real, Rng.of(7));
    assertArrayEquals(Arrays.stream(whole).asDoubleStream().toArray(), real);
  }

  /** Two tests at fixed seeds, each with a false-alarm rate of 1 in 10,000. */
  @Test
  void allOrdersAreAsLikely() {
    var rng = Rng.of(3);
    assertTrue(evenness(() -> RandomOrder.of(4, rng)) > 1e-4);
    assertTrue(
        evenness(
                () -> {
                  int[] order = {0, 1, 2, 3};
                  RandomOrder.shuffle(order, rng);
                  return order;
                })
            > 1e-4);
  }

  private static double evenness(Supplier<int[]> draw) {
    var counts = new HashMap<String, Long>();
    for (int i = 0; i < 24_000; i++) {
      counts.merge(Arrays.toString(draw.get()), 1L, Long::sum);
    }
    double[] expected = new double[24];
    Arrays.fill(expected, 1000);
    long[] seen = counts.values().stream().mapToLong(c -> c).toArray();
    return new ChiSquareTest().chiSquareTest(expected, seen);
  }

  @Test
  void aNegativeNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RandomOrder.of(-1, Rng.of(1)));
  }
}
