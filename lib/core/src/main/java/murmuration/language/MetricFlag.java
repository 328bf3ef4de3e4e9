package murmuration.language;

import java.util.List;
import java.util.stream.Collectors;

/** Why a metric is undefined, or defined by convention only. */
public enum MetricFlag {
  /** All messages are the same, or equally far from each other: undefined. */
  CONSTANT_MESSAGES("all messages are equally far from each other"),
  /** All meanings are the same, or equally far from each other: undefined. */
  CONSTANT_MEANINGS("all meanings are equally far from each other"),
  /** There is one attribute, and the second best counts as no information: defined by us. */
  SINGLE_ATTRIBUTE("one attribute: the second best counts as no information"),
  /** There are too few pairs of records: undefined. */
  TOO_FEW_PAIRS("too few pairs of records");

  private final String reason;

  MetricFlag(String reason) {
    this.reason = reason;
  }

  /** The reason in words. */
  public String reason() {
    return reason;
  }

  /** The reasons in words. */
  static String reasons(List<MetricFlag> flags) {
    return flags.stream().map(MetricFlag::reason).collect(Collectors.joining("; "));
  }
}
