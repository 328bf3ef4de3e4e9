package murmuration.warning;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.RandomOrder;

/** The record's values in any order: no memory at all. */
record ShuffleNull(double[] x) implements NullModel {
  @Override
  public int size() {
    return x.length;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    System.arraycopy(x, 0, out, 0, x.length);
    RandomOrder.shuffle(out, random);
  }

  @Override
  public String words() {
    return "the record's values in random order (shuffle)";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }
}
