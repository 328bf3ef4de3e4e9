package murmuration.golden.concept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.icl.CompetitionCurve;
import murmuration.icl.CompetitionRun;
import murmuration.icl.InContextTask;

/**
 * The reference runs of the attention-only learner: their shape, and that they meet the rules that
 * runs of ours have to meet. Those are in the module that trains.
 */
public final class IclSweepChecker implements Checker {
  private static final int SEQUENCES = 512;
  private static final Tolerance PRINTED = Tolerance.absolute(0.0051);

  /** Rows of the specification: K, B, alpha, pC, train, ICL (low, high), IWL (low, high). */
  private static final double[][] TABLE = {
    {32, 2, 0, 1, 1.00, 0.17, 0.16, 0.20, 0.75, 0.74, 0.76},
    {64, 2, 0, 1, 1.00, 0.29, 0.27, 0.31, 0.49, 0.47, 0.53},
    {128, 2, 0, 1, 0.99, 0.39, 0.37, 0.41, 0.23, 0.19, 0.26},
    {256, 2, 0, 1, 0.99, 0.74, 0.68, 0.80, 0.04, 0.03, 0.05},
    {512, 2, 0, 1, 0.99, 0.95, 0.94, 0.95, 0.01, 0.01, 0.01},
    {256, 0, 0, 1, 1.00, 0.06, 0.05, 0.06, 1.00, 1.00, 1.00},
    {256, 1, 0, 1, 1.00, 0.14, 0.13, 0.16, 0.73, 0.71, 0.75},
    {256, 4, 0, 1, 1.00, 0.96, 0.96, 0.97, 0.02, 0.01, 0.02},
    {256, 2, 0.5, 1, 0.98, 0.68, 0.60, 0.75, 0.07, 0.06, 0.09},
    {256, 2, 1.0, 1, 0.98, 0.49, 0.48, 0.52, 0.37, 0.31, 0.42},
    {256, 2, 1.5, 1, 0.99, 0.43, 0.39, 0.45, 0.69, 0.62, 0.74},
    {256, 2, 2.0, 1, 1.00, 0.37, 0.35, 0.38, 0.85, 0.81, 0.90},
    {256, 2, 0, 0, 1.00, 0.06, 0.06, 0.07, 1.00, 1.00, 1.00},
    {256, 2, 0, 0.5, 1.00, 0.09, 0.08, 0.10, 1.00, 1.00, 1.00},
    {256, 2, 0, 0.9, 0.99, 0.34, 0.28, 0.37, 0.59, 0.53, 0.66},
  };

  private static final int[] BY_CLASSES = {0, 1, 2, 3, 4};
  private static final int[] BY_BURSTINESS = {6, 3, 7};
  private static final int[] BY_ALPHA = {3, 8, 9, 10, 11};
  private static final int HALF_BURSTY = 13;
  private static final int MOSTLY_BURSTY = 14;

  @Override
  public String kind() {
    return "concept/icl-sweep";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    report.equal(
        "columns",
        List.of("step", "loss", "train_acc", "icl_acc", "iwl_acc"),
        file.root().at("columns").items().stream().map(Node::text).toList());
    report.equal("end", "mean of last three checkpoints", file.root().at("end").text());
    Map<InContextTask, List<CompetitionRun>> runs = new LinkedHashMap<>();
    for (Node node : file.root().at("runs").items()) {
      var run = run(node, report);
      runs.computeIfAbsent(run.task(), task -> new ArrayList<>()).add(run);
    }
    var curves = runs.values().stream().map(CompetitionCurve::new).toList();
    report.equal("rows", TABLE.length, curves.size());
    for (int row = 0; row < TABLE.length; row++) {
      row(TABLE[row], curves.get(row), report);
    }
    rules(curves, report);
  }

  private static CompetitionRun run(Node node, Report report) {
    var task =
        InContextTask.standard()
            .classes((int) node.at("K").integer())
            .burstiness((int) node.at("B").integer())
            .alpha(node.at("alpha").number())
            .bursty(node.at("pC").number());
    double[][] curve = node.at("curve").matrix();
    double[] steps = column(curve, 0);
    report.numbers(
        node.path() + " steps",
        IntStream.rangeClosed(1, 10).mapToDouble(i -> 100 * i).toArray(),
        steps,
        Tolerance.EXACT);
    for (double[] checkpoint : curve) {
      for (int c = 2; c < 5; c++) {
        double hits = checkpoint[c] * SEQUENCES;
        report.holds(
            node.path() + " step " + checkpoint[0] + " column " + c,
            Math.abs(hits - Math.rint(hits)) < 0.05,
            checkpoint[c] + " is no share of 512 sequences, rounded to four digits");
      }
    }
    double cpu = node.at("cpu").number();
    report.holds(node.path() + " cpu", cpu > 1 && cpu < 60, cpu + " seconds");
    return new CompetitionRun(
        task,
        node.at("seed").integer(),
        SEQUENCES,
        steps,
        column(curve, 1),
        column(curve, 2),
        column(curve, 3),
        column(curve, 4));
  }

  private static double[] column(double[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = rows[i][column];
    }
    return values;
  }

  private static void row(double[] row, CompetitionCurve curve, Report report) {
    var task = curve.task();
    String name = task.toString();
    double[] settings = {task.classes(), task.burstiness(), task.alpha(), task.bursty()};
    for (int i = 0; i < settings.length; i++) {
      report.number(name + " setting " + i, row[i], settings[i], Tolerance.EXACT);
    }
    report.equal(name + " seeds", 3, curve.runs().size());
    double[] found = {
      curve.endTrain().mean(),
      curve.endInContext().mean(),
      curve.endInContext().min(),
      curve.endInContext().max(),
      curve.endInWeights().mean(),
      curve.endInWeights().min(),
      curve.endInWeights().max()
    };
    for (int i = 0; i < found.length; i++) {
      report.number(name + " column " + i, row[4 + i], found[i], PRINTED);
    }
  }

  private static void rules(List<CompetitionCurve> curves, Report report) {
    rise("ICL with K", icl(curves, BY_CLASSES), 1, report);
    rise("IWL with K", iwl(curves, BY_CLASSES), -1, report);
    rise("ICL with B", icl(curves, BY_BURSTINESS), 1, report);
    rise("IWL with B", iwl(curves, BY_BURSTINESS), -1, report);
    rise("IWL with alpha", iwl(curves, BY_ALPHA), 1, report);
    double fall = curves.get(HALF_BURSTY).transience().fall();
    report.holds("transience at pC = 0.5", fall >= 0.1, "ICL fell by " + fall);
    report.number("peak at pC = 0.5", 0.30, curves.get(HALF_BURSTY).peak().mean(), PRINTED);
    report.number("peak at pC = 0.9", 0.48, curves.get(MOSTLY_BURSTY).peak().mean(), PRINTED);
  }

  private static double[] icl(List<CompetitionCurve> curves, int[] rows) {
    return IntStream.of(rows).mapToDouble(i -> curves.get(i).endInContext().mean()).toArray();
  }

  private static double[] iwl(List<CompetitionCurve> curves, int[] rows) {
    return IntStream.of(rows).mapToDouble(i -> curves.get(i).endInWeights().mean()).toArray();
  }

  private static void rise(String what, double[] values, int sign, Report report) {
    for (int i = 1; i < values.length; i++) {
      report.holds(
          what, sign * (values[i] - values[i - 1]) > 0, values[i] + " follows " + values[i - 1]);
    }
  }
}
