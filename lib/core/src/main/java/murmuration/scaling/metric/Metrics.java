package murmuration.scaling.metric;

import java.util.List;
import murmuration.scaling.metric.Metric.Grading;

/** The metrics by their names. */
public final class Metrics {
  /** 1 where every token is right, else 0; expected value p^L of L tokens. */
  public static final Metric EXACT_MATCH =
      Metric.share("exact match").graded(Grading.ALL_OR_NOTHING);

  /** The share of tokens that are right. */
  public static final Metric TOKEN_ACCURACY = Metric.share("token accuracy");

  /** Insertions, deletions and substitutions to the target, in tokens. */
  public static final Metric EDIT_DISTANCE = Metric.loss("edit distance");

  /** The same over the longer length, 0 to 1. */
  public static final Metric NORMALISED_EDIT_DISTANCE =
      Metric.loss("normalised edit distance").worst(1);

  /** {@code -ln} of the probability of the correct token or option, nats. */
  public static final Metric LOG_LOSS = Metric.loss("log loss");

  /** 1 where the correct option has the largest probability, {@code 1/t} where it is one of t. */
  public static final Metric MULTIPLE_CHOICE_GRADE =
      Metric.share("multiple choice grade").graded(Grading.STRONGEST_OPTION);

  /** The sum over options of {@code (p - y)^2}, 0 to 2 (Brier 1950). */
  public static final Metric BRIER = Metric.loss("Brier score").worst(2).graded(Grading.SQUARED);

  /** Half of it, 0 to 1. */
  public static final Metric BRIER_HALF =
      Metric.loss("half Brier score").worst(1).graded(Grading.SQUARED);

  /** The probability of the correct option. */
  public static final Metric P_CORRECT = Metric.share("probability correct");

  /** All of them. */
  static final List<Metric> ALL =
      List.of(
          EXACT_MATCH,
          TOKEN_ACCURACY,
          EDIT_DISTANCE,
          NORMALISED_EDIT_DISTANCE,
          LOG_LOSS,
          MULTIPLE_CHOICE_GRADE,
          BRIER,
          BRIER_HALF,
          P_CORRECT);

  private Metrics() {}
}
