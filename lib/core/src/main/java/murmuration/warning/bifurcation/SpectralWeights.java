package murmuration.warning.bifurcation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.warning.Detrend;
import murmuration.warning.EarlyWarning;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;

/**
 * Which bifurcation does the spectrum look like? In windows along a record, spectra of models near
 * a fold, flip or Hopf bifurcation and of white noise are fitted to Welch's spectrum and weighed by
 * AIC (Bury, Bauch and Anand 2020, Detecting and distinguishing tipping points using spectral early
 * warning signals, J. R. Soc. Interface 17:20200482); the same is done with surrogates.
 *
 * <pre>{@code
 * var signal = SpectralWeights.of(EarlyWarning.of(series).detrend(Detrend.lowess(0.2)))
 *     .models(SpectralModel.FOLD, SpectralModel.HOPF, SpectralModel.NULL)
 *     .against(Surrogates.ar1(200).seed(1))
 *     .run();
 * signal.summary();
 * }</pre>
 *
 * <p>Defaults: a window of half the record, moved by 20 samples, segments of 40, fold, Hopf and
 * null, mirrored frequencies counted twice as ewstools does, 200 AR(1) surrogates with seed 1.
 *
 * @param series the record; as {@link EarlyWarning} treats it where it is gappy or uneven
 * @param detrend how the slow trend is taken out
 * @param window length of the windows; right-aligned, its own stride unused
 * @param rollOffset samples from one window to the next
 * @param segment longest segment of Welch's spectrum, in samples; a window that is shorter is one
 * @param models what is compared, each once
 * @param oneSided whether mirrored frequencies, which are not new data, count once: recommended
 * @param surrogates what chance alone would do; drawn from the residual and not detrended again
 */
public record SpectralWeights(
    TimeSeries series,
    Detrend detrend,
    Window window,
    int rollOffset,
    int segment,
    List<SpectralModel> models,
    boolean oneSided,
    Surrogates surrogates) {
  private static final int DEFAULT = 200;

  /** Checks the ranges. */
  public SpectralWeights {
    Arguments.present("series", series);
    Arguments.present("detrend", detrend);
    Arguments.present("window", window);
    Arguments.require(
        window.alignment() == Window.Alignment.RIGHT && window.stride() == 1,
        "window is %s: expected right-aligned with stride 1; rollOffset moves it",
        window);
    Arguments.require(rollOffset >= 1, "rollOffset is %d: expected at least 1", rollOffset);
    SpectrumPlan.checked(segment);
    models = SpectralModel.distinct(models);
    Arguments.present("surrogates", surrogates);
  }

  /** The record, detrending and window of a study of indicators, against 200 AR(1) surrogates. */
  public static SpectralWeights of(EarlyWarning study) {
    Arguments.present("study", study);
    return new SpectralWeights(
        study.series(),
        study.detrend(),
        study.window(),
        20,
        40,
        SpectralModel.USUAL,
        false,
        Surrogates.ar1(DEFAULT).seed(1));
  }

  /** A record, to be detrended by a Gaussian filter of a quarter of it; see {@link #detrend}. */
  public static SpectralWeights of(TimeSeries series) {
    return of(EarlyWarning.of(series));
  }

  /**
   * Residuals at equal steps, not detrended again.
   *
   * @param residuals length n, finite
   */
  public static SpectralWeights ofResiduals(double[] residuals) {
    SpectrumComparison.bounded("residuals", residuals);
    return of(TimeSeries.of(residuals)).detrend(Detrend.none());
  }

  /** The same with another detrending. */
  public SpectralWeights detrend(Detrend value) {
    return new SpectralWeights(
        series, value, window, rollOffset, segment, models, oneSided, surrogates);
  }

  /** The same with another window. */
  public SpectralWeights window(Window value) {
    return new SpectralWeights(
        series, detrend, value, rollOffset, segment, models, oneSided, surrogates);
  }

  /** The same with a window of this share of the record. */
  public SpectralWeights window(double fraction) {
    return window(Window.fraction(fraction));
  }

  /** The same with windows so many samples apart. */
  public SpectralWeights rollOffset(int samples) {
    return new SpectralWeights(
        series, detrend, window, samples, segment, models, oneSided, surrogates);
  }

  /** The same with segments of so many samples, 3 to 512. */
  public SpectralWeights segment(int samples) {
    return new SpectralWeights(
        series, detrend, window, rollOffset, samples, models, oneSided, surrogates);
  }

  /** The same with other models compared. */
  public SpectralWeights models(SpectralModel... values) {
    return new SpectralWeights(
        series,
        detrend,
        window,
        rollOffset,
        segment,
        Arguments.listed("models", values),
        oneSided,
        surrogates);
  }

  /** The same with mirrored frequencies counted once, so that weights are less certain. */
  public SpectralWeights oneSide() {
    return new SpectralWeights(
        series, detrend, window, rollOffset, segment, models, true, surrogates);
  }

  /** The same against another null. */
  public SpectralWeights against(Surrogates value) {
    return new SpectralWeights(
        series, detrend, window, rollOffset, segment, models, oneSided, value);
  }

  /**
   * Runs the analysis.
   *
   * @throws IllegalArgumentException where the record is too short for the window or constant
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public SpectralSignal run() {
    var record = EarlyWarning.of(series).equallySpaced();
    var detrended = detrend.apply(record);
    double[] residual = detrended.residual().values();
    SpectrumComparison.bounded("residual", residual);
    int w = window.length(residual.length);
    var plan = SpectrumPlan.of(Math.min(segment, w), oneSided, models);
    int[] ends =
        IntStream.rangeClosed(0, (residual.length - w) / rollOffset)
            .map(k -> w + k * rollOffset)
            .toArray();
    List<SpectrumComparison> windows = compare(plan, residual, w, ends);
    List<SurrogateTest> tests =
        SurrogateTest.of(
            names(ends),
            weights(windows),
            drawn -> weights(compare(plan, drawn, w, ends)),
            surrogates.from(residual));
    return new SpectralSignal(this, detrended, ends, windows, tests);
  }

  /** A comparison for each window. */
  private List<SpectrumComparison> compare(SpectrumPlan plan, double[] x, int w, int[] ends) {
    var spectra = new SegmentSpectra(x, Math.min(segment, w));
    return Arrays.stream(ends)
        .mapToObj(
            end -> {
              Interruption.check("spectral weights");
              return SpectrumComparison.of(plan, spectra.of(end - w, end));
            })
        .toList();
  }

  /** The weights, model by model within each window. */
  private static double[] weights(List<SpectrumComparison> windows) {
    return windows.stream()
        .flatMap(comparison -> comparison.fits().stream())
        .mapToDouble(SpectralFit::weight)
        .toArray();
  }

  private List<String> names(int[] ends) {
    return Arrays.stream(ends)
        .boxed()
        .flatMap(end -> models.stream().map(m -> "weight of " + m.label() + " at " + (end - 1)))
        .toList();
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("detrend", detrend.toString());
    options.put("window", window.toString());
    options.put("roll offset", Integer.toString(rollOffset));
    options.put("segment", Integer.toString(segment));
    options.put("models", models.toString());
    options.put("one-sided", Boolean.toString(oneSided));
    options.put("surrogates", surrogates.toString());
    return Provenance.of(options).seed(surrogates.seed()).data(series.source());
  }
}
