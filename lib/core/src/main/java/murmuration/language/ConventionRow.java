package murmuration.language;

import murmuration.math.Arguments;

/**
 * A metric under one convention.
 *
 * @param metric the metric
 * @param convention whose convention it is; {@code "default"} for ours
 * @param value the value; NaN where it is undefined, and then {@code flags} say why
 * @param definition what is particular to it
 * @param flags why it is undefined, or defined by convention only; {@code ""} for neither
 */
public record ConventionRow(
    String metric, String convention, double value, String definition, String flags) {

  /** Checks that what is undefined has a reason. */
  public ConventionRow {
    Arguments.present("metric", metric);
    Arguments.present("convention", convention);
    Arguments.present("definition", definition);
    Arguments.present("flags", flags);
    Arguments.require(
        !Double.isNaN(value) || !flags.isEmpty(),
        "value of %s (%s) is NaN: expected a reason",
        metric,
        convention);
  }
}
