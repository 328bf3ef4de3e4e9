package murmuration.language.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import murmuration.math.Spearman;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import tech.tablesaw.api.Table;

/**
 * How the entropy of a corpus goes with the score after pretraining on it, over runs, over corpora
 * and within systems. Runs of one corpus share its entropy, and corpora of one system much else:
 * the interval draws whole systems, and the test within systems permutes entropies among the
 * corpora of each.
 *
 * @param runs the runs
 * @param pearson Pearson's correlation of entropy and score over runs
 * @param spearman Spearman's
 * @param corpora different corpora
 * @param corpusPearson Pearson's correlation over the means of corpora
 * @param low lower end of its 95 % percentile interval, systems drawn with replacement
 * @param high upper end
 * @param withinPearson the same over corpora, after the means of their systems are taken off
 * @param withinP share of permutations within systems that are as far from 0, two-sided
 * @param provenance where it comes from
 */
public record EntropyScore(
    List<XferRun> runs,
    double pearson,
    double spearman,
    int corpora,
    double corpusPearson,
    double low,
    double high,
    double withinPearson,
    double withinP,
    Provenance provenance)
    implements Charted {
  private static final int DRAWS = 2000;
  private static final int PERMUTATIONS = 9999;

  /** Keeps its own copy. */
  public EntropyScore {
    runs = Arguments.listed("runs", runs);
    Arguments.present("provenance", provenance);
  }

  /** One corpus: means over its runs. */
  private record Point(String system, double entropy, double score) {}

  static EntropyScore of(List<XferRun> runs, Provenance provenance) {
    double[] entropy = runs.stream().mapToDouble(XferRun::entropy).toArray();
    double[] score = runs.stream().mapToDouble(XferRun::score).toArray();
    Arguments.finite("entropies", entropy, 3);
    var points =
        grouped(runs, r -> List.of(r.system(), r.variant())).stream()
            .map(
                of ->
                    new Point(
                        of.getFirst().system(),
                        of.stream().mapToDouble(XferRun::entropy).average().orElseThrow(),
                        of.stream().mapToDouble(XferRun::score).average().orElseThrow()))
            .toList();
    var systems = grouped(points, Point::system);
    var interval = interval(systems);
    var centred = systems.stream().map(EntropyScore::centred).toList();
    double within = pearson(centred.stream().flatMap(List::stream).toList());
    return new EntropyScore(
        runs,
        correlation(entropy, score),
        Spearman.of(entropy, score).rho(),
        points.size(),
        pearson(points),
        interval.low(),
        interval.high(),
        within,
        permuted(centred, within),
        provenance);
  }

  private static <T> List<List<T>> grouped(List<T> of, Function<T, Object> by) {
    return List.copyOf(
        of.stream()
            .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static double pearson(List<Point> points) {
    return correlation(
        points.stream().mapToDouble(Point::entropy).toArray(),
        points.stream().mapToDouble(Point::score).toArray());
  }

  private static double correlation(double[] x, double[] y) {
    return x.length < 2 ? Double.NaN : new PearsonsCorrelation().correlation(x, y);
  }

  private static List<Point> centred(List<Point> system) {
    double entropy = system.stream().mapToDouble(Point::entropy).average().orElseThrow();
    double score = system.stream().mapToDouble(Point::score).average().orElseThrow();
    return system.stream()
        .map(p -> new Point(p.system(), p.entropy() - entropy, p.score() - score))
        .toList();
  }

  private static BootstrapInterval interval(List<List<Point>> systems) {
    var rng = Rng.of(1);
    var draws = new ArrayList<Double>();
    for (int b = 0; b < DRAWS; b++) {
      var drawn = new ArrayList<Point>();
      for (int i = 0; i < systems.size(); i++) {
        drawn.addAll(systems.get(rng.nextInt(systems.size())));
      }
      double r = pearson(drawn);
      if (!Double.isNaN(r)) {
        draws.add(r);
      }
    }
    return BootstrapInterval.percentile(
        draws.stream().mapToDouble(Double::doubleValue).toArray(), 0.95);
  }

  private static double permuted(List<List<Point>> centred, double observed) {
    double[] score = centred.stream().flatMap(List::stream).mapToDouble(Point::score).toArray();
    double[][] entropies =
        centred.stream()
            .map(s -> s.stream().mapToDouble(Point::entropy).toArray())
            .toArray(double[][]::new);
    var rng = Rng.of(2);
    int asFar = 0;
    for (int b = 0; b < PERMUTATIONS; b++) {
      double[] entropy =
          Arrays.stream(entropies)
              .flatMapToDouble(
                  of -> Arrays.stream(RandomOrder.of(of.length, rng)).mapToDouble(i -> of[i]))
              .toArray();
      asFar += Math.abs(correlation(entropy, score)) >= Math.abs(observed) ? 1 : 0;
    }
    return (1.0 + asFar) / (1 + PERMUTATIONS);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        entropy of single tokens (bits) against score (nats; lower is better)
        %d runs: Pearson %.4f, Spearman %.4f
        %d corpora: Pearson %.4f [%.4f, %.4f], systems drawn with replacement
        within systems: Pearson %.4f, permutation p %.4f\
        """,
        runs.size(),
        pearson,
        spearman,
        corpora,
        corpusPearson,
        low,
        high,
        withinPearson,
        withinP);
  }

  @Override
  public Table table() {
    return Quantities.of("entropy and score")
        .and("Pearson over runs", pearson)
        .and("Spearman over runs", spearman)
        .and("Pearson over corpora", corpusPearson, low, high)
        .and("Pearson within systems", withinPearson)
        .and("permutation p within systems", withinP)
        .and("runs", runs.size())
        .and("corpora", corpora)
        .table();
  }

  /** Score against entropy, a point for each run, by type. */
  @Override
  public Figure chart() {
    var panel = Panel.of("Entropy of single tokens (bits)", "Score (nats a token)");
    for (var type : grouped(runs, XferRun::type)) {
      panel =
          panel.points(
              type.getFirst().type(),
              type.stream().mapToDouble(XferRun::entropy).toArray(),
              type.stream().mapToDouble(XferRun::score).toArray());
    }
    return Figure.of(panel);
  }
}
