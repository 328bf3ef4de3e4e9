package murmuration.warning;

import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Present;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * A series taken apart: {@code state = smooth + residual}, sample by sample.
 *
 * <p>The three have the same times. First differences and prewhitening need an earlier sample, so
 * there the first one is gone.
 *
 * @param method how, in words
 * @param state the series as it was given
 * @param smooth its slow part
 * @param residual what is left, on which indicators are computed
 */
public record Detrended(String method, TimeSeries state, TimeSeries smooth, TimeSeries residual)
    implements Charted {

  /** Refuses null. */
  public Detrended {
    Arguments.present("method", method);
    Arguments.present("state", state);
    Arguments.present("smooth", smooth);
    Arguments.present("residual", residual);
  }

  @Override
  public String summary() {
    double[] present = present(residual);
    int missing = residual.size() - present.length;
    return String.format(
        Locale.ROOT,
        """
        %s, detrended: %s
        n = %d, %d missing
        standard deviation: state %s, smooth %s, residual %s\
        """,
        state.name(),
        method,
        residual.size(),
        missing,
        Digits.of(sd(state), 4),
        Digits.of(sd(smooth), 4),
        Digits.of(sd(residual), 4));
  }

  /** The standard deviations of state, smooth and residual, over the samples that are present. */
  @Override
  public Table table() {
    return Quantities.of("detrended")
        .and("sd of state", sd(state))
        .and("sd of smooth", sd(smooth))
        .and("sd of residual", sd(residual))
        .table();
  }

  /** The state with its smooth, and the residual, on one time axis. */
  @Override
  public Figure chart() {
    double[] t = state.times();
    return Figure.column(
        Panel.over(state, state.name())
            .line("record", t, state.values())
            .line("smooth", t, smooth.values()),
        Panel.over(state, "Residual").line("residual", t, residual.values()));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("detrend", method)).data(state.source());
  }

  private static double sd(TimeSeries series) {
    return Math.sqrt(StatUtils.variance(present(series)));
  }

  private static double[] present(TimeSeries series) {
    double[] values = series.values();
    return Present.at(Present.in(values), values);
  }
}
