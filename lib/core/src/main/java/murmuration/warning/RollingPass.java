package murmuration.warning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import org.jspecify.annotations.Nullable;

/**
 * One series under one set of windows, and what its indicators share: moments are summed once,
 * whoever asks first.
 */
final class RollingPass {
  final double[] x;
  final double[] state;
  final double dt;
  final Spans spans;

  private final Map<String, double[]> autocorrelations = new HashMap<>();
  private @Nullable RollingMoments second;
  private @Nullable RollingMoments fourth;
  private @Nullable RollingMoments ofState;

  /**
   * A pass over {@code x}.
   *
   * @param x the series the indicators measure, usually a residual; length n
   * @param state the raw observations beside it, for what is relative to their mean; length n
   * @param dt time from one sample to the next
   * @param spans the windows
   */
  RollingPass(double[] x, double[] state, double dt, Spans spans) {
    Arguments.series("x", x, 1);
    if (!Arrays.equals(x, state)) {
      Arguments.series("state", state, 1);
      Arguments.sameLength("x", x, "state", state);
    }
    Arguments.require(
        spans.n() == x.length, "windows are for %d samples, x has %d", spans.n(), x.length);
    this.x = x;
    this.state = state;
    this.dt = Arguments.positive("dt", dt);
    this.spans = spans;
  }

  /** Mean and second central sum: those of {@link #highMoments} where these were asked for. */
  RollingMoments moments() {
    if (fourth != null) {
      return fourth;
    }
    if (second == null) {
      second = new RollingMoments(x, spans, 2);
    }
    return second;
  }

  /** Central sums up to the fourth. */
  RollingMoments highMoments() {
    if (fourth == null) {
      fourth = new RollingMoments(x, spans, 4);
    }
    return fourth;
  }

  /** Mean and second central sum of the raw state. */
  RollingMoments stateMoments() {
    if (ofState == null) {
      ofState = Arrays.equals(x, state) ? moments() : new RollingMoments(state, spans, 2);
    }
    return ofState;
  }

  /** Mean of the absolute values; not kept. */
  RollingMoments momentsOfSize() {
    return new RollingMoments(Arrays.stream(x).map(Math::abs).toArray(), spans, 2);
  }

  /** One autocorrelation a window. */
  double[] autocorrelation(int lag, Autocorrelation definition) {
    return autocorrelations.computeIfAbsent(
        definition + " " + lag,
        key -> RollingAutocorrelation.of(x, spans, lag, definition, moments()));
  }

  /** One value a window, spread over the series. */
  double[] spread(IntToDoubleFunction value) {
    double[] values = new double[spans.size()];
    Arrays.setAll(values, value);
    return spans.spread(values);
  }

  /**
   * A statistic of the samples of each window, those that are NaN left out, spread over the series;
   * NaN where too few are left. The array handed over is only lent.
   */
  double[] each(ToDoubleFunction<double[]> statistic) {
    double[] values = new double[spans.size()];
    double[] samples = new double[0];
    for (int k = 0; k < values.length; k++) {
      Interruption.check("a rolling indicator");
      int from = spans.from()[k];
      int to = spans.to()[k];
      int count = 0;
      for (int i = from; i < to; i++) {
        count += Double.isNaN(x[i]) ? 0 : 1;
      }
      if (!spans.enough(count, k)) {
        values[k] = Double.NaN;
        continue;
      }
      if (samples.length != count) {
        samples = new double[count];
      }
      int filled = 0;
      for (int i = from; i < to; i++) {
        if (!Double.isNaN(x[i])) {
          samples[filled++] = x[i];
        }
      }
      values[k] = statistic.applyAsDouble(samples);
    }
    return spans.spread(values);
  }
}
