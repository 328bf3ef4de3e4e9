package murmuration.language.game;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;

/**
 * Which meanings are trained and which are held out, as in Chaabouni et al. (2020, ACL). Meanings
 * with exactly one value 0 are the {@code generalization} set, those with more are left out, and a
 * tenth of the rest, rounded down, by a random permutation, is the {@code uniform} holdout. The
 * value 0 is therefore never trained: asked for all attributes of a generalization meaning, nobody
 * can know.
 *
 * @param space all meanings
 * @param train indices that are trained, ascending
 * @param uniform indices held out at random, ascending
 * @param generalization indices with exactly one value 0, ascending
 */
public record MeaningSplit(MeaningSpace space, int[] train, int[] uniform, int[] generalization) {
  private static final int TENTH = 10;

  /** Keeps its own copies. */
  public MeaningSplit {
    Arguments.present("space", space);
    train = checked("train", train, space);
    uniform = checked("uniform", uniform, space);
    generalization = checked("generalization", generalization, space);
    Arguments.require(train.length > 0, "train is empty: expected at least one meaning");
  }

  static MeaningSplit of(MeaningSpace space, long seed) {
    int[] whole = IntStream.range(0, space.size()).filter(i -> zeros(space, i) == 0).toArray();
    int[] single = IntStream.range(0, space.size()).filter(i -> zeros(space, i) == 1).toArray();
    RandomOrder.shuffle(whole, Rng.of(seed));
    int[] uniform = Arrays.copyOf(whole, whole.length / TENTH);
    int[] train = Arrays.copyOfRange(whole, uniform.length, whole.length);
    Arrays.sort(uniform);
    Arrays.sort(train);
    return new MeaningSplit(space, train, uniform, single);
  }

  private static long zeros(MeaningSpace space, int index) {
    return Arrays.stream(space.meaning(index)).filter(v -> v == 0).count();
  }

  private static int[] checked(String name, int[] indices, MeaningSpace space) {
    for (int index : Arguments.present(name, indices)) {
      Arguments.require(
          index >= 0 && index < space.size(),
          "%s has the index %d: expected 0 to %d",
          name,
          index,
          space.size() - 1);
    }
    return indices.clone();
  }

  @Override
  public int[] train() {
    return train.clone();
  }

  @Override
  public int[] uniform() {
    return uniform.clone();
  }

  @Override
  public int[] generalization() {
    return generalization.clone();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d meanings: %d trained, %d held out at random, %d for generalization",
        space.size(),
        train.length,
        uniform.length,
        generalization.length);
  }
}
