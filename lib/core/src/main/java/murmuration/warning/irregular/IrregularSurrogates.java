package murmuration.warning.irregular;

import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.warning.Surrogates;

/**
 * What chance alone would do at a record's own times: a null, how many series to draw, the seed.
 *
 * <pre>{@code
 * Surrogates.Source source = IrregularSurrogates.ornsteinUhlenbeck(1000).seed(1).from(residual);
 * source.words();                      // which null, and what was fitted
 * double[] first = source.next(0);     // values at the times of the residual
 * }</pre>
 *
 * <p>The source goes wherever one of {@link Surrogates} goes, such as {@link
 * murmuration.warning.SurrogateTest}. Since surrogates have the record's times, whatever its gaps
 * do to an indicator they do to theirs.
 *
 * @param kind the null
 * @param count surrogates to draw, at least 1
 * @param seed seed of the random numbers
 */
public record IrregularSurrogates(Kind kind, int count, long seed) {
  private static final int LEAST = 8;
  private static final int MOST = 10_000_000;

  /** The nulls. */
  public enum Kind {
    /** A stable state with noise: AR(1) in continuous time, fitted by maximum likelihood. */
    ORNSTEIN_UHLENBECK,
    /** The record's values in the order of waves with its Lomb-Scargle amplitudes. */
    LOMB_SCARGLE,
    /** The record's values in random order. */
    SHUFFLE
  }

  /** Checks the ranges. */
  public IrregularSurrogates {
    Arguments.present("kind", kind);
    Arguments.require(
        count >= 1 && count <= MOST, "count is %d: expected 1 to %d surrogates", count, MOST);
  }

  /**
   * Realisations of the Ornstein-Uhlenbeck process of highest likelihood, exact at uneven steps and
   * started from its stationary law (Mudelsee 2002, TAUEST): the default, and what AR(1) is at
   * equal steps.
   */
  public static IrregularSurrogates ornsteinUhlenbeck(int count) {
    return new IrregularSurrogates(Kind.ORNSTEIN_UHLENBECK, count, 0);
  }

  /**
   * The record's own values in the order of a sum of sine waves with the amplitudes of its {@link
   * LombScargle} periodogram and uniform phases: a random-phase stand-in for the annealed
   * surrogates of Schreiber and Schmitz (1999). At equal steps these are amplitude-adjusted Fourier
   * surrogates. At uneven steps power of a red spectrum leaks into high frequencies, so they have
   * less memory than the record; prefer {@link #ornsteinUhlenbeck} where slowing down is asked
   * about.
   */
  public static IrregularSurrogates lombScargle(int count) {
    return new IrregularSurrogates(Kind.LOMB_SCARGLE, count, 0);
  }

  /** Permutations of the values: no memory at all. */
  public static IrregularSurrogates shuffle(int count) {
    return new IrregularSurrogates(Kind.SHUFFLE, count, 0);
  }

  /** The same with another seed; the default is 0. */
  public IrregularSurrogates seed(long value) {
    return new IrregularSurrogates(kind, count, value);
  }

  /**
   * Fits the null, once.
   *
   * @param residual the detrended record; missing values are left out; at least 8 that vary
   */
  public Surrogates.Source from(TimeSeries residual) {
    var record = IrregularRecord.checked(residual, LEAST);
    return switch (kind) {
      case ORNSTEIN_UHLENBECK ->
          new Surrogates.Source(OrnsteinUhlenbeckNull.fit(record), count, seed);
      case LOMB_SCARGLE -> new Surrogates.Source(new LombScargleNull(record), count, seed);
      case SHUFFLE -> Surrogates.shuffle(count).seed(seed).from(record.values());
    };
  }
}
