package murmuration.warning;

import java.util.Map;
import java.util.random.RandomGenerator;

/** The record's values in any order: no memory at all. */
record ShuffleNull(double[] x) implements NullModel {
  static void shuffle(RandomGenerator random, double[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }

  @Override
  public int size() {
    return x.length;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    System.arraycopy(x, 0, out, 0, x.length);
    shuffle(random, out);
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
