package murmuration.neural.insilico;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.concept.LearningRule;
import murmuration.data.Columns;
import tech.tablesaw.api.Table;

/**
 * One run of a table of runs: its curves by name.
 *
 * @param value what was varied
 * @param seed its seed
 * @param curves a value a checkpoint, by column
 */
record InSilicoRun(double value, long seed, Map<String, double[]> curves) {

  /** The runs of a table with the columns {@code value}, {@code seed} and one a curve. */
  static List<InSilicoRun> of(Table table) {
    double[] values = Columns.numbers(table, "value");
    double[] seeds = Columns.numbers(table, "seed");
    var rows =
        IntStream.range(0, values.length)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> List.of(values[i], seeds[i]),
                    () -> new TreeMap<List<Double>, List<Integer>>(InSilicoRun::order),
                    Collectors.toList()));
    return rows.entrySet().stream()
        .map(
            run ->
                new InSilicoRun(
                    run.getKey().get(0),
                    Math.round(run.getKey().get(1)),
                    curves(table, run.getValue())))
        .toList();
  }

  private static int order(List<Double> a, List<Double> b) {
    int byValue = Double.compare(a.get(0), b.get(0));
    return byValue != 0 ? byValue : Double.compare(a.get(1), b.get(1));
  }

  private static Map<String, double[]> curves(Table table, List<Integer> rows) {
    return table.columnNames().stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> {
                  double[] column = Columns.numbers(table, name);
                  return rows.stream().mapToDouble(i -> column[i]).toArray();
                }));
  }

  double[] curve(String name) {
    double[] curve = curves.get(name);
    if (curve == null) {
      throw new IllegalArgumentException("no column " + name + " in " + curves.keySet());
    }
    return curve;
  }

  /** When a curve was learned; NaN for never. */
  double time(String name) {
    return LearningRule.firstTwo().time(curve("step"), curve(name));
  }

  double max(String name) {
    return IntStream.range(0, curve(name).length)
        .mapToDouble(i -> curve(name)[i])
        .max()
        .orElseThrow();
  }

  /** The mean over the last checkpoints. */
  double end(String name, int last) {
    double[] curve = curve(name);
    return IntStream.range(curve.length - last, curve.length)
        .mapToDouble(i -> curve[i])
        .average()
        .orElseThrow();
  }

  static Predicate<InSilicoRun> from(double low, double high) {
    return run -> run.value >= low && run.value <= high;
  }

  static double mean(List<InSilicoRun> runs, double value, ToDoubleFunction<InSilicoRun> number) {
    return runs.stream().filter(from(value, value)).mapToDouble(number).average().orElseThrow();
  }
}
