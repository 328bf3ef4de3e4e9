package murmuration.concept.theory;

import java.util.Arrays;
import java.util.List;
import murmuration.concept.theory.TheorySearch.Parameter;

/** The ends of one measured curve as searched numbers, counted in the curve's own range. */
record Ends(FitEnds which, double low, double range) {
  static Ends of(FitEnds which, double[] curve) {
    double low = Arrays.stream(curve).min().orElseThrow();
    return new Ends(which, low, Arrays.stream(curve).max().orElseThrow() - low);
  }

  /** Ceiling, then floor, as far as they are fitted. */
  List<Parameter> parameters(String of) {
    var ceiling = new Parameter("ceiling" + of, -1, 3, this::value);
    var floor = new Parameter("floor" + of, -2, 2, this::value);
    return List.of(ceiling, floor).subList(0, which.numbers());
  }

  /** The start of the search. */
  double[] start() {
    return Arrays.copyOf(new double[] {1, 0}, which.numbers());
  }

  /** What is measured where the theory has {@code value}; the ends stand in x from {@code at}. */
  double measured(double value, double[] x, int at) {
    double ceiling = which.numbers() > 0 ? value(x[at]) : 1;
    double floor = which.numbers() > 1 ? value(x[at + 1]) : 0;
    return floor + (ceiling - floor) * value;
  }

  private double value(double x) {
    return low + x * range;
  }
}
