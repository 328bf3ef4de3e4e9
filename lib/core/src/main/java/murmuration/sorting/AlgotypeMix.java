package murmuration.sorting;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.sorting.policy.Algotype;

/**
 * The algotypes of an array. Before they are shuffled position i holds entry i modulo the number of
 * entries, so that two entries make half and half, and an entry given twice makes two shares.
 *
 * @param algotypes what each entry does
 * @param labels what each entry is called; cells of one label count as alike. Different labels on
 *     one algotype make a control, in which like cells can cluster by chance only
 */
public record AlgotypeMix(List<Algotype> algotypes, List<String> labels) {
  private static final int MOST = 100;

  /** Checks that there is a label for each of 1 to 100 algotypes, and keeps its own copies. */
  public AlgotypeMix {
    algotypes = Arguments.listed("algotypes", algotypes);
    labels = Arguments.listed("labels", labels);
    Arguments.require(
        !algotypes.isEmpty() && algotypes.size() <= MOST,
        "algotypes has %d entries: expected 1 to %d",
        algotypes.size(),
        MOST);
    Arguments.require(
        labels.size() == algotypes.size(),
        "labels has %d entries, algotypes has %d: expected the same number",
        labels.size(),
        algotypes.size());
  }

  /** Algotypes under their own names. */
  public static AlgotypeMix of(Algotype... algotypes) {
    var list = Arguments.listed("algotypes", algotypes);
    return new AlgotypeMix(list, list.stream().map(Algotype::name).toList());
  }

  /** The same labels, all on one algotype. */
  public AlgotypeMix control(Algotype algotype) {
    Arguments.present("algotype", algotype);
    return new AlgotypeMix(Collections.nCopies(labels.size(), algotype), labels);
  }

  /** Whether all entries do the same. */
  public boolean isUniform() {
    return areAlike(algotypes);
  }

  /** Whether all entries are called the same. */
  public boolean isOneLabel() {
    return areAlike(labels);
  }

  /** The type of each entry: the first entry of its label. */
  int[] types() {
    int[] types = new int[labels.size()];
    Arrays.setAll(types, i -> labels.indexOf(labels.get(i)));
    return types;
  }

  private static boolean areAlike(List<?> entries) {
    for (Object entry : entries) {
      if (!entry.equals(entries.getFirst())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return IntStream.range(0, labels.size())
        .mapToObj(
            i ->
                labels.get(i).equals(algotypes.get(i).name())
                    ? labels.get(i)
                    : labels.get(i) + " (in fact " + algotypes.get(i).name() + ")")
        .collect(Collectors.joining(" + "));
  }
}
