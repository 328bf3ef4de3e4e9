package murmuration.warning.irregular;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Kendall;
import murmuration.warning.Detrend;
import murmuration.warning.EarlyWarning;
import murmuration.warning.Indicators;
import murmuration.warning.Signal;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Is a record slowing down, if its times are its own? {@link EarlyWarning} without its
 * interpolation: every estimate takes the observations where they are, and chance is drawn at the
 * same times.
 *
 * <pre>{@code
 * var signal = IrregularWarning.of(Datasets.series("epica-dome-c-co2"))
 *     .between(58_000, 18_000)
 *     .against(IrregularSurrogates.ornsteinUhlenbeck(200).seed(1))
 *     .run();
 * signal.summary();        // trends, their p, and what interpolation would have said
 * }</pre>
 *
 * <p>Defaults: a Gaussian kernel over time with a bandwidth of a quarter of the record's duration
 * taken out, windows of half of it, {@link IrregularIndicator#TIME_SCALE}, {@link
 * IrregularIndicator#KERNEL_AC1}, variance and skewness, against 1000 Ornstein-Uhlenbeck surrogates
 * with seed 1, each detrended again.
 *
 * @param series the record; missing values are left out when the study runs
 * @param detrend how the slow trend is taken out; null for the default, whose bandwidth follows the
 *     part of the record that is chosen
 * @param window the window that slides
 * @param indicators what is measured in it
 * @param surrogates what chance alone would do
 * @param redetrended whether each surrogate is detrended again, as the record was
 */
public record IrregularWarning(
    TimeSeries series,
    @Nullable Detrend detrend,
    TimeWindow window,
    List<IrregularIndicator> indicators,
    IrregularSurrogates surrogates,
    boolean redetrended) {
  private static final int LEAST = 12;
  private static final int MOST = 50_000;
  private static final double BANDWIDTH = 0.25;

  /** Checks that nothing is missing and that no indicator is named twice. */
  public IrregularWarning {
    Arguments.present("series", series);
    Arguments.present("window", window);
    Arguments.present("surrogates", surrogates);
    indicators = Arguments.listed("indicators", indicators);
    Arguments.require(!indicators.isEmpty(), "indicators is empty: expected at least 1");
    Arguments.require(
        indicators.stream().distinct().count() == indicators.size(),
        "indicators %s: expected each once",
        indicators);
  }

  /** A record with the defaults. */
  public static IrregularWarning of(TimeSeries series) {
    return new IrregularWarning(
        series,
        null,
        TimeWindow.share(0.5),
        List.of(
            IrregularIndicator.TIME_SCALE,
            IrregularIndicator.KERNEL_AC1,
            IrregularIndicator.VARIANCE,
            IrregularIndicator.SKEWNESS),
        IrregularSurrogates.ornsteinUhlenbeck(1000).seed(1),
        true);
  }

  /**
   * Observations at given times.
   *
   * @param times times, length n, strictly increasing
   * @param values observations, length n; NaN where one is missing
   */
  public static IrregularWarning of(double[] times, double[] values) {
    return of(TimeSeries.of(times, values));
  }

  /** Two columns of a table; see {@link TimeSeries#of(Table, String, String)}. */
  public static IrregularWarning of(Table table, String time, String value) {
    return of(TimeSeries.of(table, time, value));
  }

  /** The same on the part from one time (or age, the older first) to another, both included. */
  public IrregularWarning between(double from, double to) {
    return with(series.between(from, to));
  }

  /** The same on what was observed up to the transition, included. */
  public IrregularWarning until(double transition) {
    return with(series.until(transition));
  }

  /**
   * The same with another detrending. Use one that takes notice of the times: {@link
   * Detrend#gaussianR}, {@link Detrend#lowess}, {@link Detrend#loess}, {@link Detrend#linear}, or
   * {@link Detrend#none}; {@link Detrend#gaussian} counts observations instead.
   */
  public IrregularWarning detrend(Detrend value) {
    return new IrregularWarning(
        series, Arguments.present("detrend", value), window, indicators, surrogates, redetrended);
  }

  /** The same with another window. */
  public IrregularWarning window(TimeWindow value) {
    return new IrregularWarning(series, detrend, value, indicators, surrogates, redetrended);
  }

  /** The same with a window of this share of the record's duration. */
  public IrregularWarning window(double share) {
    return window(TimeWindow.share(share));
  }

  /** The same with other indicators. */
  public IrregularWarning indicators(IrregularIndicator... values) {
    return new IrregularWarning(
        series, detrend, window, Arguments.listed("indicators", values), surrogates, redetrended);
  }

  /** The same against another null. */
  public IrregularWarning against(IrregularSurrogates value) {
    return new IrregularWarning(series, detrend, window, indicators, value, redetrended);
  }

  /**
   * The same with surrogates of the residual measured as they are: faster, and rings more often.
   */
  public IrregularWarning withoutRedetrending() {
    return new IrregularWarning(series, detrend, window, indicators, surrogates, false);
  }

  /** The detrending that is used: the one chosen, or the default for this record. */
  public Detrend detrending() {
    return detrend != null
        ? detrend
        : Detrend.gaussianR(BANDWIDTH * series.step() * (series.size() - 1));
  }

  /**
   * Runs the analysis.
   *
   * @throws IllegalArgumentException where the record has under 12 or over 50,000 observations, is
   *     constant, or is shorter than the window
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public IrregularSignal run() {
    var record = IrregularRecord.checked(series, LEAST);
    Arguments.require(
        record.size() <= MOST,
        "record has %d observations: expected at most %d",
        record.size(),
        MOST);
    var study = with(record);
    var method = study.detrending();
    var detrended = method.apply(record);
    var residual = IrregularRecord.checked(detrended.residual(), LEAST - 1);
    var measured = new WindowedIndicators(residual, window, indicators);
    double[][] values = measured.of(residual.values());
    UnaryOperator<double[]> prepared = s -> s;
    if (redetrended) {
      var plan = method.plan(residual.times());
      Arguments.require(
          plan.lost() == 0, "%s loses observations; expected withoutRedetrending()", method);
      prepared = plan::residuals;
    }
    UnaryOperator<double[]> pipeline = prepared;
    List<SurrogateTest> tests =
        SurrogateTest.of(
            indicators.stream().map(i -> "tau of the " + i.words()).toList(),
            taus(values),
            drawn -> taus(measured.of(pipeline.apply(drawn))),
            surrogates.from(residual));
    return new IrregularSignal(
        study, detrended, values, measured.starts(), tests, interpolated(record, method));
  }

  /** What the usual pipeline makes of the record: equal steps by interpolation, AC1, AR(1). */
  private Signal interpolated(TimeSeries record, Detrend method) {
    int n = record.size();
    int w = Math.clamp(Math.round(window.shareOf(record) * n), TimeWindow.LEAST, n - 1);
    var usual =
        EarlyWarning.of(record.interpolatePoints(n))
            .detrend(method)
            .window(Window.points(w))
            .indicators(Indicators.AC1)
            .against(Surrogates.ar1(surrogates.count()).seed(surrogates.seed()));
    return (redetrended ? usual.redetrend() : usual).run();
  }

  private static double[] taus(double[][] values) {
    double[] taus = new double[values.length];
    for (int i = 0; i < taus.length; i++) {
      taus[i] = Kendall.tau(values[i]);
    }
    return taus;
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("detrend", detrending().toString());
    options.put("window", window.toString());
    options.put("indicators", indicators.toString());
    options.put("surrogates", surrogates.toString());
    options.put("redetrended", Boolean.toString(redetrended));
    return Provenance.of(options).seed(surrogates.seed()).data(series.source());
  }

  private IrregularWarning with(TimeSeries value) {
    return new IrregularWarning(value, detrend, window, indicators, surrogates, redetrended);
  }
}
