package murmuration.bench;

import java.io.IOException;
import java.util.Arrays;
import murmuration.sorting.CellArray;
import murmuration.sorting.CellStart;
import murmuration.sorting.measure.SortingCost;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;

/** Our side of {@code sorting.py}: one sort of the given array, with swaps, steps and turns. */
final class SortingJobs {
  private SortingJobs() {}

  public static void main(String[] arguments) throws IOException {
    JobLoop.serve(SortingJobs::run);
  }

  private static double[] run(String job, double[] x) {
    var array = array(x, algotypes(job));
    SortingCost cost = (job.startsWith("quick-") ? array.rejectionFree() : array).cost(x.length);
    return new double[] {cost.swaps(), cost.compareAndSwap(), cost.activations()};
  }

  private static CellArray array(double[] x, Algotype... algotypes) {
    int[] types = new int[x.length];
    Arrays.setAll(types, i -> i % algotypes.length);
    int[] values = Arrays.stream(x).mapToInt(v -> (int) v).toArray();
    return CellArray.of(x.length)
        .algotypes(algotypes)
        .start(new CellStart(values, types, new boolean[x.length], new boolean[x.length]));
  }

  private static Algotype[] algotypes(String job) {
    return switch (job.substring(job.indexOf('-') + 1)) {
      case "bubble", "bubble-threads" -> new Algotype[] {Algotypes.BUBBLE};
      case "insertion" -> new Algotype[] {Algotypes.INSERTION};
      case "selection" -> new Algotype[] {Algotypes.SELECTION};
      case "bubble-selection" -> new Algotype[] {Algotypes.BUBBLE, Algotypes.SELECTION};
      default ->
          throw new IllegalArgumentException("job is " + job + ": expected one of sorting.py");
    };
  }
}
