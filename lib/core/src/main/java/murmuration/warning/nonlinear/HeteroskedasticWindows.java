package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.SurrogateTest;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Conditional heteroskedasticity along a record, beside what chance gives.
 *
 * @param study what was asked
 * @param rSquared share of the variance of a squared residual that the one before explains, length
 *     n; NaN where no window ends and where a window has none
 * @param critical the value above which it is significant, length n
 * @param orders order of the autoregression of each window, length n
 * @param share the share of windows that are significant, beside that of surrogates
 */
public record HeteroskedasticWindows(
    ConditionalHeteroskedasticity study,
    double[] rSquared,
    double[] critical,
    double[] orders,
    SurrogateTest share)
    implements Charted {

  /** Checks the lengths and keeps its own copies. */
  public HeteroskedasticWindows {
    Arguments.present("study", study);
    Arguments.present("share", share);
    Arguments.sameLength("rSquared", rSquared, "critical", critical);
    Arguments.sameLength("rSquared", rSquared, "orders", orders);
    Arguments.require(
        rSquared.length == study.series().size(),
        "rSquared has %d values: expected one for each of %d samples",
        rSquared.length,
        study.series().size());
    rSquared = rSquared.clone();
    critical = critical.clone();
    orders = orders.clone();
  }

  @Override
  public double[] rSquared() {
    return rSquared.clone();
  }

  @Override
  public double[] critical() {
    return critical.clone();
  }

  @Override
  public double[] orders() {
    return orders.clone();
  }

  /** Whether the window that ends at sample i is significant; false where there is none. */
  public boolean significant(int i) {
    Arguments.require(
        i >= 0 && i < rSquared.length, "i is %d: expected 0 to %d", i, rSquared.length - 1);
    return rSquared[i] > critical[i];
  }

  @Override
  public String summary() {
    double[] defined = Arrays.stream(rSquared).filter(v -> !Double.isNaN(v)).toArray();
    long significant = IntStream.range(0, rSquared.length).filter(this::significant).count();
    return String.format(
        Locale.ROOT,
        """
        Conditional heteroskedasticity of %s
        window of %d in %d samples, AR order %s
        R^2: mean %s, last %s (%d windows)
        significant at %s: %d windows, share %s
        surrogates: share %s to %s (5 to 95 %%), p = %s
        null: %s; N = %d, seed %d
        %s\
        """,
        study.series(),
        study.window().length(rSquared.length),
        rSquared.length,
        study.order() == ConditionalHeteroskedasticity.BY_AIC
            ? "by AIC"
            : Integer.toString(study.order()),
        Digits.of(Arrays.stream(defined).average().orElse(Double.NaN), 4),
        Digits.of(defined.length == 0 ? Double.NaN : defined[defined.length - 1], 4),
        defined.length,
        Digits.of(study.alpha(), 4),
        significant,
        Digits.of(share.observed(), 4),
        Digits.of(share.quantile(0.05), 4),
        Digits.of(share.quantile(0.95), 4),
        Digits.of(share.pRight(), 4),
        share.source().words(),
        share.count(),
        share.source().seed(),
        share.words());
  }

  /** One row a sample at which a window ends: R^2, its critical value, the order, the verdict. */
  @Override
  public Table table() {
    int[] kept =
        IntStream.range(0, rSquared.length).filter(i -> !Double.isNaN(critical[i])).toArray();
    double[] times = study.series().times();
    return Table.create(
        "conditional heteroskedasticity of " + study.series().name(),
        column(study.series().timeName(), times, kept),
        column("R^2", rSquared, kept),
        column("critical", critical, kept),
        column("order", orders, kept),
        BooleanColumn.create(
            "significant",
            Arrays.stream(kept).mapToObj(this::significant).toArray(Boolean[]::new)));
  }

  private static DoubleColumn column(String name, double[] values, int[] kept) {
    return DoubleColumn.create(name, Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
  }

  /** The record, and R^2 with the line above which it is significant. */
  @Override
  public Figure chart() {
    var series = study.series();
    double[] t = series.times();
    return Figure.column(
        Panel.over(series, series.name()).line("record", t, series.values()),
        Panel.over(series, "R²")
            .line("R² of squared residuals", t, rSquared)
            .line("significant above", t, critical));
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
