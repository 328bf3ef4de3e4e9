package murmuration.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The sizes of a group of runs about the one of lowest mean loss.
 *
 * @param parameters N of all runs
 * @param losses L of all runs
 * @param weights weights of all runs
 * @param rows the runs of the group
 */
record SizeWindow(double[] parameters, double[] losses, double[] weights, int[] rows) {
  private static final double SAME_SIZE = 1e-9;
  private static final double SAME_LOSS = 1e-9;
  private static final int NEIGHBOURS = 2;

  /** The runs of the lowest size and of two sizes on each side, as far as there are any. */
  int[] about() {
    List<List<Integer>> sizes = new ArrayList<>();
    List<Integer> sorted =
        Arrays.stream(rows)
            .filter(i -> weights[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> parameters[i]))
            .toList();
    if (sorted.isEmpty()) {
      return rows;
    }
    double size = 0;
    for (int i : sorted) {
      if (sizes.isEmpty() || parameters[i] > size * (1 + SAME_SIZE)) {
        sizes.add(new ArrayList<>());
        size = parameters[i];
      }
      sizes.getLast().add(i);
    }
    int lowest = 0;
    for (int j = 1; j < sizes.size(); j++) {
      if (mean(sizes.get(j)) < mean(sizes.get(lowest)) * (1 - SAME_LOSS)) {
        lowest = j;
      }
    }
    return sizes
        .subList(Math.max(0, lowest - NEIGHBOURS), Math.min(sizes.size(), lowest + NEIGHBOURS + 1))
        .stream()
        .flatMap(List::stream)
        .mapToInt(i -> i)
        .toArray();
  }

  private double mean(List<Integer> members) {
    double sum = 0;
    double weight = 0;
    for (int i : members) {
      sum += weights[i] * losses[i];
      weight += weights[i];
    }
    return sum / weight;
  }
}
