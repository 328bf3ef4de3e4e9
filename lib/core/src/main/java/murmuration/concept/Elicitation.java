package murmuration.concept;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Proportion;
import tech.tablesaw.api.Table;

/**
 * How often a generator gave the target class, asked naively and by each intervention.
 *
 * @param names what each way is called, the naive one first
 * @param kinds where each takes hold
 * @param shares share of hits of each, 0 to 1
 * @param samples samples a way
 * @param provenance where they come from
 */
public record Elicitation(
    List<String> names,
    List<InterventionKind> kinds,
    double[] shares,
    int samples,
    Provenance provenance)
    implements Result {
  private static final double LEVEL = 0.95;
  private static final int MOST_LISTED = 10;

  /** Checks the lengths and keeps its own copy. */
  public Elicitation {
    names = Arguments.listed("names", names);
    kinds = Arguments.listed("kinds", kinds);
    Arguments.finite("shares", shares, 1);
    Arguments.require(
        names.size() == shares.length && kinds.size() == shares.length,
        "names, kinds and shares have %d, %d and %d entries: expected the same",
        names.size(),
        kinds.size(),
        shares.length);
    for (double share : shares) {
      Arguments.within("a share", share, 0, 1);
    }
    Arguments.require(
        kinds.getFirst() == InterventionKind.NAIVE,
        "the first way is %s: expected the naive prompt",
        kinds.getFirst());
    Arguments.require(samples >= 1, "samples is %d: expected at least 1", samples);
    Arguments.present("provenance", provenance);
    shares = shares.clone();
  }

  /** Share of hits of each way. */
  @Override
  public double[] shares() {
    return shares.clone();
  }

  /** Share of hits of the naive prompt. */
  public double naive() {
    return shares[0];
  }

  /** Share of hits of one way, by its name. */
  public double share(String name) {
    int w = names.indexOf(Arguments.present("name", name));
    Arguments.require(w >= 0, "there is no way %s: there are %s", name, names);
    return shares[w];
  }

  /** The highest share of all interventions; of the naive prompt where there is none. */
  public double best() {
    return IntStream.range(0, shares.length)
        .filter(w -> kinds.get(w) != InterventionKind.NAIVE)
        .mapToDouble(w -> shares[w])
        .max()
        .orElse(shares[0]);
  }

  /** The highest share of the interventions of one kind; at least one must be of that kind. */
  public double best(InterventionKind kind) {
    Arguments.present("kind", kind);
    Arguments.require(kinds.contains(kind), "kind is %s: expected one of %s", kind, kinds);
    return IntStream.range(0, shares.length)
        .filter(w -> kinds.get(w) == kind)
        .mapToDouble(w -> shares[w])
        .max()
        .orElseThrow();
  }

  @Override
  public String summary() {
    var text = new StringBuilder("share of samples that show the target class, n = " + samples);
    for (int w = 0; w < Math.min(MOST_LISTED, shares.length); w++) {
      double[] interval = interval(w);
      text.append(
          String.format(
              Locale.ROOT,
              "\n%-20s %.4g   95 %% CI %.4g to %.4g",
              names.get(w),
              shares[w],
              interval[0],
              interval[1]));
    }
    return text.toString();
  }

  /** One row a way, with the Wilson interval of its share at 95 %. */
  @Override
  public Table table() {
    var quantities = Quantities.of("elicitation");
    for (int w = 0; w < shares.length; w++) {
      double[] interval = interval(w);
      quantities = quantities.and(names.get(w), shares[w], interval[0], interval[1]);
    }
    return quantities.table();
  }

  private double[] interval(int w) {
    return new Proportion(shares[w] * samples, samples).wilson(LEVEL);
  }
}
