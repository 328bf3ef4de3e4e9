package murmuration.warning.irregular;

import java.util.Arrays;
import java.util.List;
import murmuration.data.TimeSeries;
import org.jspecify.annotations.Nullable;

/**
 * Indicators along values at the times of one record: what depends on the times alone is worked out
 * once, and the record and its surrogates go through one code path.
 */
final class WindowedIndicators {
  private final List<IrregularIndicator> indicators;
  private final int[] starts;
  private final @Nullable TimeScaleGrid timeScale;
  private final @Nullable KernelPairs pairs;
  private final @Nullable LowFrequencies spectrum;

  WindowedIndicators(TimeSeries record, TimeWindow window, List<IrregularIndicator> indicators) {
    this.indicators = indicators;
    double[] t = record.times();
    starts = window.starts(record);
    timeScale = has(IrregularIndicator.TIME_SCALE) ? new TimeScaleGrid(t) : null;
    pairs =
        has(IrregularIndicator.KERNEL_AC1)
            ? new KernelPairs(t, record.step(), KernelAutocorrelation.WIDTH * record.step())
            : null;
    spectrum =
        has(IrregularIndicator.LOW_FREQUENCY_SHARE)
            ? new LowFrequencies(t, window.shareOf(record))
            : null;
  }

  private boolean has(IrregularIndicator indicator) {
    return indicators.contains(indicator);
  }

  int[] starts() {
    return starts.clone();
  }

  /** The indicators of values at the record's times: {@code [indicator][observation]}. */
  double[][] of(double[] values) {
    double mean = Arrays.stream(values).map(v -> v / values.length).sum();
    double most = Arrays.stream(values).map(v -> Math.abs(v - mean)).max().orElse(0);
    double scale = most > 0 ? most : 1;
    double[] x = Arrays.stream(values).map(v -> (v - mean) / scale).toArray();
    double[][] along = new double[indicators.size()][];
    for (int i = 0; i < along.length; i++) {
      along[i] = along(indicators.get(i), x, scale);
    }
    return along;
  }

  private double[] along(IrregularIndicator indicator, double[] x, double scale) {
    return switch (indicator) {
      case TIME_SCALE -> present(timeScale).rolling(x, starts);
      case KERNEL_AC1 -> present(pairs).rolling(x, starts);
      case VARIANCE -> {
        double[] variances = new WindowMoments(x, starts).variances();
        Arrays.setAll(variances, i -> variances[i] * scale * scale);
        yield variances;
      }
      case SKEWNESS -> new WindowMoments(x, starts).skewness();
      case LOW_FREQUENCY_SHARE -> present(spectrum).rolling(x, starts);
    };
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the indicator was not prepared");
    }
    return part;
  }
}
