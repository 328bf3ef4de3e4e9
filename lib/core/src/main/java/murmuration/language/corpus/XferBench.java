package murmuration.language.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.data.Datasets;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What pretraining on a corpus brings to a language model, from the published XferBench runs of
 * ELCC (Boldt and Mortensen 2024): cross-entropy on ten target languages, for every corpus and for
 * no pretraining.
 *
 * <pre>{@code
 * XferBench bench = XferBench.published();
 * double percent = bench.corpus("coco_2014").reduction();
 * EntropyScore entropy = bench.entropyScore("emergent", "human");
 * }</pre>
 *
 * @param targets the target languages, as the columns name them
 * @param corpora all corpora, the largest mean reduction first
 * @param runs the single runs with a corpus, as the table has them
 * @param baselineScores the score of each run without pretraining, nats
 * @param source name and sha256 of the data set, or null
 */
public record XferBench(
    List<String> targets,
    List<XferCorpus> corpora,
    List<XferRun> runs,
    double[] baselineScores,
    @Nullable String source)
    implements Charted {
  private static final String BASELINE = "baseline";
  private static final String TARGET = "ce_";

  /** Keeps its own copies. */
  public XferBench {
    targets = Arguments.listed("targets", targets);
    corpora = Arguments.listed("corpora", corpora);
    runs = Arguments.listed("runs", runs);
    Arguments.finite("baselineScores", baselineScores, 1);
    baselineScores = baselineScores.clone();
  }

  @Override
  public double[] baselineScores() {
    return baselineScores.clone();
  }

  /** The published runs, data set {@code elcc-xferbench}. */
  public static XferBench published() {
    return of(Datasets.load("elcc-xferbench"));
  }

  /**
   * From a table of runs.
   *
   * @param table columns {@code system}, {@code variant}, {@code type} ({@code baseline} for no
   *     pretraining), {@code run}, {@code score}, {@code 1gram_entropy}, and one {@code ce_NAME}
   *     for each target
   */
  public static XferBench of(Table table) {
    Arguments.present("table", table);
    for (var name : List.of("system", "variant", "type", "run", "score", "1gram_entropy")) {
      Arguments.require(table.containsColumn(name), "table has no column %s", name);
    }
    var targets =
        table.columnNames().stream()
            .filter(n -> n.startsWith(TARGET))
            .map(n -> n.substring(TARGET.length()))
            .toList();
    Arguments.require(!targets.isEmpty(), "table has no column %s...: expected a target", TARGET);
    var groups = new LinkedHashMap<List<String>, List<XferRun>>();
    var none = new ArrayList<XferRun>();
    for (Row row : table) {
      var run = run(row, targets);
      if (run.type().equals(BASELINE)) {
        none.add(run);
      } else {
        groups
            .computeIfAbsent(List.of(run.system(), run.variant()), k -> new ArrayList<>())
            .add(run);
      }
    }
    Arguments.require(!none.isEmpty(), "table has no run of type %s: expected one", BASELINE);
    double[] baseline = means(none, targets.size());
    var corpora =
        groups.values().stream()
            .map(runs -> corpus(runs, baseline))
            .sorted(Comparator.comparingDouble(XferCorpus::reduction).reversed())
            .toList();
    return new XferBench(
        targets,
        corpora,
        groups.values().stream().flatMap(List::stream).toList(),
        none.stream().mapToDouble(XferRun::score).toArray(),
        Datasets.sourceOf(table));
  }

  private static XferRun run(Row row, List<String> targets) {
    return new XferRun(
        row.getString("system"),
        row.getString("variant"),
        row.getString("type"),
        row.getInt("run"),
        row.getDouble("score"),
        row.getDouble("1gram_entropy"),
        targets.stream().mapToDouble(t -> row.getDouble(TARGET + t)).toArray());
  }

  private static double[] means(List<XferRun> runs, int targets) {
    double[] means = new double[targets];
    for (var run : runs) {
      double[] ce = run.crossEntropies();
      for (int t = 0; t < targets; t++) {
        means[t] += ce[t] / runs.size();
      }
    }
    return means;
  }

  private static XferCorpus corpus(List<XferRun> runs, double[] baseline) {
    var first = runs.getFirst();
    double[] ce = means(runs, baseline.length);
    Arrays.setAll(ce, t -> 100 * (1 - Math.exp(ce[t] - baseline[t])));
    return new XferCorpus(
        first.system(),
        first.variant(),
        first.type(),
        mean(runs, XferRun::score),
        mean(runs, XferRun::entropy),
        ce);
  }

  private static <T> double mean(List<T> of, ToDoubleFunction<T> what) {
    return StatUtils.mean(of.stream().mapToDouble(what).toArray());
  }

  /** A corpus by its variant, where only one has that name. */
  public XferCorpus corpus(String variant) {
    var found = corpora.stream().filter(c -> c.variant().equals(variant)).toList();
    Arguments.require(
        found.size() == 1,
        "variant is %s, which %d corpora have: expected one",
        variant,
        found.size());
    return found.getFirst();
  }

  /** The corpora of a type, the largest mean reduction first. */
  public List<XferCorpus> ofType(String type) {
    var found = corpora.stream().filter(c -> c.type().equals(type)).toList();
    Arguments.require(
        !found.isEmpty(),
        "type is %s: expected one of %s",
        type,
        corpora.stream().map(XferCorpus::type).distinct().toList());
    return found;
  }

  /** Mean score without pretraining, nats. */
  public double baselineScore() {
    return StatUtils.mean(baselineScores);
  }

  /** Mean score of the corpora of a type, nats. */
  public double score(String type) {
    return mean(ofType(type), XferCorpus::score);
  }

  /** How many corpora of a type have a lower score than no pretraining has on average. */
  public int better(String type) {
    return better(type, baselineScore());
  }

  /** How many corpora of a type have a lower score than this, in nats. */
  public int better(String type, double score) {
    Arguments.require(!Double.isNaN(score), "score is NaN: expected a number of nats");
    return (int) ofType(type).stream().filter(c -> c.score() < score).count();
  }

  /** Entropy of single tokens against score over the runs of these types. */
  public EntropyScore entropyScore(String... types) {
    var wanted = Arguments.listed("types", types);
    wanted.forEach(this::ofType);
    return EntropyScore.of(
        runs.stream().filter(r -> wanted.contains(r.type())).toList(), provenance());
  }

  @Override
  public String summary() {
    return String.format(
            Locale.ROOT,
            "reduction of perplexity against no pretraining (%.4f nats, %d runs, %d targets)%n",
            baselineScore(),
            baselineScores.length,
            targets.size())
        + types()
            .map(
                type -> {
                  var of = ofType(type);
                  return String.format(
                      Locale.ROOT,
                      "%s: %d corpora, %d better; mean score %.4f; reduction %.2f %%,"
                          + " from %.2f (%s) to %.2f (%s)",
                      type,
                      of.size(),
                      better(type),
                      score(type),
                      mean(of, XferCorpus::reduction),
                      of.getLast().reduction(),
                      of.getLast().variant(),
                      of.getFirst().reduction(),
                      of.getFirst().variant());
                })
            .limit(10)
            .collect(Collectors.joining("\n"));
  }

  private Stream<String> types() {
    return corpora.stream().map(XferCorpus::type).distinct().sorted();
  }

  /**
   * One row a corpus: {@code system}, {@code variant}, {@code type}, {@code score}, {@code
   * entropy}, {@code reduction %}, its 95 % interval over targets, and the reduction for each
   * target.
   */
  @Override
  public Table table() {
    var intervals = corpora.stream().map(XferCorpus::interval).toList();
    var table =
        Table.create(
            "XferBench",
            StringColumn.create("system", corpora.stream().map(XferCorpus::system)),
            StringColumn.create("variant", corpora.stream().map(XferCorpus::variant)),
            StringColumn.create("type", corpora.stream().map(XferCorpus::type)),
            numbers("score", XferCorpus::score),
            numbers("entropy", XferCorpus::entropy),
            numbers("reduction %", XferCorpus::reduction),
            DoubleColumn.create("low", intervals.stream().mapToDouble(i -> i.low())),
            DoubleColumn.create("high", intervals.stream().mapToDouble(i -> i.high())));
    for (int t = 0; t < targets.size(); t++) {
      int target = t;
      table.addColumns(numbers(targets.get(t), c -> c.reductions()[target]));
    }
    return table;
  }

  private DoubleColumn numbers(String name, ToDoubleFunction<XferCorpus> of) {
    return DoubleColumn.create(name, corpora.stream().mapToDouble(of).toArray());
  }

  /** Mean reduction of every corpus, best first, with half the width of its interval, by type. */
  @Override
  public Figure chart() {
    var panel = Panel.of("Corpora, best first", "Perplexity reduction (%)").horizontal(0);
    for (var type : types().toList()) {
      int[] at =
          IntStream.range(0, corpora.size())
              .filter(i -> corpora.get(i).type().equals(type))
              .toArray();
      var intervals = IntStream.of(at).mapToObj(i -> corpora.get(i).interval()).toList();
      panel =
          panel.points(
              type,
              IntStream.of(at).mapToDouble(i -> i + 1).toArray(),
              IntStream.of(at).mapToDouble(i -> corpora.get(i).reduction()).toArray(),
              intervals.stream().mapToDouble(i -> (i.high() - i.low()) / 2).toArray());
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
            Map.of("reduction", "100 (1 - exp(mean cross-entropy - mean without pretraining))"))
        .data(source);
  }
}
