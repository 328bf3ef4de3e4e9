package murmuration.warning;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.math.Arma;
import murmuration.math.ArmaChoice;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The ARMA(p, q) process, p 1..4, q 0..4, of lowest AIC among exact maximum-likelihood fits (Dakos
 * et al. 2012), about the record's mean; earlywarnings has it about 0, which for detrended records
 * is the same. Draws start from the stationary law, so no burn-in is needed.
 */
public final class ArmaNull implements NullModel {
  private final ArmaChoice choice;
  private final double mean;
  private final int size;

  private ArmaNull(ArmaChoice choice, double mean, int size) {
    this.choice = choice;
    this.mean = mean;
    this.size = size;
  }

  static ArmaNull fit(double[] x, int size) {
    double mean = StatUtils.mean(x);
    double[] centred = Arrays.stream(x).map(v -> v - mean).toArray();
    return new ArmaNull(ArmaChoice.of(centred), mean, size);
  }

  /** Every model that was fitted, and the one that is drawn from. */
  public ArmaChoice choice() {
    return choice;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    choice.best().fill(random, out);
    for (int i = 0; i < out.length; i++) {
      out[i] += mean;
    }
  }

  @Override
  public String words() {
    return choice.best() + ", chosen by AIC";
  }

  /** The coefficients {@code ar1..}, {@code ma1..}, {@code sigma} and {@code aic}. */
  @Override
  public Map<String, Double> parameters() {
    Arma best = choice.best();
    var named = coefficients("ar", best.ar());
    named.putAll(coefficients("ma", best.ma()));
    named.put("sigma", Math.sqrt(best.sigma2()));
    named.put("aic", best.aic());
    return Map.copyOf(named);
  }

  private static Map<String, Double> coefficients(String name, double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .collect(Collectors.toMap(i -> name + (i + 1), i -> values[i]));
  }
}
