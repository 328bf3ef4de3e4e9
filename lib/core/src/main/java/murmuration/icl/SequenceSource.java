package murmuration.icl;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;

/**
 * The class and label vectors of one {@link InContextTask}, and the sequences drawn from them. It
 * never changes, so that many threads may fill batches of their own.
 *
 * <pre>{@code
 * var task = InContextTask.standard();
 * var source = SequenceSource.of(task, 1);
 * var batch = SequenceBatch.of(task, 128);
 * source.fill(batch, SequenceKind.TRAINING, Rng.of(2));
 * }</pre>
 */
public final class SequenceSource {
  private final InContextTask task;
  private final long seed;
  private final ZipfClasses zipf;
  private final float[] classVectors;
  private final float[] labelVectors;
  private final double spread;
  private final double noise;
  private final double scale;

  private SequenceSource(InContextTask task, long seed) {
    this.task = task;
    this.seed = seed;
    zipf = ZipfClasses.of(task.classes(), task.alpha());
    spread = 1 / Math.sqrt(task.dimension());
    noise = task.noise() * spread;
    scale = 1 / Math.sqrt(1 + task.noise() * task.noise());
    labelVectors = vectors(task.labels(), Rng.of(seed, 0));
    classVectors = vectors(task.classes(), Rng.of(seed, 1));
  }

  /**
   * Draws the vectors. Tasks that differ in the number of classes alone share those they have.
   *
   * @param task the task
   * @param seed seed of the vectors
   */
  public static SequenceSource of(InContextTask task, long seed) {
    return new SequenceSource(Arguments.present("task", task), seed);
  }

  private float[] vectors(int count, RandomGenerator random) {
    float[] vectors = new float[count * task.dimension()];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) (random.nextGaussian() * spread);
    }
    return vectors;
  }

  /** The task. */
  public InContextTask task() {
    return task;
  }

  /** The seed of the vectors. */
  public long seed() {
    return seed;
  }

  /** The class vectors mu: class by class, K times D. */
  public float[] classVectors() {
    return classVectors.clone();
  }

  /** The label vectors: label by label, L times D. */
  public float[] labelVectors() {
    return labelVectors.clone();
  }

  /** The label of a class, k mod L. */
  public int label(int ofClass) {
    Arguments.require(
        ofClass >= 0 && ofClass < task.classes(),
        "class is %d: expected 0 to %d",
        ofClass,
        task.classes() - 1);
    return ofClass % task.labels();
  }

  /**
   * Fills a batch with fresh sequences.
   *
   * @param batch room for sequences of this task; all it held is overwritten
   * @param kind which sequences
   * @param random where chance comes from
   * @throws IllegalArgumentException if there are fewer labels than novel classes in a context
   */
  public void fill(SequenceBatch batch, SequenceKind kind, RandomGenerator random) {
    Arguments.present("kind", kind);
    Arguments.present("random", random);
    Arguments.require(
        Arguments.present("batch", batch).task().equals(task),
        "batch is of the task %s: expected %s",
        batch.task(),
        task);
    Arrays.fill(batch.tokens(), 0);
    Arrays.setAll(batch.scratch.order, i -> i);
    var chooser = new ClassChooser(zipf, task.pairs());
    for (int s = 0; s < batch.size(); s++) {
      switch (kind) {
        case TRAINING -> {
          boolean bursty = task.bursty() == 1 || random.nextDouble() < task.bursty();
          known(batch, s, bursty, chooser, random);
        }
        case BURSTY -> known(batch, s, true, chooser, random);
        case IN_CONTEXT -> novel(batch, s, task.contextClasses(), random);
        case IN_CONTEXT_ONCE -> novel(batch, s, task.pairs(), random);
        case IN_WEIGHTS -> withoutLabel(batch, s, chooser, random);
      }
    }
  }

  private void known(
      SequenceBatch batch, int s, boolean bursty, ClassChooser chooser, RandomGenerator random) {
    int[] slots = batch.scratch.slots;
    int query = zipf.draw(random);
    if (bursty && task.burstiness() > 0) {
      chooser.clear();
      int k = chooser.keep(query);
      for (int i = 0; i < slots.length; i++) {
        k = i > 0 && i % task.burstiness() == 0 ? chooser.next(random) : k;
        slots[i] = k;
      }
      RandomOrder.shuffle(slots, random);
    } else {
      for (int i = 0; i < slots.length; i++) {
        slots[i] = zipf.draw(random);
      }
    }
    write(batch, s, query, random);
  }

  /** Independent classes of which none has the query's label. */
  private void withoutLabel(
      SequenceBatch batch, int s, ClassChooser chooser, RandomGenerator random) {
    int[] slots = batch.scratch.slots;
    int query = zipf.draw(random);
    int label = query % task.labels();
    IntPredicate other = k -> k % task.labels() != label;
    for (int i = 0; i < slots.length; i++) {
      slots[i] = chooser.draw(random, other);
    }
    write(batch, s, query, random);
  }

  private void write(SequenceBatch batch, int s, int query, RandomGenerator random) {
    int start = position(random);
    int[] slots = batch.scratch.slots;
    for (int i = 0; i < slots.length; i++) {
      int label = slots[i] % task.labels();
      item(batch, s, 2 * i, start, classVectors, slots[i], random);
      label(batch, s, 2 * i + 1, start, label);
      batch.context(s, i, slots[i], label);
    }
    item(batch, s, 2 * slots.length, start, classVectors, query, random);
    batch.query(s, query, query % task.labels());
  }

  private void novel(SequenceBatch batch, int s, int distinct, RandomGenerator random) {
    Arguments.require(
        distinct <= task.labels(),
        "labels is %d: expected at least the %d novel classes of a context",
        task.labels(),
        distinct);
    var scratch = batch.scratch;
    for (int i = 0; i < distinct * task.dimension(); i++) {
      scratch.novel[i] = (float) (random.nextGaussian() * spread);
    }
    chooseLabels(scratch, distinct, random);
    int each = task.pairs() / distinct;
    Arrays.setAll(scratch.slots, i -> i / each);
    RandomOrder.shuffle(scratch.slots, random);
    int start = position(random);
    for (int i = 0; i < task.pairs(); i++) {
      int label = scratch.labels[scratch.slots[i]];
      item(batch, s, 2 * i, start, scratch.novel, scratch.slots[i], random);
      label(batch, s, 2 * i + 1, start, label);
      batch.context(s, i, SequenceBatch.NOVEL, label);
    }
    int query = random.nextInt(distinct);
    item(batch, s, 2 * task.pairs(), start, scratch.novel, query, random);
    batch.query(s, SequenceBatch.NOVEL, scratch.labels[query]);
  }

  /** Different labels, each as likely as any other. */
  private static void chooseLabels(
      SequenceBatch.Scratch scratch, int count, RandomGenerator random) {
    int[] order = scratch.order;
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(order.length - i);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
      scratch.labels[i] = order[i];
    }
  }

  private int position(RandomGenerator random) {
    return random.nextInt(task.positions() - 2 * task.pairs());
  }

  private void item(
      SequenceBatch batch,
      int s,
      int token,
      int start,
      float[] vectors,
      int row,
      RandomGenerator random) {
    float[] tokens = batch.tokens();
    int d = task.dimension();
    int at = (s * task.tokens() + token) * task.width();
    tokens[at + start + token] = 1;
    at += task.positions();
    for (int i = 0; i < d; i++) {
      double eta = noise == 0 ? 0 : noise * random.nextGaussian();
      tokens[at + i] = (float) ((vectors[row * d + i] + eta) * scale);
    }
  }

  private void label(SequenceBatch batch, int s, int token, int start, int label) {
    int d = task.dimension();
    int at = (s * task.tokens() + token) * task.width();
    batch.tokens()[at + start + token] = 1;
    System.arraycopy(labelVectors, label * d, batch.tokens(), at + task.positions(), d);
  }
}
