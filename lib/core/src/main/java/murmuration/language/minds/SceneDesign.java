package murmuration.language.minds;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;

/**
 * Scenes that are drawn anew for each game. Every modality has the same number of values, whose
 * means stand on a circle; both agents see each situation with an error of spread 1 of their own in
 * two dimensions a modality.
 *
 * @param modalities 1 to 6
 * @param values values of each modality, 2 to 50
 * @param each situations of every combination that is seen, and of every one kept back, 1 to 1000
 * @param spacing distance of neighbours on the circle, in standard deviations, above 0 to 1000
 * @param heldOut combinations that are kept back, at least 1
 * @param holdout which
 */
public record SceneDesign(
    int modalities, int values, int each, double spacing, int heldOut, Holdout holdout)
    implements SceneSource {
  private static final int MOST_COMBINATIONS = 20_000;
  private static final int MOST_SITUATIONS = 200_000;
  private static final int ATTEMPTS = 1000;

  /** Checks that something is left to see. */
  public SceneDesign {
    Arguments.require(
        modalities >= 1 && modalities <= Scenes.MOST_MODALITIES,
        "modalities is %d: expected 1 to %d",
        modalities,
        Scenes.MOST_MODALITIES);
    Arguments.require(values >= 2 && values <= 50, "values is %d: expected 2 to 50", values);
    Arguments.require(each >= 1 && each <= 1000, "each is %d: expected 1 to 1000", each);
    Arguments.within("spacing", spacing, 1e-9, 1000);
    Arguments.present("holdout", holdout);
    double combinations = Math.pow(values, modalities);
    Arguments.require(
        combinations <= MOST_COMBINATIONS && combinations * each <= MOST_SITUATIONS,
        "combinations are %s, %d situations of each: expected at most %d, %d situations",
        combinations,
        each,
        MOST_COMBINATIONS,
        MOST_SITUATIONS);
    Arguments.require(
        heldOut >= 1 && heldOut <= combinations - values,
        "heldOut is %d: expected 1 to %d, so that every value can be seen",
        heldOut,
        (int) combinations - values);
    Arguments.require(
        holdout != Holdout.BALANCED || heldOut == combinations / values,
        "heldOut is %d: expected %d to be balanced",
        heldOut,
        (int) (combinations / values));
  }

  /**
   * Twenty situations of each combination, neighbours 6 standard deviations apart, one in so many
   * combinations kept back as there are values, by chance.
   *
   * @param modalities 2 to 6
   * @param values values of each modality, 2 to 50
   */
  public static SceneDesign of(int modalities, int values) {
    Arguments.require(
        modalities >= 2 && modalities <= Scenes.MOST_MODALITIES,
        "modalities is %d: expected 2 to %d",
        modalities,
        Scenes.MOST_MODALITIES);
    Arguments.require(values >= 2 && values <= 50, "values is %d: expected 2 to 50", values);
    double heldOut = Math.pow(values, modalities - 1.0);
    Arguments.require(
        heldOut * values <= MOST_COMBINATIONS,
        "combinations are %s: expected at most %d",
        heldOut * values,
        MOST_COMBINATIONS);
    return new SceneDesign(modalities, values, 20, 6, (int) heldOut, Holdout.RANDOM);
  }

  /** The same with this many situations of every combination, 1 to 1000. */
  public SceneDesign each(int situations) {
    return new SceneDesign(modalities, values, situations, spacing, heldOut, holdout);
  }

  /** The same with neighbours so many standard deviations apart, above 0 to 1000. */
  public SceneDesign spacing(double deviations) {
    return new SceneDesign(modalities, values, each, deviations, heldOut, holdout);
  }

  /** The same with this many combinations kept back, by chance. */
  public SceneDesign heldOut(int combinations) {
    return new SceneDesign(modalities, values, each, spacing, combinations, Holdout.RANDOM);
  }

  /** The same with one in so many combinations kept back as there are values, in balance. */
  public SceneDesign balanced() {
    int one = (int) Math.round(Math.pow(values, modalities - 1.0));
    return new SceneDesign(modalities, values, each, spacing, one, Holdout.BALANCED);
  }

  @Override
  public Scenes scenes(long seed) {
    var rng = Rng.of(seed);
    boolean[] kept = holdout == Holdout.BALANCED ? inBalance(rng) : byChance(rng);
    int held = 0;
    for (boolean k : kept) {
      held += k ? 1 : 0;
    }
    int[][] seen = new int[(kept.length - held) * each][];
    int[][] asked = new int[held * each][];
    int s = 0;
    int a = 0;
    for (int combination = 0; combination < kept.length; combination++) {
      for (int i = 0; i < each; i++) {
        if (kept[combination]) {
          asked[a++] = digits(combination);
        } else {
          seen[s++] = digits(combination);
        }
      }
    }
    return new Scenes(
        looks(seen, rng), looks(seen, rng), seen, looks(asked, rng), looks(asked, rng));
  }

  private int[] digits(int combination) {
    int[] digits = new int[modalities];
    int rest = combination;
    for (int c = 0; c < modalities; c++) {
      digits[c] = rest % values;
      rest /= values;
    }
    return digits;
  }

  private boolean[] inBalance(RandomGenerator rng) {
    int[][] numbers = new int[modalities][];
    for (int c = 0; c < modalities; c++) {
      numbers[c] = order(values, rng);
    }
    boolean[] kept = new boolean[heldOut * values];
    for (int k = 0; k < kept.length; k++) {
      int sum = 0;
      int[] digits = digits(k);
      for (int c = 0; c < modalities; c++) {
        sum += numbers[c][digits[c]];
      }
      kept[k] = sum % values == 0;
    }
    return kept;
  }

  private boolean[] byChance(RandomGenerator rng) {
    int combinations = (int) Math.round(Math.pow(values, modalities));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      boolean[] kept = new boolean[combinations];
      int[] order = order(combinations, rng);
      for (int i = 0; i < heldOut; i++) {
        kept[order[i]] = true;
      }
      if (everyValueIsSeen(kept)) {
        return kept;
      }
    }
    throw new IllegalArgumentException(
        "heldOut is "
            + heldOut
            + ": expected fewer combinations, so that every value is seen in some other");
  }

  private boolean everyValueIsSeen(boolean[] kept) {
    boolean[] seen = new boolean[modalities * values];
    for (int k = 0; k < kept.length; k++) {
      if (!kept[k]) {
        int[] digits = digits(k);
        for (int c = 0; c < modalities; c++) {
          seen[c * values + digits[c]] = true;
        }
      }
    }
    for (boolean value : seen) {
      if (!value) {
        return false;
      }
    }
    return true;
  }

  private static int[] order(int n, RandomGenerator rng) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    RandomOrder.shuffle(order, rng);
    return order;
  }

  private double[][][] looks(int[][] situations, RandomGenerator rng) {
    double radius = spacing / (2 * Math.sin(Math.PI / values));
    double[][][] seen = new double[modalities][situations.length][2];
    for (int c = 0; c < modalities; c++) {
      for (int n = 0; n < situations.length; n++) {
        double angle = 2 * Math.PI * situations[n][c] / values;
        seen[c][n][0] = radius * Math.cos(angle) + rng.nextGaussian();
        seen[c][n][1] = radius * Math.sin(angle) + rng.nextGaussian();
      }
    }
    return seen;
  }

  @Override
  public String toString() {
    return (int) Math.round(Math.pow(values, modalities))
        + " combinations of "
        + modalities
        + " modalities, "
        + heldOut
        + " held out ("
        + holdout
        + "), "
        + each
        + " situations each, spacing "
        + spacing;
  }
}
