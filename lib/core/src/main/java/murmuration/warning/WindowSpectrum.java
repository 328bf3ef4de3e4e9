package murmuration.warning;

import java.util.function.IntToDoubleFunction;
import murmuration.math.Arguments;
import murmuration.math.LagProducts;
import murmuration.math.LinearFit;
import murmuration.math.PowerSpectrum;
import org.jspecify.annotations.Nullable;

/** What the spectrum of one window tells; the transform is planned once for windows of a length. */
final class WindowSpectrum {
  private static final int LONGEST_SEGMENT = 40;

  private @Nullable PowerSpectrum plan;
  private int planned;

  /** Of the AR(1) that Yule-Walker fits: second of w frequencies {@code 0 .. 1/2} over the last. */
  static IntToDoubleFunction densityRatio(RollingPass pass) {
    double[] acf = pass.autocorrelation(1, Autocorrelation.ACF);
    int[] count = pass.moments().count;
    return k -> {
      double a = acf[k];
      return (1 + a) * (1 + a) / (1 + a * a - 2 * a * Math.cos(Math.PI / (count[k] - 1)));
    };
  }

  private PowerSpectrum plan(int n) {
    if (plan == null || planned != n) {
      plan = new PowerSpectrum(n);
      planned = n;
    }
    return plan;
  }

  /**
   * Amplitude in the lowest share of the frequencies over that in all (TransitionsInTimeseries):
   * {@code sum |F_j|} over the first {@code rint(share npos)} bins over that of the first {@code
   * npos = ceil(w/2)}, from frequency 0.
   */
  double lowFrequencyShare(double[] x, double share) {
    if (constant(x)) {
      return Double.NaN;
    }
    double[] squares = plan(x.length).of(x);
    int bins = (x.length + 1) / 2;
    long low = Math.max(1, (long) Math.rint(share * bins));
    double lowSum = 0;
    double sum = 0;
    for (int j = 0; j < bins; j++) {
      double amplitude = Math.sqrt(squares[j]);
      sum += amplitude;
      lowSum += j < low ? amplitude : 0;
    }
    return lowSum / sum;
  }

  /**
   * Minus the least-squares slope of ln P on ln f, {@code low <= f <= high} cycles a sample, P by
   * Welch over segments of {@code segment} samples that overlap by half, or by the periodogram of x
   * less its mean if {@code segment} is 0.
   */
  double exponent(double[] x, double low, double high, int segment) {
    if (constant(x)) {
      return Double.NaN;
    }
    double[] power;
    int n = segment == 0 ? x.length : segment;
    if (segment == 0) {
      power = plan(n).of(LagProducts.centred(x));
    } else {
      power = plan(n).welch(x, segment / 2);
    }
    double[] logF = new double[power.length];
    double[] logP = new double[power.length];
    int used = 0;
    for (int j = 1; j < power.length; j++) {
      double f = j / (double) n;
      if (f >= low * (1 - 1e-12) && f <= high * (1 + 1e-12)) {
        if (power[j] <= 0) {
          return Double.NaN;
        }
        logF[used] = Math.log(f);
        logP[used++] = Math.log(power[j]);
      }
    }
    Arguments.require(
        used >= 3,
        "spectrum of %d samples has %d frequencies from %s to %s: expected at least 3",
        n,
        used,
        low,
        high);
    return -LinearFit.slope(logF, logP, used);
  }

  /** Largest value of Welch's spectrum over segments of 40 samples at most (ewstools' Smax). */
  double peak(double[] x) {
    if (constant(x)) {
      return 0;
    }
    int segment = Math.min(LONGEST_SEGMENT, x.length);
    double largest = 0;
    for (double power : plan(segment).welch(x, segment / 2)) {
      largest = Math.max(largest, power);
    }
    return largest;
  }

  private static boolean constant(double[] x) {
    return new Constancy(x).of(0, x.length);
  }
}
