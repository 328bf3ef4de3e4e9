package murmuration.warning.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import murmuration.warning.Indicator;
import murmuration.warning.Window;

/**
 * What was fitted to each window of a series, and where it stands.
 *
 * @param index which fit belongs to each sample, length n; NaN where no window ends
 * @param fits the fits, in order
 */
record Fits<T>(double[] index, List<T> fits) {

  /** Fits every window that holds a value, by the rules of {@link Window}. */
  static <T> Fits<T> along(double[] x, Window window, Function<double[], T> fit) {
    List<T> fits = new ArrayList<>();
    var numbering =
        Indicator.of(
            "fit",
            "fit",
            samples -> {
              fits.add(fit.apply(samples));
              return fits.size() - 1;
            });
    return new Fits<>(numbering.rolling(x, window), fits);
  }

  /** A number of each fit, spread over the samples, length n. */
  double[] spread(ToDoubleFunction<? super T> number) {
    double[] values = index.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] =
          Double.isNaN(values[i]) ? Double.NaN : number.applyAsDouble(fits.get((int) values[i]));
    }
    return values;
  }

  Stream<T> stream() {
    return fits.stream();
  }
}
