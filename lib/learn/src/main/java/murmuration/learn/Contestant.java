package murmuration.learn;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.Kendall;
import murmuration.math.Rng;
import murmuration.warning.Indicator;
import murmuration.warning.Window;

/**
 * Something that scores records, higher where it speaks for an approaching bifurcation: what a
 * {@link DetectorTrial} compares.
 *
 * <pre>{@code
 * var mine = Contestant.of("range", x -> DoubleStream.of(x).max().orElse(0));
 * }</pre>
 *
 * @param name its name in tables and figures
 * @param score from a record, not detrended, to a number; called from several threads
 */
public record Contestant(String name, ToDoubleFunction<double[]> score) {
  /** Refuses null. */
  public Contestant {
    Arguments.present("name", name);
    Arguments.present("score", score);
  }

  /** A score of one's own. */
  public static Contestant of(String name, ToDoubleFunction<double[]> score) {
    return new Contestant(name, score);
  }

  /** The score of a learned detector, under the name of how it learned. */
  public static Contestant of(LearnedDetector detector) {
    Arguments.present("detector", detector);
    return new Contestant(detector.learner().toString(), detector::score);
  }

  /**
   * One less the p of a learned detector: what it is worth beside surrogates of the record.
   *
   * @param detector the detector
   * @param surrogates surrogates of a record, at least 19
   * @param seed seed of the random numbers; a record brings the rest of its seed with it
   */
  public static Contestant calibrated(LearnedDetector detector, int surrogates, long seed) {
    Arguments.present("detector", detector);
    Arguments.require(
        surrogates >= 19 && surrogates <= 1_000_000,
        "surrogates is %d: expected 19 to a million",
        surrogates);
    return new Contestant(
        "1 - p, " + detector.learner(),
        x -> {
          SignalFeatures.check(x);
          return 1 - detector.p(x, surrogates, Rng.seed(seed, Arrays.hashCode(x)));
        });
  }

  /**
   * Kendall's tau of an indicator in windows of half of the record, detrended as {@link
   * SignalFeatures} are; 0 where the indicator has no trend at all.
   */
  public static Contestant tauOf(Indicator indicator) {
    Arguments.present("indicator", indicator);
    return new Contestant(
        "τ of " + indicator.name(),
        x -> {
          double[] t = IntStream.range(0, x.length).asDoubleStream().toArray();
          double[] residual = FeatureMeter.DETREND.residuals(t, x);
          double tau = Kendall.tau(indicator.rolling(residual, Window.fraction(0.5)));
          return Double.isNaN(tau) ? 0 : tau;
        });
  }

  /** Its name. */
  @Override
  public String toString() {
    return name;
  }
}
