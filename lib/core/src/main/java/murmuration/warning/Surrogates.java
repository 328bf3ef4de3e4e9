package murmuration.warning;

import java.util.Arrays;
import java.util.Map;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * What chance alone would do: a null model, how many series to draw from it, and the seed.
 *
 * <pre>{@code
 * var source = Surrogates.ar1(1000).seed(1).from(residuals);   // fits once
 * source.words();                                              // which null, with what parameters
 * double[] first = source.next(0);                             // the same on any thread
 * }</pre>
 *
 * <p>An indicator over sliding windows wanders: for AR(1) noise with phi 0.5, n = 200 and a window
 * of 100, tau of the variance has standard deviation 0.49, so the 5 to 95 % range is -0.76 to 0.75.
 * Only a comparison with surrogates tells a trend from that. None of them corrects for a record
 * having been chosen because it collapsed (Boettiger and Hastings 2012, Early warning signals and
 * the prosecutor's fallacy): such records rise more often than others even where no bifurcation is
 * approached.
 *
 * @param kind the null
 * @param count surrogates to draw, at least 1
 * @param seed seed of the random numbers
 * @param baseline share of the record, from its start, that a fitted null is fitted to
 * @param block length or mean length of blocks, in samples; unused by other kinds
 */
public record Surrogates(Kind kind, int count, long seed, double baseline, int block) {
  /** The null models. */
  public enum Kind {
    /** Red noise fitted by moments; see {@link Ar1Null}. */
    AR1,
    /** The autoregressive moving-average process of lowest AIC; see {@link ArmaNull}. */
    ARMA,
    /** The record's values in random order. */
    SHUFFLE,
    /** The record's amplitude spectrum with uniform phases; bin 0 and Nyquist kept. */
    FOURIER,
    /** Amplitude-adjusted Fourier surrogates. */
    AAFT,
    /** Iterated amplitude-adjusted Fourier surrogates; end on the record's own values. */
    IAAFT,
    /** Blocks of one length, wrapped around. */
    BLOCK_CIRCULAR,
    /** Blocks of geometric length, wrapped around. */
    BLOCK_STATIONARY,
    /** The Ornstein-Uhlenbeck process of highest likelihood: a parametric bootstrap. */
    OU_FIT,
    /**
     * The linear saddle-node process of highest likelihood. It has a transition ahead where its
     * pace m is below 0, so it is the alternative of the likelihood-ratio test, not a null.
     */
    LSN_FIT;

    private boolean isFitted() {
      return this == AR1 || this == ARMA || this == OU_FIT;
    }

    private boolean isBlock() {
      return this == BLOCK_CIRCULAR || this == BLOCK_STATIONARY;
    }
  }

  private static final int DEFAULT_BLOCK = 10;
  private static final int MOST = 10_000_000;

  /** Checks the ranges. */
  public Surrogates {
    Arguments.present("kind", kind);
    Arguments.require(
        count >= 1 && count <= MOST, "count is %d: expected 1 to %d surrogates", count, MOST);
    Arguments.require(
        baseline > 0 && baseline <= 1,
        "baseline is %s: expected a share above 0 and at most 1",
        baseline);
    Arguments.require(
        baseline == 1 || kind.isFitted(),
        "baseline is %s: %s surrogates need the whole record; expected AR1, ARMA or OU_FIT",
        baseline,
        kind);
    Arguments.require(block >= 1, "block is %d: expected at least 1 sample", block);
  }

  private static Surrogates of(Kind kind, int count) {
    return new Surrogates(kind, count, 0, 1, DEFAULT_BLOCK);
  }

  /** Red noise with the record's autocorrelation at lag 1 and variance. */
  public static Surrogates ar1(int count) {
    return of(Kind.AR1, count);
  }

  /** ARMA(p, q), p 1..4, q 0..4, no mean, by exact maximum likelihood and AIC (Dakos 2012). */
  public static Surrogates arma(int count) {
    return of(Kind.ARMA, count);
  }

  /** Permutations of the record. */
  public static Surrogates shuffle(int count) {
    return of(Kind.SHUFFLE, count);
  }

  /** The record's spectrum with random phases. */
  public static Surrogates fourier(int count) {
    return of(Kind.FOURIER, count);
  }

  /** Amplitude-adjusted Fourier surrogates. */
  public static Surrogates aaft(int count) {
    return of(Kind.AAFT, count);
  }

  /** Iterated amplitude-adjusted Fourier surrogates (Schreiber and Schmitz 1996). */
  public static Surrogates iaaft(int count) {
    return of(Kind.IAAFT, count);
  }

  /** Circular blocks of 10 samples; see {@link #block}. */
  public static Surrogates blockCircular(int count) {
    return of(Kind.BLOCK_CIRCULAR, count);
  }

  /** Stationary bootstrap with blocks of 10 samples on average; see {@link #block}. */
  public static Surrogates blockStationary(int count) {
    return of(Kind.BLOCK_STATIONARY, count);
  }

  /**
   * Ornstein-Uhlenbeck processes by exact maximum likelihood, from the record's first value
   * (Boettiger and Hastings 2012): red noise in continuous time, whose rate does not share the bias
   * of moments.
   */
  public static Surrogates ouFit(int count) {
    return of(Kind.OU_FIT, count);
  }

  /**
   * Linear saddle-node processes by exact maximum likelihood, from the record's first value
   * (Boettiger and Hastings 2012). <strong>Not a null</strong>: it deteriorates where the record
   * does. Compared with these, a statistic says how far a record is from what a saddle-node that is
   * approached would do; {@link #ouFit} says how far it is from a stable state. It wants the record
   * itself, not residuals about 0: its noise goes with the level.
   */
  public static Surrogates lsnFit(int count) {
    return of(Kind.LSN_FIT, count);
  }

  /** The same with another seed; the default is 0. */
  public Surrogates seed(long value) {
    return new Surrogates(kind, count, value, baseline, block);
  }

  /** The same with the null fitted to the first {@code share} of the record (Bury et al. 2021). */
  public Surrogates baseline(double share) {
    return new Surrogates(kind, count, seed, share, block);
  }

  /** The same with blocks of this length, or mean length. */
  public Surrogates block(int length) {
    Arguments.require(kind.isBlock(), "block %d: %s surrogates have no blocks", length, kind);
    return new Surrogates(kind, count, seed, baseline, length);
  }

  /**
   * Fits the null, once.
   *
   * @param residuals the detrended record, equally spaced, without NaN, not constant; at least 3
   *     values, 5 for OU_FIT, 6 for LSN_FIT, 20 for ARMA, and at least one block
   * @throws IllegalArgumentException if the record is none of that
   */
  public Source from(double[] residuals) {
    Arguments.finite("residuals", residuals, 3);
    int used = baseline == 1 ? residuals.length : (int) Math.floor(baseline * residuals.length);
    Arguments.require(
        used >= 3,
        "baseline %s is %d of %d values: expected at least 3",
        baseline,
        used,
        residuals.length);
    double[] fitted = Arrays.copyOf(residuals, used);
    Arguments.require(
        Arrays.stream(fitted).anyMatch(v -> v != fitted[0]),
        "residuals are constant (%s): expected values that vary",
        fitted[0]);
    return new Source(model(fitted, residuals.length), count, seed);
  }

  private NullModel model(double[] x, int n) {
    return switch (kind) {
      case AR1 -> Ar1Null.fit(x, n);
      case ARMA -> ArmaNull.fit(x, n);
      case SHUFFLE -> new ShuffleNull(x);
      case FOURIER -> new FourierNull(x);
      case AAFT -> new AmplitudeAdjustedNull(x, false);
      case IAAFT -> new AmplitudeAdjustedNull(x, true);
      case OU_FIT -> ProcessNull.stable(x, n);
      case LSN_FIT -> ProcessNull.approaching(x, n);
      case BLOCK_CIRCULAR, BLOCK_STATIONARY -> {
        Arguments.require(block <= n, "block %d is longer than the series (n = %d)", block, n);
        yield new BlockNull(x, block, kind == Kind.BLOCK_STATIONARY);
      }
    };
  }

  /**
   * A fitted null and its numbered draws. Also the way in for a null of one's own.
   *
   * @param model the fitted null
   * @param count surrogates to draw, at least 1
   * @param seed seed of the random numbers
   */
  public record Source(NullModel model, int count, long seed) {
    /** Checks the ranges. */
    public Source {
      Arguments.present("model", model);
      Arguments.require(
          count >= 1 && count <= MOST, "count is %d: expected 1 to %d surrogates", count, MOST);
    }

    /**
     * Surrogate number {@code index}, 0 or more: the same whenever and on whichever thread it is
     * drawn, from {@link Rng#of(long, long) Rng.of(seed, index)}.
     */
    public double[] next(int index) {
      double[] out = new double[model.size()];
      fill(index, out);
      return out;
    }

    /** The same into {@code out}, whose length is that of the record. */
    public void fill(int index, double[] out) {
      Arguments.require(index >= 0, "index is %d: expected 0 or more", index);
      Arguments.require(
          Arguments.present("out", out).length == model.size(),
          "out has %d values: expected %d, the length of the record",
          out.length,
          model.size());
      model.fill(Rng.of(seed, index), out);
    }

    /** Which null this is and what was fitted. */
    public String words() {
      return model.words();
    }

    /** What was fitted, by name. */
    public Map<String, Double> parameters() {
      return model.parameters();
    }
  }
}
