package murmuration.language.game;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.language.Listener;
import murmuration.language.Speaker;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * How a pair does on meanings it was trained on and on meanings it was not, by best messages and
 * best guesses. EGG scores the generalization set on the attributes that are not 0 only, since the
 * value 0 was never trained; asked for all attributes, a pair cannot be right but by luck. Both are
 * given.
 *
 * @param training share of the trained meanings with every attribute right
 * @param uniform the same of the uniform holdout; NaN where that is empty, as of fewer than 10
 *     meanings
 * @param generalizationSeen share of the generalization set with every attribute right that is not
 *     0 (EGG's {@code acc}); NaN where every meaning has one attribute only
 * @param generalizationSeenMean mean share of the attributes that are not 0 that is right (EGG's
 *     {@code acc_or})
 * @param generalizationAll share of the generalization set with every attribute right
 * @param provenance where it comes from
 */
public record Generalization(
    double training,
    double uniform,
    double generalizationSeen,
    double generalizationSeenMean,
    double generalizationAll,
    Provenance provenance)
    implements Result {

  /** Checks that it has a provenance. */
  public Generalization {
    Arguments.present("provenance", provenance);
  }

  /** The shares of a pair on a split. */
  public static Generalization of(Speaker speaker, Listener listener, MeaningSplit split) {
    Arguments.present("speaker", speaker);
    Arguments.present("listener", listener);
    Arguments.present("split", split);
    var space = split.space();
    var all = new Score();
    var uniform = new Score();
    var held = new Score();
    for (int index : split.train()) {
      all.add(space.meaning(index), speaker, listener);
    }
    for (int index : split.uniform()) {
      uniform.add(space.meaning(index), speaker, listener);
    }
    for (int index : split.generalization()) {
      held.add(space.meaning(index), speaker, listener);
    }
    boolean single = space.attributes() == 1;
    return new Generalization(
        all.share(all.whole),
        uniform.share(uniform.whole),
        single ? Double.NaN : held.share(held.seen),
        single ? Double.NaN : held.share(held.seenMean),
        held.share(held.whole),
        Provenance.of(Map.of("split", split.toString())));
  }

  private static final class Score {
    private double n;
    private double whole;
    private double seen;
    private double seenMean;

    void add(int[] meaning, Speaker speaker, Listener listener) {
      int[] understood = listener.understand(speaker.best(meaning));
      Arguments.require(
          understood.length == meaning.length,
          "listener understands %d attributes: expected %d",
          understood.length,
          meaning.length);
      int right = 0;
      int known = 0;
      int knownRight = 0;
      for (int a = 0; a < meaning.length; a++) {
        boolean same = understood[a] == meaning[a];
        right += same ? 1 : 0;
        known += meaning[a] != 0 ? 1 : 0;
        knownRight += same && meaning[a] != 0 ? 1 : 0;
      }
      n++;
      whole += right == meaning.length ? 1 : 0;
      seen += knownRight == known ? 1 : 0;
      seenMean += known == 0 ? 0 : (double) knownRight / known;
    }

    double share(double count) {
      return n == 0 ? Double.NaN : count / n;
    }
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        trained meanings        %.4g
        uniform holdout         %.4g
        new value, seen part    %.4g all right, %.4g on average
        new value, all of it    %.4g\
        """,
        training,
        uniform,
        generalizationSeen,
        generalizationSeenMean,
        generalizationAll);
  }

  @Override
  public Table table() {
    return Quantities.of("generalization")
        .and("training", training)
        .and("uniform", uniform)
        .and("generalization, seen attributes", generalizationSeen)
        .and("generalization, seen attributes, mean", generalizationSeenMean)
        .and("generalization, all attributes", generalizationAll)
        .table();
  }
}
