package murmuration.concept.theory;

/**
 * What a measured curve reads where the theory is at 0 and at 1. An evaluator that errs reads a
 * concept that is fully learned as less than 1, and an untrained generator seldom reads 0.
 */
public enum FitEnds {
  /** The curve runs from 0 to 1, as the theory does. */
  ZERO_TO_ONE(0),
  /** From 0 to a ceiling that is fitted. */
  CEILING(1),
  /** From a floor to a ceiling, both fitted. */
  BOTH(2);

  private final int numbers;

  FitEnds(int numbers) {
    this.numbers = numbers;
  }

  /** How many numbers of a curve are fitted for it. */
  int numbers() {
    return numbers;
  }
}
