package murmuration.golden.concept;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.icl.ClassSequence;
import murmuration.icl.ZipfClasses;
import murmuration.icl.ZipfExponent;

/** Zipf's law over classes, statistics of sequences, and the exponent from counts. */
public final class IclDataChecker implements Checker {
  private static final Tolerance PROBABILITY = Tolerance.absolute(1e-12);
  private static final Tolerance EXPONENT = Tolerance.absolute(1e-6);

  @Override
  public String kind() {
    return "concept/icl-data";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    report.equal(
        "tolerance", "1e-12 (probabilities), 1e-6 (mle)", file.root().at("tolerance").text());
    file.root().at("zipf").items().forEach(node -> zipf(node, report));
    file.root().at("sequences").items().forEach(node -> sequence(node, report));
    file.root().at("zipf_mle").items().forEach(node -> exponent(node, report));
  }

  private static void zipf(Node node, Report report) {
    int count = (int) node.at("K").integer();
    var classes = ZipfClasses.of(count, node.at("alpha").number());
    double[] p = classes.probabilities();
    report.numbers(
        node.path() + " first", node.at("p_first10").numbers(), Arrays.copyOf(p, 10), PROBABILITY);
    number(node, "p_last", p[count - 1], report);
    number(node, "entropy_nats", classes.entropy(), report);
    number(node, "top10_mass", classes.topMass(10), report);
  }

  private static void number(Node node, String name, double found, Report report) {
    report.number(node.path() + " " + name, node.at(name).number(), found, PROBABILITY);
  }

  private static void sequence(Node node, Report report) {
    var sequence = new ClassSequence(whole(node.at("seq")));
    String at = node.path();
    boolean inContext = Boolean.TRUE.equals(node.at("query_in_context").value());
    report.equal(at, inContext, sequence.queryInContext());
    report.equal(at + " copies", node.at("query_copies").integer(), (long) sequence.queryCopies());
    report.equal(at + " repeat", node.at("max_repeat").integer(), (long) sequence.maxRepeat());
    report.equal(at + " unique", node.at("unique").integer(), (long) sequence.uniqueClasses());
  }

  private static int[] whole(Node node) {
    return Arrays.stream(node.numbers()).mapToInt(v -> (int) v).toArray();
  }

  private static void exponent(Node node, Report report) {
    long[] counts = Arrays.stream(node.at("counts").numbers()).mapToLong(v -> (long) v).toArray();
    report.equal(node.path() + " K", node.at("K").integer(), (long) counts.length);
    var found = ZipfExponent.of(counts);
    report.number(node.path(), node.at("mle").number(), found.exponent(), EXPONENT);
    double off = Math.abs(found.exponent() - node.at("alpha").number());
    report.holds(
        node.path() + " alpha",
        off < 4 * found.standardError(),
        "found " + found.exponent() + ", four standard errors off the true exponent");
  }
}
