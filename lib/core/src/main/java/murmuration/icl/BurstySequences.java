package murmuration.icl;

import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.RandomOrder;

/**
 * Sequences of classes as Chan et al. (2022, Data distributional properties drive emergent
 * in-context learning in transformers, NeurIPS 35) train on. A bursty one has three items of the
 * query's class in its context, three of one other class, so that the commonest label does not give
 * the answer away, and fills up with further classes; the rest have a context without any order.
 *
 * <pre>{@code
 * var sequences = BurstySequences.of(ZipfClasses.of(1603, 1));
 * ClassSequence one = sequences.burstySequence(Rng.of(1));
 * ClassSequence trained = sequences.sequence(Rng.of(2));      // bursty nine times in ten
 * }</pre>
 *
 * @param classes where classes come from; the query is drawn by their chances
 * @param context items before the query; 8 by default
 * @param copies items of the query's class and of the rival's; 3 by default
 * @param bursty the share of bursty sequences; 0.9 by default
 */
public record BurstySequences(ZipfClasses classes, int context, int copies, double bursty) {
  private static final int LONGEST = 10_000;

  /** Checks that there is room for both classes and that there are enough further ones. */
  public BurstySequences {
    Arguments.present("classes", classes);
    Arguments.require(copies >= 1, "copies is %d: expected at least 1", copies);
    Arguments.require(
        context >= 2L * copies && context <= LONGEST,
        "context is %d: expected %d, twice the copies, to %d",
        context,
        2L * copies,
        LONGEST);
    int needed = 2 + context - 2 * copies;
    Arguments.require(
        classes.count() >= needed,
        "classes are %d: expected at least %d, all different in one context",
        classes.count(),
        needed);
    Arguments.within("bursty", bursty, 0, 1);
  }

  /** With the defaults. */
  public static BurstySequences of(ZipfClasses classes) {
    return new BurstySequences(classes, 8, 3, 0.9);
  }

  /** The same with so many items before the query. */
  public BurstySequences context(int value) {
    return new BurstySequences(classes, value, copies, bursty);
  }

  /** The same with so many items of the query's class and of its rival. */
  public BurstySequences copies(int value) {
    return new BurstySequences(classes, context, value, bursty);
  }

  /** The same with another share of bursty sequences. */
  public BurstySequences bursty(double value) {
    return new BurstySequences(classes, context, copies, value);
  }

  /** A sequence to train on: bursty by its chance, else of independent classes. */
  public ClassSequence sequence(RandomGenerator random) {
    boolean isBursty = Arguments.present("random", random).nextDouble() < bursty;
    return isBursty ? burstySequence(random) : plainSequence(random);
  }

  /**
   * A bursty sequence: query and rival {@link #copies} times each, each further class once, in
   * random order. Classes are drawn by their chances without replacement.
   */
  public ClassSequence burstySequence(RandomGenerator random) {
    Arguments.present("random", random);
    var chooser = new ClassChooser(classes, 2 + context - 2 * copies);
    int[] sequence = new int[context + 1];
    int query = chooser.next(random);
    int rival = chooser.next(random);
    int[] items = new int[context];
    for (int i = 0; i < context; i++) {
      items[i] = i < copies ? query : i < 2 * copies ? rival : chooser.next(random);
    }
    RandomOrder.shuffle(items, random);
    System.arraycopy(items, 0, sequence, 0, context);
    sequence[context] = query;
    return new ClassSequence(sequence);
  }

  /** A sequence whose context and query are independent draws. */
  public ClassSequence plainSequence(RandomGenerator random) {
    Arguments.present("random", random);
    int[] sequence = new int[context + 1];
    for (int i = 0; i <= context; i++) {
      sequence[i] = classes.draw(random);
    }
    return new ClassSequence(sequence);
  }
}
