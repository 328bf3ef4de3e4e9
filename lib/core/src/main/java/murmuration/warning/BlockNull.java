package murmuration.warning;

import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Digits;

/**
 * Stretches of the record, from random starts and around its end, one after the other: the circular
 * block bootstrap (Politis and Romano 1992) with blocks of one length, or the stationary bootstrap
 * (Politis and Romano 1994) with geometric lengths.
 */
record BlockNull(double[] x, double length, boolean geometric) implements NullModel {
  @Override
  public int size() {
    return x.length;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    int at = 0;
    int left = 0;
    for (int i = 0; i < out.length; i++) {
      boolean fresh = geometric ? i == 0 || random.nextDouble() * length < 1 : left == 0;
      if (fresh) {
        at = random.nextInt(x.length);
        left = (int) length;
      }
      out[i] = x[at];
      at = at + 1 == x.length ? 0 : at + 1;
      left--;
    }
  }

  @Override
  public String words() {
    return String.format(
        Locale.ROOT,
        "blocks of %s%s values of the record (%s bootstrap)",
        geometric ? "on average " : "",
        Digits.of(length, 4),
        geometric ? "stationary" : "circular block");
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }
}
