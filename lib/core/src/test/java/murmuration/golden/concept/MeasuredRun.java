package murmuration.golden.concept;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.concept.LearningRule;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/**
 * A measured run of the small generator in a golden file: everything that follows from its curves
 * is computed again.
 *
 * @param value what was varied
 * @param columns names of the columns
 * @param curve one row a checkpoint
 * @param evaluator how often the evaluator was right, colour and size
 */
record MeasuredRun(double value, List<String> columns, double[][] curve, double[] evaluator) {
  private static final double NEVER = 1500;
  private static final double ROUNDED = 1e-3;
  private static final List<List<String>> LEARNED =
      List.of(
          List.of("colour", "naive_colour_acc"),
          List.of("size", "naive_size_acc"),
          List.of("naive", "naive_joint_acc"),
          List.of("overprompt", "overprompt_best"),
          List.of("latent", "latent_best"));

  /** All runs of a file, after what each says of itself has been compared. */
  static List<MeasuredRun> of(GoldenFile file, Report report, String varied) {
    List<String> columns = file.root().at("columns").items().stream().map(Node::text).toList();
    report.equal("rule", "T80 = first of two consecutive checkpoints >= 0.8", rule(file));
    return file.root().at("runs").items().stream()
        .map(
            node -> {
              var run =
                  new MeasuredRun(
                      node.at(varied).number(),
                      columns,
                      node.at("curve").matrix(),
                      node.at("evaluator_acc").numbers());
              run.compare(node, report);
              return run;
            })
        .toList();
  }

  private static String rule(GoldenFile file) {
    return file.root().at("rule").text();
  }

  private void compare(Node node, Report report) {
    String where = node.path() + " (" + value + ", seed " + node.at("seed").integer() + ")";
    for (List<String> learned : LEARNED) {
      report.number(
          where + " T80 " + learned.get(0),
          node.at("T80").at(learned.get(0)).number(),
          time(learned.get(1)),
          Tolerance.EXACT);
    }
    double[] joint = column("naive_joint_acc");
    double[] colour = column("naive_colour_acc");
    double[] size = column("naive_size_acc");
    report.holds(
        where + " both concepts at once",
        IntStream.range(0, joint.length)
            .allMatch(
                i ->
                    joint[i] <= Math.min(colour[i], size[i]) + ROUNDED
                        && joint[i] >= colour[i] + size[i] - 1 - 2 * ROUNDED),
        "expected between colour + size - 1 and the lower of them");
    report.holds(
        where + " shares and probabilities",
        columns.stream()
            .skip(2)
            .flatMapToDouble(name -> Arrays.stream(column(name)))
            .allMatch(v -> v >= 0 && v <= 1),
        "expected 0 to 1");
    report.holds(
        where + " evaluator",
        evaluator[0] >= 0.94 && evaluator[1] >= 0.99,
        "expected 0.94 and 0.99, found " + Arrays.toString(evaluator));
  }

  double[] column(String name) {
    int at = columns.indexOf(name);
    return Arrays.stream(curve).mapToDouble(row -> row[at]).toArray();
  }

  /** When a column was learned; NaN for never. */
  double time(String column) {
    return LearningRule.firstTwo().time(column("step"), column(column));
  }

  double timeOrNever(String column) {
    double time = time(column);
    return Double.isNaN(time) ? NEVER : time;
  }

  /** Whether the latent intervention gets there, and naive prompting later or never. */
  boolean isHidden() {
    return time("latent_best") < timeOrNever("naive_joint_acc");
  }

  double max(String column) {
    return Arrays.stream(column(column)).max().orElseThrow();
  }

  /** The mean over the last checkpoints. */
  double end(String column, int last) {
    double[] values = column(column);
    return Arrays.stream(values, values.length - last, values.length).average().orElseThrow();
  }

  static List<MeasuredRun> between(List<MeasuredRun> runs, double low, double high) {
    return runs.stream().filter(run -> run.value >= low && run.value <= high).toList();
  }

  static double mean(List<MeasuredRun> runs, double at, ToDoubleFunction<MeasuredRun> number) {
    return between(runs, at, at).stream().mapToDouble(number).average().orElseThrow();
  }

  static double[] means(
      List<MeasuredRun> runs, ToDoubleFunction<MeasuredRun> number, double... values) {
    return Arrays.stream(values).map(at -> mean(runs, at, number)).toArray();
  }

  static boolean falls(double[] values) {
    return IntStream.range(1, values.length).allMatch(i -> values[i] < values[i - 1]);
  }
}
