package murmuration.warning.spatial;

import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import murmuration.warning.NullModel;
import murmuration.warning.Surrogates;

/**
 * Landscapes without structure, to compare with: how many to draw, and the seed.
 *
 * <p>The mean, and variance and skewness of single cells, are the same in every order of the cells:
 * against permutations their p is 1.
 *
 * <p>Both nulls destroy <em>all</em> structure. A small p therefore says that the cells are
 * arranged, as those of nearly any living landscape are; it does not say that a transition comes.
 * What the nulls do show is how much of a change along a gradient the changing cover brings by
 * itself.
 *
 * @param kind how landscapes are drawn
 * @param count landscapes to draw, at least 1
 * @param seed seed of the random numbers
 */
public record SpatialNull(Kind kind, int count, long seed) {
  /** How landscapes are drawn. */
  public enum Kind {
    /** The same cells in random order: the mean and all values are kept. */
    PERMUTATION,
    /** Each cell occupied independently with the probability of the cover: binary only. */
    BERNOULLI
  }

  private static final int MOST = 1_000_000;

  /** Checks the ranges. */
  public SpatialNull {
    Arguments.present("kind", kind);
    Arguments.require(
        count >= 1 && count <= MOST, "count is %d: expected 1 to %d landscapes", count, MOST);
  }

  /** The same cells in random order. */
  public static SpatialNull permutation(int count) {
    return new SpatialNull(Kind.PERMUTATION, count, 0);
  }

  /** Independent cells of the same cover. */
  public static SpatialNull bernoulli(int count) {
    return new SpatialNull(Kind.BERNOULLI, count, 0);
  }

  /** The same with another seed; the default is 0. */
  public SpatialNull seed(long value) {
    return new SpatialNull(kind, count, value);
  }

  /** The draws for the landscape of this number. */
  Surrogates.Source from(Landscape landscape, int number) {
    NullModel model =
        kind == Kind.PERMUTATION ? new Permuted(landscape.shared()) : independent(landscape);
    return new Surrogates.Source(model, count, Rng.seed(seed, number));
  }

  private static NullModel independent(Landscape landscape) {
    Patches.requireBinary(landscape);
    return new Independent(landscape.size(), landscape.mean());
  }

  /** The cells in random order (Fisher and Yates). */
  private record Permuted(double[] cells) implements NullModel {
    @Override
    public int size() {
      return cells.length;
    }

    @Override
    public void fill(RandomGenerator random, double[] out) {
      System.arraycopy(cells, 0, out, 0, cells.length);
      RandomOrder.shuffle(out, random);
    }

    @Override
    public String words() {
      return "the same cells in random order (permutation)";
    }

    @Override
    public Map<String, Double> parameters() {
      return Map.of();
    }
  }

  /** Cells that know nothing of one another. */
  private record Independent(int size, double cover) implements NullModel {
    @Override
    public void fill(RandomGenerator random, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = random.nextDouble() < cover ? 1 : 0;
      }
    }

    @Override
    public String words() {
      return "independent cells of the same cover";
    }

    @Override
    public Map<String, Double> parameters() {
      return Map.of("cover", cover);
    }
  }
}
