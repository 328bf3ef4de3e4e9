package murmuration.neural.insilico;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import murmuration.icl.InContextTask;

/**
 * Which runs make the sweep, and what they must show. Reference numbers are the means of three runs
 * of the same algorithm in another library.
 */
final class IclAcceptance {
  /** K, B, alpha, pC; ICL and IWL of the reference; how far from it; seeds. */
  private record Band(
      int classes,
      int burstiness,
      double alpha,
      double bursty,
      double icl,
      double iwl,
      double within,
      int seeds) {
    InContextTask task() {
      return InContextTask.standard()
          .classes(classes)
          .burstiness(burstiness)
          .alpha(alpha)
          .bursty(bursty);
    }

    boolean isMedian() {
      return seeds > SEEDS;
    }
  }

  private static final int SEEDS = 3;

  private static final List<Band> BANDS =
      List.of(
          new Band(32, 2, 0, 1, 0.17, 0.75, 0.15, 5),
          new Band(64, 2, 0, 1, 0.29, 0.49, 0.08, 3),
          new Band(128, 2, 0, 1, 0.39, 0.23, 0.08, 3),
          new Band(256, 2, 0, 1, 0.74, 0.04, 0.12, 3),
          new Band(512, 2, 0, 1, 0.95, 0.01, 0.08, 3),
          new Band(256, 0, 0, 1, 0.06, 1.00, 0.08, 3),
          new Band(256, 1, 0, 1, 0.14, 0.73, 0.08, 3),
          new Band(256, 4, 0, 1, 0.96, 0.02, 0.08, 3),
          new Band(256, 2, 0.5, 1, 0.68, 0.07, 0.12, 3),
          new Band(256, 2, 1.0, 1, 0.49, 0.37, 0.15, 5),
          new Band(256, 2, 1.5, 1, 0.43, 0.69, 0.15, 5),
          new Band(256, 2, 2.0, 1, 0.37, 0.85, 0.15, 5),
          new Band(256, 2, 0, 0, 0.06, 1.00, 0.08, 3),
          new Band(256, 2, 0, 0.5, 0.09, 1.00, 0.08, 3),
          new Band(256, 2, 0, 0.9, 0.34, 0.59, 0.12, 3));

  private static final int[] BY_CLASSES = {0, 1, 2, 3, 4};
  private static final int[] BY_BURSTINESS = {6, 3, 7};
  private static final int[] BY_ALPHA = {3, 8, 9, 10, 11};
  private static final int HALF_BURSTY = 13;

  private IclAcceptance() {}

  /** One run to make: a task and a seed. */
  record Job(InContextTask task, long seed) {}

  static List<Job> jobs() {
    return BANDS.stream()
        .flatMap(b -> LongStream.range(0, b.seeds).mapToObj(seed -> new Job(b.task(), seed)))
        .toList();
  }

  /** Fails with all that is wrong at once. */
  static void check(List<IclRow> rows) {
    assertEquals(jobs(), rows.stream().map(row -> new Job(row.task(), row.seed())).toList());
    List<String> wrong = new ArrayList<>();
    for (Band band : BANDS) {
      near(band, "ICL", band.icl, centre(rows, band, IclRow::inContext), wrong);
      near(band, "IWL", band.iwl, centre(rows, band, IclRow::inWeights), wrong);
    }
    rise("ICL with K", rows, IclRow::inContext, BY_CLASSES, 1, wrong);
    rise("IWL with K", rows, IclRow::inWeights, BY_CLASSES, -1, wrong);
    rise("ICL with B", rows, IclRow::inContext, BY_BURSTINESS, 1, wrong);
    rise("IWL with B", rows, IclRow::inWeights, BY_BURSTINESS, -1, wrong);
    rise("IWL with alpha", rows, IclRow::inWeights, BY_ALPHA, 1, wrong);
    double fall = centre(rows, BANDS.get(HALF_BURSTY), row -> row.peak() - row.inContext());
    if (fall < 0.1) {
      wrong.add("ICL fell by " + fall + " at pC = 0.5: expected at least 0.1");
    }
    if (!wrong.isEmpty()) {
      fail(String.join("\n", wrong));
    }
    assertTrue(rows.stream().allMatch(row -> row.train() > 0.95), "all learned their sequences");
  }

  private static void near(
      Band band, String what, double reference, double found, List<String> wrong) {
    if (Math.abs(found - reference) > band.within) {
      wrong.add(
          String.format(
              java.util.Locale.ROOT,
              "%s: %s is %.3f, expected %.2f within %.2f",
              band.task(),
              what,
              found,
              reference,
              band.within));
    }
  }

  /** The median of five seeds, the mean of three. */
  private static double centre(List<IclRow> rows, Band band, ToDoubleFunction<IclRow> number) {
    double[] values =
        rows.stream().filter(r -> r.task().equals(band.task())).mapToDouble(number).toArray();
    Arrays.sort(values);
    return band.isMedian()
        ? values[values.length / 2]
        : Arrays.stream(values).average().orElseThrow();
  }

  private static void rise(
      String what,
      List<IclRow> rows,
      ToDoubleFunction<IclRow> number,
      int[] order,
      int sign,
      List<String> wrong) {
    double[] values =
        Arrays.stream(order).mapToDouble(i -> centre(rows, BANDS.get(i), number)).toArray();
    for (int i = 1; i < values.length; i++) {
      if (sign * (values[i] - values[i - 1]) <= 0) {
        wrong.add(what + ": " + values[i] + " follows " + values[i - 1]);
      }
    }
  }

  static List<IclRow> parse(Stream<String> lines) {
    return lines.skip(1).map(IclRow::parse).toList();
  }
}
