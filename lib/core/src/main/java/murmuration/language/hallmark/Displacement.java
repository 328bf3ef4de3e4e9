package murmuration.language.hallmark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.random.RandomGenerator;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * Whether messages tell of what is not in view: how well an attribute of an object that the sender
 * does not see is decoded from its last messages, {@code (accuracy - base) / (1 - base)} with the
 * share of the commonest value as base. The decoder takes the value with the highest posterior, by
 * counts + 1; it is fitted on four fifths of the episodes and judged on the rest, in turn. Chance:
 * whole episodes get the attributes of other episodes, 100 times. The caller chooses the records:
 * moments at which the object is out of the sender's view.
 *
 * @param accuracy share of records decoded rightly
 * @param base share of the commonest value
 * @param chance accuracy with the attributes of other episodes, of each shuffle
 * @param information mutual information of window and attribute in bits, by counts, less its mean
 *     over the shuffles
 * @param records how many
 * @param provenance where it comes from
 */
public record Displacement(
    double accuracy,
    double base,
    double[] chance,
    double information,
    int records,
    Provenance provenance)
    implements Result {
  private static final int FOLDS = 5;
  private static final int SHUFFLES = 100;
  private static final int MOST = 5_000_000;
  private static final int MOST_CELLS = 1_000_000;

  /** Keeps its own copy. */
  public Displacement {
    Arguments.within("accuracy", accuracy, 0, 1);
    Arguments.within("base", base, 0, 1);
    Arguments.finite("chance", chance, 2);
    Arguments.present("provenance", provenance);
    chance = chance.clone();
  }

  /**
   * Measures it.
   *
   * @param episodes the episode of each record, in blocks; at least 5 of them
   * @param windows the last messages of the sender at each record, as one row of symbols
   * @param attributes the value to be decoded at each record
   * @param seed of folds and shuffles
   */
  public static Displacement of(int[] episodes, int[][] windows, int[] attributes, long seed) {
    Arguments.present("episodes", episodes);
    Arguments.present("windows", windows);
    Arguments.present("attributes", attributes);
    int n = episodes.length;
    Arguments.require(n >= FOLDS && n <= MOST, "records are %d: expected %d to %d", n, FOLDS, MOST);
    Arguments.require(
        windows.length == n && attributes.length == n,
        "windows has %d rows, attributes %d values: expected %d",
        windows.length,
        attributes.length,
        n);
    int[] episode = codes(episodes);
    int[] window = windowCodes(windows);
    int[] attribute = codes(attributes);
    int[] starts = starts(episode);
    long cells = (long) size(window) * size(attribute);
    Arguments.require(
        cells <= MOST_CELLS, "windows times values are %d: expected at most %d", cells, MOST_CELLS);
    var decoder = new Decoder(episode, window, folds(starts.length - 1, Rng.of(seed)));
    double accuracy = decoder.accuracy(attribute);
    double bits = decoder.information(attribute);
    double[] chance = new double[SHUFFLES];
    double[] chanceBits = new double[SHUFFLES];
    for (int b = 0; b < SHUFFLES; b++) {
      Interruption.check("the shuffles of displacement");
      int[] other = exchanged(attribute, starts, Rng.of(seed, b));
      chance[b] = decoder.accuracy(other);
      chanceBits[b] = decoder.information(other);
    }
    int[] counts = new int[size(attribute)];
    Arrays.stream(attribute).forEach(a -> counts[a]++);
    double base = (double) Arrays.stream(counts).max().orElseThrow() / n;
    var options = new LinkedHashMap<String, String>();
    options.put("folds", FOLDS + " by episode");
    options.put("shuffles", Integer.toString(SHUFFLES));
    return new Displacement(
        accuracy,
        base,
        chance,
        bits - StatUtils.mean(chanceBits),
        n,
        Provenance.of(options).seed(seed));
  }

  private static int size(int[] codes) {
    return Arrays.stream(codes).max().orElseThrow() + 1;
  }

  private static int[] codes(int[] values) {
    var codes = new HashMap<Integer, Integer>();
    return Arrays.stream(values).map(v -> codes.computeIfAbsent(v, x -> codes.size())).toArray();
  }

  private static int[] windowCodes(int[][] windows) {
    var codes = new HashMap<String, Integer>();
    int[] code = new int[windows.length];
    for (int i = 0; i < code.length; i++) {
      Arguments.present("windows[" + i + "]", windows[i]);
      code[i] = codes.computeIfAbsent(Arrays.toString(windows[i]), x -> codes.size());
    }
    return code;
  }

  /** Where each episode starts, and the end. */
  private static int[] starts(int[] episode) {
    int episodes = size(episode);
    Arguments.require(episodes >= FOLDS, "episodes are %d: expected at least %d", episodes, FOLDS);
    int[] starts = new int[episodes + 1];
    int next = 0;
    for (int i = 0; i < episode.length; i++) {
      if (episode[i] == next) {
        starts[next++] = i;
      }
      Arguments.require(
          episode[i] == next - 1, "episodes at record %d comes back: expected blocks", i);
    }
    starts[episodes] = episode.length;
    return starts;
  }

  private static int[] folds(int episodes, RandomGenerator rng) {
    int[] order = Similarity.shuffled(episodes, rng);
    int[] folds = new int[episodes];
    for (int i = 0; i < episodes; i++) {
      folds[order[i]] = i % FOLDS;
    }
    return folds;
  }

  /** Each episode with the attributes of another, over and over where that is shorter. */
  private static int[] exchanged(int[] attribute, int[] starts, RandomGenerator rng) {
    int[] order = Similarity.shuffled(starts.length - 1, rng);
    int[] other = new int[attribute.length];
    for (int e = 0; e < order.length; e++) {
      int from = starts[order[e]];
      int length = starts[order[e] + 1] - from;
      for (int i = starts[e]; i < starts[e + 1]; i++) {
        other[i] = attribute[from + (i - starts[e]) % length];
      }
    }
    return other;
  }

  private static final class Decoder {
    private final int[] fold;
    private final int[] window;
    private final int windows;

    Decoder(int[] episode, int[] window, int[] folds) {
      this.window = window;
      windows = size(window);
      fold = Arrays.stream(episode).map(e -> folds[e]).toArray();
    }

    double accuracy(int[] attribute) {
      int values = size(attribute);
      int right = 0;
      for (int f = 0; f < FOLDS; f++) {
        int[] best = fitted(attribute, values, f);
        for (int i = 0; i < fold.length; i++) {
          right += fold[i] == f && best[window[i]] == attribute[i] ? 1 : 0;
        }
      }
      return (double) right / fold.length;
    }

    /** The value with the highest posterior for each window, of the other folds. */
    private int[] fitted(int[] attribute, int values, int without) {
      int[] joint = new int[windows * values];
      double[] counts = new double[values];
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] != without) {
          joint[window[i] * values + attribute[i]]++;
          counts[attribute[i]]++;
        }
      }
      int[] best = new int[windows];
      for (int w = 0; w < windows; w++) {
        double top = -1;
        for (int a = 0; a < values; a++) {
          double score = (joint[w * values + a] + 1) * prior(counts[a]);
          if (score > top) {
            top = score;
            best[w] = a;
          }
        }
      }
      return best;
    }

    /** P(a) / (n(a) + windows), to which P(a) P(w | a) is proportional with counts + 1. */
    private double prior(double count) {
      return (count + 1) / (count + windows);
    }

    double information(int[] attribute) {
      int values = size(attribute);
      int[] joint = new int[windows * values];
      int[] a = new int[values];
      int[] w = new int[windows];
      for (int i = 0; i < fold.length; i++) {
        joint[window[i] * values + attribute[i]]++;
        a[attribute[i]]++;
        w[window[i]]++;
      }
      double n = fold.length;
      double sum = 0;
      for (int cell = 0; cell < joint.length; cell++) {
        if (joint[cell] > 0) {
          double expected = (double) w[cell / values] * a[cell % values] / n;
          sum += joint[cell] / n * StrictMath.log(joint[cell] / expected);
        }
      }
      return sum / StrictMath.log(2);
    }
  }

  @Override
  public double[] chance() {
    return chance.clone();
  }

  /** {@code (accuracy - base) / (1 - base)}; 0 where there is one value only. */
  public double value() {
    return share(accuracy);
  }

  private double share(double accurate) {
    return base == 1 ? 0 : (accurate - base) / (1 - base);
  }

  /** The value beside chance. */
  public Hallmark hallmark() {
    double[] values = Arrays.stream(chance).map(this::share).toArray();
    return new Hallmark(
        "displacement",
        value(),
        StatUtils.mean(values),
        Math.sqrt(StatUtils.variance(values)),
        records,
        "accuracy above the commonest value, of what is decoded from the last messages",
        provenance);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        displacement: %.4g (by chance %.4g; z = %.3g; %d records)
        decoded rightly %.4g, commonest value %.4g, information %.4g bits above chance\
        """,
        value(),
        hallmark().baseline(),
        hallmark().z(),
        records,
        accuracy,
        base,
        information);
  }

  @Override
  public Table table() {
    return Quantities.of("displacement")
        .and("displacement", value())
        .and("accuracy", accuracy)
        .and("base", base)
        .and("information above chance (bits)", information)
        .and("z", hallmark().z())
        .table();
  }
}
