package murmuration.warning;

import murmuration.data.TimeSeries;

/**
 * A series taken apart: {@code state = smooth + residual}, sample by sample.
 *
 * <p>The three have the same times. First differences and prewhitening need an earlier sample, so
 * there the first one is gone.
 *
 * @param state the series as it was given
 * @param smooth its slow part
 * @param residual what is left, on which indicators are computed
 */
public record Detrended(TimeSeries state, TimeSeries smooth, TimeSeries residual) {}
