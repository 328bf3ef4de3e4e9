package murmuration.icl;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * The classes of one sequence, the last of which is the query; what stands before it is the
 * context. All that is counted here is counted in the context alone.
 *
 * <pre>{@code
 * var sequence = ClassSequence.of(5, 3, 3, 5, 4, 4, 4, 2, 3);
 * int copies = sequence.queryCopies();     // 2
 * }</pre>
 *
 * @param classes class numbers, 0 or more, in order; length N + 1 of at least 2, at most 1,000,000
 */
public record ClassSequence(int[] classes) {
  private static final int LONGEST = 1_000_000;

  /** Checks the numbers and keeps its own copy. */
  public ClassSequence {
    Arguments.present("classes", classes);
    Arguments.require(
        classes.length >= 2 && classes.length <= LONGEST,
        "classes has %d numbers: expected 2 to %d, the last for the query",
        classes.length,
        LONGEST);
    classes = classes.clone();
    for (int i = 0; i < classes.length; i++) {
      Arguments.require(classes[i] >= 0, "classes[%d] is %d: expected 0 or more", i, classes[i]);
    }
  }

  /** The sequence of these classes. */
  public static ClassSequence of(int... classes) {
    return new ClassSequence(classes);
  }

  @Override
  public int[] classes() {
    return classes.clone();
  }

  /** The class that is asked for. */
  public int query() {
    return classes[classes.length - 1];
  }

  /** The classes before the query, length N. */
  public int[] context() {
    return Arrays.copyOf(classes, classes.length - 1);
  }

  /** Whether the query's class stands in the context. */
  public boolean queryInContext() {
    return queryCopies() > 0;
  }

  /** How often the query's class stands in the context. */
  public int queryCopies() {
    return (int) Arrays.stream(classes, 0, classes.length - 1).filter(c -> c == query()).count();
  }

  /** How often the most frequent class stands in the context. */
  public int maxRepeat() {
    int[] sorted = sortedContext();
    int longest = 1;
    int run = 1;
    for (int i = 1; i < sorted.length; i++) {
      run = sorted[i] == sorted[i - 1] ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** How many different classes stand in the context. */
  public int uniqueClasses() {
    return (int) Arrays.stream(classes, 0, classes.length - 1).distinct().count();
  }

  private int[] sortedContext() {
    int[] sorted = context();
    Arrays.sort(sorted);
    return sorted;
  }
}
