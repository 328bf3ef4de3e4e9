package murmuration.warning.multivariate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import murmuration.math.Arguments;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;

/**
 * What chance alone would do to several variables: a null model, how many records to draw from it,
 * and the seed. Draws are the same whatever the number of threads.
 *
 * <p>All nulls are fitted to the whole record and draw as many samples at the same times. Gaps of
 * the record are filled by straight lines for the fit and cut into every draw. A column that is
 * constant stays so.
 *
 * @param kind the null
 * @param count surrogates to draw, at least 1
 * @param seed seed of the random numbers
 */
public record MultivariateSurrogates(Kind kind, int count, long seed) {
  /** The null models. */
  public enum Kind {
    /**
     * A vector autoregression of order 1 by moments: keeps variances, correlations and the lag-1
     * cross-correlations, and is always stationary. Draws are Gaussian.
     */
    VAR1,
    /**
     * Phases turned by the same random angles in all columns: keeps every auto- and
     * cross-correlation (Prichard and Theiler 1994).
     */
    JOINT_PHASES,
    /** Phases turned by each column's own angles: keeps autocorrelations, breaks all others. */
    INDEPENDENT_PHASES
  }

  private static final int MOST = 10_000_000;

  /** Checks the ranges. */
  public MultivariateSurrogates {
    Arguments.present("kind", kind);
    Arguments.require(
        count >= 1 && count <= MOST, "count is %d: expected 1 to %d surrogates", count, MOST);
  }

  /** A VAR(1) with the record's covariance and lag-1 cross-covariance. */
  public static MultivariateSurrogates var1(int count) {
    return new MultivariateSurrogates(Kind.VAR1, count, 0);
  }

  /** The record's spectra and cross-spectra with random phases. */
  public static MultivariateSurrogates jointPhases(int count) {
    return new MultivariateSurrogates(Kind.JOINT_PHASES, count, 0);
  }

  /** The record's spectra with random phases of each column's own. */
  public static MultivariateSurrogates independentPhases(int count) {
    return new MultivariateSurrogates(Kind.INDEPENDENT_PHASES, count, 0);
  }

  /** The same with another seed; the default is 0. */
  public MultivariateSurrogates seed(long value) {
    return new MultivariateSurrogates(kind, count, value);
  }

  /**
   * Fits the null, once. Its draws are row-major: n rows of k values.
   *
   * @param series the record, equally spaced, at least 3 samples
   */
  public Surrogates.Source from(MultivariateSeries series) {
    Arguments.require(
        Arguments.present("series", series).size() >= 3,
        "series has %d samples: expected at least 3",
        series.size());
    var model =
        switch (kind) {
          case VAR1 -> new Var1Null(series);
          case JOINT_PHASES -> new PhaseNull(series, true);
          case INDEPENDENT_PHASES -> new PhaseNull(series, false);
        };
    return new Surrogates.Source(model, count, seed);
  }

  /**
   * Surrogate number {@code index} of a record, to look at.
   *
   * @param series the record, equally spaced, at least 3 samples
   * @param index 0 or more
   */
  public MultivariateSeries draw(MultivariateSeries series, int index) {
    return shaped(series, from(series).next(index));
  }

  /**
   * Compares any statistic of a record with the same of its surrogates.
   *
   * @param name what it is called
   * @param statistic from a record to a number; called from several threads
   * @param series the record, equally spaced, at least 3 samples
   */
  public SurrogateTest test(
      String name, ToDoubleFunction<MultivariateSeries> statistic, MultivariateSeries series) {
    Arguments.present("name", name);
    Arguments.present("statistic", statistic);
    var source = from(series);
    return SurrogateTest.of(
            List.of(name),
            new double[] {statistic.applyAsDouble(series)},
            flat -> new double[] {statistic.applyAsDouble(shaped(series, flat))},
            source)
        .getFirst();
  }

  private static MultivariateSeries shaped(MultivariateSeries like, double[] flat) {
    return like.values(Matrices.rows(flat, like.size(), like.width()));
  }
}
