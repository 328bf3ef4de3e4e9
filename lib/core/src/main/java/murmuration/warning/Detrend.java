package murmuration.warning;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.GaussianFilter;
import murmuration.math.KernelSmoother;
import murmuration.math.LinearFit;
import murmuration.math.Loess;
import murmuration.math.Lowess;
import murmuration.math.Present;
import murmuration.math.Smoother;
import org.jspecify.annotations.Nullable;

/**
 * A way to take the slow part out of a series before a transition: residual = state - smooth.
 *
 * <p>Cut the series at the transition first ({@link TimeSeries#until}): a smooth that has seen the
 * transition is bent by it.
 *
 * <p><b>Missing values.</b> A NaN is left out of every fit, as if the sample had not been taken;
 * smooth and residual are NaN there and nowhere else. Only {@link #firstDifference} and {@link
 * #prewhiten}, which compare a sample with the one before, lose the sample after it too. Spans
 * count the samples that are present, the bandwidth of {@link #gaussian} counts all.
 */
public final class Detrend {
  /** A detrending prepared for fixed times, for many series; safe to share between threads. */
  public static final class Plan {
    private final int length;
    private final int lost;
    private final Smoother smoother;

    private Plan(int length, int lost, Smoother smoother) {
      this.length = length;
      this.lost = lost;
      this.smoother = smoother;
    }

    /** Samples lost at the beginning: 1 for first differences and prewhitening, else 0. */
    public int lost() {
      return lost;
    }

    /**
     * The smooth of x.
     *
     * @param x observations, one for each time; NaN where one is missing
     * @return length n - lost
     */
    public double[] smooth(double[] x) {
      Arguments.series("x", x, 3);
      Arguments.require(
          x.length == length, "x has %d values: expected %d, one for each time", x.length, length);
      int present = Present.in(x).length;
      Arguments.require(present >= 3, "x has %d values present: expected at least 3", present);
      return smoother.smooth(x);
    }

    /**
     * The residuals of x.
     *
     * @param x observations, one for each time; NaN where one is missing
     * @return {@code x[lost + i] - smooth[i]}, length n - lost
     */
    public double[] residuals(double[] x) {
      return residuals(x, smooth(x));
    }

    private double[] residuals(double[] x, double[] smooth) {
      double[] residuals = new double[smooth.length];
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] = x[lost + i] - smooth[i];
      }
      return residuals;
    }
  }

  /** Standard deviation of a Gaussian with quartiles at -1/4 and 1/4, as ewstools rounds it. */
  private static final double SIGMA = 0.25 / 0.675;

  private static final int LOWESS_ITERATIONS = 3;

  private final String description;
  private final int lost;
  private final Function<double[], Smoother> smoother;
  private final @Nullable DoubleFunction<Detrend> resized;

  private Detrend(
      String description,
      int lost,
      Function<double[], Smoother> smoother,
      @Nullable DoubleFunction<Detrend> resized) {
    this.description = description;
    this.lost = lost;
    this.smoother = smoother;
    this.resized = resized;
  }

  /**
   * A Gaussian filter over samples, the default of ewstools (Dakos et al. 2008): standard deviation
   * {@code (0.25/0.675) b} samples, cut at four of them, the series mirrored beyond its ends. It
   * takes no notice of the times: interpolate records with uneven steps first, or use {@link
   * #gaussianR}.
   *
   * @param b bandwidth: up to 1 a share of the length, above 1 samples
   */
  public static Detrend gaussian(double b) {
    Arguments.positive("bandwidth", b);
    return new Detrend(
        "Gaussian filter, bandwidth " + size(b),
        0,
        t -> GaussianFilter.of(t.length, SIGMA * (b <= 1 ? b * t.length : b)),
        Detrend::gaussian);
  }

  /**
   * A Gaussian kernel over times, R's {@code ksmooth} as earlywarnings uses it; see {@link
   * KernelSmoother}. Edges differ from {@link #gaussian} by several per cent.
   *
   * @param b bandwidth in the unit of time; earlywarnings takes {@code round(n p / 100)} for its
   *     bandwidth p per cent, whatever that unit is
   */
  public static Detrend gaussianR(double b) {
    Arguments.positive("bandwidth", b);
    return fitted(
        "Gaussian kernel (R), bandwidth " + Digits.of(b, 6),
        t -> KernelSmoother.of(t, b),
        Detrend::gaussianR);
  }

  /**
   * Robust local lines with three robustness passes (Cleveland 1979); see {@link Lowess}.
   *
   * @param span neighbours: up to 1 a share of the n samples, {@code floor(span n + 1e-10)}, above
   *     1 samples; at least 2
   */
  public static Detrend lowess(double span) {
    return lowess(span, LOWESS_ITERATIONS, 0);
  }

  /**
   * Robust local lines; see {@link Lowess}.
   *
   * @param span neighbours, as in {@link #lowess(double)}
   * @param iterations robustness passes, at least 0
   * @param delta distance, in the unit of time, within which straight lines replace fits; 0 for
   *     none
   */
  public static Detrend lowess(double span, int iterations, double delta) {
    Arguments.positive("span", span);
    Arguments.require(iterations >= 0, "iterations is %d: expected at least 0", iterations);
    Arguments.require(
        delta >= 0 && !Double.isInfinite(delta),
        "delta is %s: expected a finite number, at least 0",
        delta);
    String description = "Lowess, span " + size(span);
    if (iterations != LOWESS_ITERATIONS || delta > 0) {
      description += ", iterations " + iterations + ", delta " + delta;
    }
    return fitted(
        description,
        t -> Lowess.of(t, neighbours(span, t.length), iterations, delta),
        other -> lowess(other, iterations, delta));
  }

  /**
   * Local polynomials with a fit at every time; see {@link Loess#of}.
   *
   * @param span share of the samples in a neighbourhood, above 0 and at most 1
   * @param degree 1 or 2
   */
  public static Detrend loess(double span, int degree) {
    checkLoess(span, degree);
    return fitted(
        "Loess, span " + span + ", degree " + degree,
        t -> Loess.of(t, span, degree),
        other -> loess(other, degree));
  }

  /**
   * Local polynomials as R's {@code loess} computes them unless told otherwise, by interpolation;
   * see {@link Loess#blended}. Earlywarnings uses it with span 0.25 and degree 2.
   *
   * @param span share of the samples in a neighbourhood, above 0 and at most 1
   * @param degree 1 or 2
   */
  public static Detrend loessR(double span, int degree) {
    checkLoess(span, degree);
    return fitted(
        "Loess (R), span " + span + ", degree " + degree,
        t -> Loess.blended(t, span, degree),
        other -> loessR(other, degree));
  }

  /** The least-squares line on time. */
  public static Detrend linear() {
    return fitted("linear", LinearFit::of, null);
  }

  /**
   * First differences: the residual at sample i is {@code x[i] - x[i-1]}, the smooth {@code
   * x[i-1]}; n - 1 values, each at the later of its two times, where it becomes known.
   * (Earlywarnings writes the earlier time beside the same value.)
   */
  public static Detrend firstDifference() {
    return new Detrend("first difference", 1, t -> x -> Arrays.copyOf(x, x.length - 1), null);
  }

  /** Nothing is taken out: the smooth is 0 and the residual the state itself. */
  public static Detrend none() {
    return new Detrend("none", 0, t -> x -> new double[x.length], null);
  }

  /**
   * The residuals of an autoregression of order 1 on the demeaned series: the smooth at sample i is
   * {@code m + phi (x[i-1] - m)}, n - 1 values. {@code phi = sum (x[i]-m)(x[i-1]-m) / sum
   * (x[i-1]-m)^2} over the pairs that are present, by least squares; 0 for a constant series. It
   * takes out the memory that AC1 would measure: look at other indicators.
   */
  public static Detrend prewhiten() {
    return new Detrend("prewhitened by AR(1)", 1, t -> Detrend::predicted, null);
  }

  /**
   * The same method with another bandwidth or span, in the terms of its own factory.
   *
   * @throws IllegalArgumentException for a method that has none, such as {@link #linear}
   */
  public Detrend bandwidth(double value) {
    if (resized == null) {
      throw new IllegalArgumentException(
          "bandwidth " + value + ": detrending '" + description + "' has none to change");
    }
    return resized.apply(value);
  }

  /** The state, its smooth and the residual. */
  public Detrended apply(TimeSeries series) {
    double[] times = Arguments.present("series", series).times();
    double[] x = series.values();
    Plan plan = plan(times);
    double[] smooth = plan.smooth(x);
    double[] t = Arrays.copyOfRange(times, lost, times.length);
    return new Detrended(
        description,
        part(series, t, Arrays.copyOfRange(x, lost, x.length), series.name()),
        part(series, t, smooth, series.name() + ", smooth"),
        part(series, t, plan.residuals(x, smooth), series.name() + ", residual"));
  }

  /**
   * The residuals of x at times t, length n, or n - 1 for first differences and prewhitening. For
   * many series on the same times make one {@link #plan}.
   */
  public double[] residuals(double[] t, double[] x) {
    return plan(t).residuals(x);
  }

  /**
   * Prepares what depends on the times alone.
   *
   * @param t times, length n at least 3, strictly increasing
   * @throws IllegalArgumentException if a span is longer than the series
   */
  public Plan plan(double[] t) {
    Arguments.increasing("t", t);
    Arguments.require(t.length >= 3, "t has %d values: expected at least 3", t.length);
    return new Plan(t.length, lost, smoother.apply(t.clone()));
  }

  /** In words, with its bandwidth or span. */
  @Override
  public String toString() {
    return description;
  }

  private static TimeSeries part(TimeSeries of, double[] times, double[] values, String name) {
    return new TimeSeries(times, values, name, of.timeName(), of.source(), of.note());
  }

  private static String size(double value) {
    return value <= 1 ? value + " of the series" : value + " samples";
  }

  private static int neighbours(double span, int n) {
    double k = Math.floor((span <= 1 ? span * n : span) + 1e-10);
    Arguments.require(k <= n, "span %s is longer than the series (n = %d)", span, n);
    Arguments.require(
        k >= 2, "span %s has %d samples (n = %d): expected at least 2", span, (int) k, n);
    return (int) k;
  }

  private static Detrend fitted(
      String description,
      Function<double[], Smoother> smoother,
      @Nullable DoubleFunction<Detrend> resized) {
    return new Detrend(description, 0, t -> new PresentSamples(t, smoother), resized);
  }

  private static void checkLoess(double span, int degree) {
    Arguments.require(
        span > 0 && span <= 1, "span is %s: expected a share above 0 and at most 1", span);
    Arguments.require(degree == 1 || degree == 2, "degree is %d: expected 1 or 2", degree);
  }

  private static double[] predicted(double[] x) {
    double mean = Arrays.stream(x).filter(v -> !Double.isNaN(v)).average().orElseThrow();
    double lagged = 0;
    double square = 0;
    for (int i = 1; i < x.length; i++) {
      double before = x[i - 1] - mean;
      double now = x[i] - mean;
      if (!Double.isNaN(before * now)) {
        lagged += before * now;
        square += before * before;
      }
    }
    double phi = square > 0 ? lagged / square : 0;
    double[] predicted = new double[x.length - 1];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = mean + phi * (x[i] - mean);
    }
    return predicted;
  }
}
