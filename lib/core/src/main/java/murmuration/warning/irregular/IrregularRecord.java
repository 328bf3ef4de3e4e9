package murmuration.warning.irregular;

import java.util.Arrays;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;

/** What every routine of this package asks of a record. */
final class IrregularRecord {
  private IrregularRecord() {}

  /** The record without its missing values, of which so many must be left, and must vary. */
  static TimeSeries checked(TimeSeries record, int atLeast) {
    var complete = Arguments.present("record", record).withoutMissing();
    double[] x = complete.values();
    Arguments.require(
        x.length >= atLeast,
        "record has %d values that are not missing: expected at least %d",
        x.length,
        atLeast);
    Arguments.require(
        Arrays.stream(x).anyMatch(v -> v != x[0]),
        "record is constant (%s): expected values that vary",
        x[0]);
    double mean = Arrays.stream(x).map(v -> v / x.length).sum();
    double square = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    Arguments.require(
        square >= Double.MIN_NORMAL && square < Double.POSITIVE_INFINITY,
        "record has the sum of squares %s about its mean %s: expected values that vary, and whose"
            + " squares are finite",
        square,
        mean);
    double span = complete.times()[x.length - 1] - complete.times()[0];
    Arguments.require(
        span >= Double.MIN_NORMAL && span < Double.POSITIVE_INFINITY,
        "record spans %s units of time: expected a finite time",
        span);
    return complete;
  }
}
