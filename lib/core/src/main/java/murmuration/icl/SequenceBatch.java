package murmuration.icl;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Room for sequences, made once and filled as often as wanted. Not for several threads at once.
 *
 * <p>{@link #tokens} is laid out sequence by sequence, token by token: number w of token t of
 * sequence s is at {@code (s * T + t) * W + w}, with T = 2N + 1 and W = P + D. Tokens 0, 2, 4, ...
 * are items, 1, 3, 5, ... their labels, token 2N is the query. Numbers 0 to P - 1 of a token are
 * its one-hot position, P to P + D - 1 its content.
 */
public final class SequenceBatch {
  /** The class number of an item of a novel class. */
  public static final int NOVEL = -1;

  private static final double MOST_NUMBERS = 5e7;

  private final InContextTask task;
  private final int size;
  private final float[] tokens;
  private final int[] targets;
  private final int[] classes;
  private final int[] labels;
  final Scratch scratch;

  private SequenceBatch(InContextTask task, int size) {
    this.task = task;
    this.size = size;
    tokens = new float[size * task.tokens() * task.width()];
    targets = new int[size];
    classes = new int[size * (task.pairs() + 1)];
    labels = new int[size * task.pairs()];
    scratch = new Scratch(task);
  }

  /**
   * Empty room.
   *
   * @param task the task
   * @param size sequences, 1 or more; at most 50 million numbers in all
   */
  public static SequenceBatch of(InContextTask task, int size) {
    Arguments.present("task", task);
    Arguments.require(size >= 1, "size is %d: expected at least 1", size);
    double numbers = (double) size * task.tokens() * task.width();
    Arguments.require(
        numbers <= MOST_NUMBERS,
        "size is %d, which makes %.0f numbers: expected at most %.0f",
        size,
        numbers,
        MOST_NUMBERS);
    return new SequenceBatch(task, size);
  }

  /** The task it has room for. */
  public InContextTask task() {
    return task;
  }

  /** How many sequences. */
  public int size() {
    return size;
  }

  /** The numbers themselves, not a copy: sequences times tokens times width. */
  public float[] tokens() {
    return tokens;
  }

  /** The label of every query, 0 to L - 1: the array itself, not a copy. */
  public int[] targets() {
    return targets;
  }

  /** The class of the query of a sequence, or {@link #NOVEL}. */
  public int queryClass(int sequence) {
    return classes[row(sequence) * (task.pairs() + 1) + task.pairs()];
  }

  /** The classes of the context of a sequence in order, length N; {@link #NOVEL} for novel ones. */
  public int[] contextClasses(int sequence) {
    int from = row(sequence) * (task.pairs() + 1);
    return Arrays.copyOfRange(classes, from, from + task.pairs());
  }

  /** The labels of the context of a sequence in order, length N, each 0 to L - 1. */
  public int[] contextLabels(int sequence) {
    int from = row(sequence) * task.pairs();
    return Arrays.copyOfRange(labels, from, from + task.pairs());
  }

  /** Where the content of a token starts in {@link #tokens}. */
  public int content(int sequence, int token) {
    Arguments.require(
        token >= 0 && token < task.tokens(),
        "token is %d: expected 0 to %d",
        token,
        task.tokens() - 1);
    return (row(sequence) * task.tokens() + token) * task.width() + task.positions();
  }

  void context(int sequence, int pair, int ofClass, int label) {
    classes[sequence * (task.pairs() + 1) + pair] = ofClass;
    labels[sequence * task.pairs() + pair] = label;
  }

  void query(int sequence, int ofClass, int label) {
    classes[sequence * (task.pairs() + 1) + task.pairs()] = ofClass;
    targets[sequence] = label;
  }

  private int row(int sequence) {
    Arguments.require(
        sequence >= 0 && sequence < size, "sequence is %d: expected 0 to %d", sequence, size - 1);
    return sequence;
  }

  /** What one sequence is put together in. */
  static final class Scratch {
    final int[] slots;
    final int[] order;
    final int[] labels;
    final float[] novel;

    Scratch(InContextTask task) {
      slots = new int[task.pairs()];
      order = new int[task.labels()];
      labels = new int[task.pairs()];
      novel = new float[task.pairs() * task.dimension()];
      Arrays.setAll(order, i -> i);
    }
  }
}
