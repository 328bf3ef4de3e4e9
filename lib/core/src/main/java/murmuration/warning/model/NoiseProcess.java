package murmuration.warning.model;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.warning.NullModel;

/**
 * Noise with memory and without any transition: what indicators must not raise an alarm on.
 *
 * <pre>{@code
 * TimeSeries record = new PinkNoise(1).simulate(500, 1);
 * var null1000 = new Surrogates.Source(AutoregressiveNoise.of(0.7).ofLength(500), 1000, 1);
 * }</pre>
 */
public sealed interface NoiseProcess permits AutoregressiveNoise, RandomWalk, PinkNoise {
  /**
   * Draws one series.
   *
   * @param random the only source of chance
   * @param out the series, at least 1 value; overwritten
   */
  void fill(RandomGenerator random, double[] out);

  /** What it is, in one phrase without a full stop. */
  String words();

  /** Its parameters by name. */
  Map<String, Double> parameters();

  /**
   * A record at the times 0, 1, 2, ...
   *
   * @param n length, 1 to 20 million
   * @param seed seed of the random numbers
   */
  default TimeSeries simulate(int n, long seed) {
    Arguments.require(n >= 1 && n <= 20_000_000, "n is %d: expected 1 to 20 million", n);
    double[] out = new double[n];
    fill(Rng.of(seed, 0), out);
    TimeSeries plain = TimeSeries.of(out);
    return new TimeSeries(plain.times(), out, "x", "step", null, "simulated: " + words());
  }

  /** As a null to compare records of this length with. */
  default NullModel ofLength(int n) {
    Arguments.require(n >= 1 && n <= 20_000_000, "n is %d: expected 1 to 20 million", n);
    NoiseProcess process = this;
    return new NullModel() {
      @Override
      public int size() {
        return n;
      }

      @Override
      public void fill(RandomGenerator random, double[] out) {
        process.fill(random, out);
      }

      @Override
      public String words() {
        return process.words();
      }

      @Override
      public Map<String, Double> parameters() {
        return process.parameters();
      }
    };
  }
}
