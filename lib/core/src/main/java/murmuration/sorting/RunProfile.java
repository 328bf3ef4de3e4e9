package murmuration.sorting;

import murmuration.sorting.measure.EnsembleProfile;

/** What is followed along the runs of an ensemble. */
public enum RunProfile {
  /** {@code 100 (n - errors) / n}, the paper's sortedness in per cent. */
  SORTEDNESS,
  /** Neighbours in order, {@code n - 1 - errors}: the curve of the paper's Figs 8 and 9. */
  ASCENTS,
  /** Pairs of like neighbours over cells, as the published code has it. */
  AGGREGATION,
  /** Pairs of like neighbours over pairs of neighbours; not for a lone cell. */
  PAIR_AGGREGATION;

  /** The value in a state. */
  double value(int errors, int samePairs, int n) {
    return switch (this) {
      case SORTEDNESS -> 100.0 * (n - errors) / n;
      case ASCENTS -> n - 1.0 - errors;
      case AGGREGATION -> (double) samePairs / n;
      case PAIR_AGGREGATION -> samePairs / (n - 1.0);
    };
  }

  EnsembleProfile of(EnsembleSums sums, int n) {
    return switch (this) {
      case SORTEDNESS -> sums.errors().profile("sortedness (%)", 100, -100.0 / n);
      case ASCENTS -> sums.errors().profile("neighbours in order", n - 1.0, -1);
      case AGGREGATION -> sums.samePairs().profile("aggregation", 0, 1.0 / n);
      case PAIR_AGGREGATION -> sums.samePairs().profile("aggregation (pairs)", 0, 1 / (n - 1.0));
    };
  }
}
