package murmuration.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Columns;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.GaussianFilter;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A training run seen in concept space: at each checkpoint one coordinate a concept, usually the
 * mean probability, by an evaluator, that generated samples show the concept (Park, Okawa, Lee,
 * Lubana and Tanaka 2024, arXiv:2406.19370).
 *
 * <p>Coordinates are what the evaluator says, not parameters of the model: a biased evaluator moves
 * the whole picture. They need not lie between 0 and 1.
 *
 * @param names the concepts, d of them, all different
 * @param steps training steps of the checkpoints, length n of at least 2, strictly increasing
 * @param values n x d coordinates, finite
 * @param provenance where the run comes from
 */
public record ConceptTrajectory(
    List<String> names, double[] steps, double[][] values, Provenance provenance)
    implements Charted {
  private static final double TRUNCATE = 6;
  private static final int MOST_LISTED = 8;

  /** Checks the numbers and keeps its own copy. */
  public ConceptTrajectory {
    names = distinct(names);
    Arguments.increasing("steps", steps);
    Arguments.require(
        steps.length >= 2, "steps has %d values: expected at least 2 checkpoints", steps.length);
    values = rows(steps, values, names.size());
    for (int i = 0; i < values.length; i++) {
      for (double value : values[i]) {
        Arguments.require(
            Double.isFinite(value),
            "values[%d] has %s (step %s): expected finite numbers (or NanPolicy.OMIT)",
            i,
            value,
            steps[i]);
      }
    }
    steps = steps.clone();
    Arguments.present("provenance", provenance);
  }

  /**
   * A run.
   *
   * @param names the concepts, d of them
   * @param steps training steps of the checkpoints, length n of at least 2, strictly increasing
   * @param values n x d coordinates; NaN is refused
   */
  public static ConceptTrajectory of(List<String> names, double[] steps, double[][] values) {
    return new ConceptTrajectory(names, steps, values, Provenance.of(Map.of()));
  }

  /**
   * A run some of whose values may be missing.
   *
   * @param names the concepts, d of them
   * @param steps training steps of the checkpoints, strictly increasing
   * @param values n x d coordinates, NaN where missing
   * @param policy what is done with checkpoints at which a value is missing; at least 2 must be
   *     left
   */
  public static ConceptTrajectory of(
      List<String> names, double[] steps, double[][] values, NanPolicy policy) {
    Arguments.present("policy", policy);
    if (policy == NanPolicy.REFUSE) {
      return of(names, steps, values);
    }
    Arguments.increasing("steps", steps);
    double[][] checked = rows(steps, values, distinct(names).size());
    int[] kept = IntStream.range(0, steps.length).filter(i -> !missing(checked[i])).toArray();
    Arguments.require(
        kept.length >= 2,
        "values has %d checkpoints without a missing value: expected at least 2",
        kept.length);
    return of(names, picked(steps, kept), picked(checked, kept));
  }

  /**
   * A run from columns of a table: one row a checkpoint, in the order of training.
   *
   * @param table the table
   * @param step name of the column of training steps
   * @param concepts names of the columns of coordinates, which name the concepts; NaN is refused
   */
  public static ConceptTrajectory of(Table table, String step, String... concepts) {
    List<String> names = Arguments.listed("concepts", concepts);
    double[] steps = Columns.numbers(table, step);
    double[][] values = new double[steps.length][names.size()];
    for (int k = 0; k < names.size(); k++) {
      double[] column = Columns.numbers(table, names.get(k));
      for (int i = 0; i < steps.length; i++) {
        values[i][k] = column[i];
      }
    }
    return of(names, steps, values);
  }

  private static List<String> distinct(List<String> names) {
    List<String> list = Arguments.listed("names", names);
    Arguments.require(!list.isEmpty(), "names is empty: expected at least one concept");
    Arguments.require(
        list.stream().distinct().count() == list.size(),
        "names %s repeats one: expected all different",
        list);
    return list;
  }

  /** A copy of the rows, one a step, each of d numbers. */
  private static double[][] rows(double[] steps, double[][] values, int d) {
    Arguments.present("values", values);
    Arguments.require(
        values.length == steps.length,
        "values has %d rows, steps has %d: expected the same length",
        values.length,
        steps.length);
    double[][] copy = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      double[] row = Arguments.present("a row of values", values[i]);
      Arguments.require(
          row.length == d,
          "values[%d] has %d numbers: expected %d, one a concept",
          i,
          row.length,
          d);
      copy[i] = row.clone();
    }
    return copy;
  }

  private static boolean missing(double[] row) {
    for (double value : row) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private static double[] picked(double[] from, int[] places) {
    return IntStream.of(places).mapToDouble(i -> from[i]).toArray();
  }

  private static double[][] picked(double[][] from, int[] places) {
    return IntStream.of(places).mapToObj(i -> from[i]).toArray(double[][]::new);
  }

  /** Training steps, length n. */
  @Override
  public double[] steps() {
    return steps.clone();
  }

  /** Coordinates, n x d. */
  @Override
  public double[][] values() {
    double[][] copy = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      copy[i] = values[i].clone();
    }
    return copy;
  }

  /** Number of checkpoints, n. */
  public int size() {
    return steps.length;
  }

  /** Number of concepts, d. */
  public int dimension() {
    return names.size();
  }

  /** Training step of checkpoint i, from 0. */
  public double step(int i) {
    Arguments.require(i >= 0 && i < steps.length, "i is %d: expected 0 to %d", i, steps.length - 1);
    return steps[i];
  }

  /** Coordinate of concept k at checkpoint i, both from 0. */
  public double value(int i, int k) {
    Arguments.require(i >= 0 && i < steps.length, "i is %d: expected 0 to %d", i, steps.length - 1);
    return values[i][checked(k)];
  }

  /** The coordinates at checkpoint i, length d. */
  public double[] point(int i) {
    step(i);
    return values[i].clone();
  }

  /** The coordinate of concept k along training, length n. */
  public double[] concept(int k) {
    double[] column = new double[values.length];
    checked(k);
    for (int i = 0; i < column.length; i++) {
      column[i] = values[i][k];
    }
    return column;
  }

  /** The coordinate of a concept along training, length n. */
  public double[] concept(String name) {
    return concept(place(name));
  }

  /** The place of a concept in the list of names. */
  int place(String name) {
    int k = names.indexOf(Arguments.present("name", name));
    Arguments.require(k >= 0, "there is no concept %s: the run has %s", name, names);
    return k;
  }

  private int checked(int k) {
    Arguments.require(k >= 0 && k < names.size(), "k is %d: expected 0 to %d", k, names.size() - 1);
    return k;
  }

  /**
   * The checkpoints between two steps.
   *
   * @param fromStep first step, included
   * @param toStep last step, included; at least 2 checkpoints must lie between
   */
  public ConceptTrajectory slice(double fromStep, double toStep) {
    int[] kept =
        IntStream.range(0, steps.length)
            .filter(i -> steps[i] >= fromStep && steps[i] <= toStep)
            .toArray();
    Arguments.require(
        kept.length >= 2,
        "slice from %s to %s holds %d checkpoints: expected at least 2",
        fromStep,
        toStep,
        kept.length);
    return new ConceptTrajectory(names, picked(steps, kept), picked(values, kept), provenance);
  }

  /** {@link #smooth(double, double)} cut off at 6 standard deviations. */
  public ConceptTrajectory smooth(double sigma) {
    return smooth(sigma, TRUNCATE);
  }

  /**
   * The run smoothed by a Gaussian kernel over the <em>number</em> of the checkpoint, not over the
   * step, as the field does it: where checkpoints are spaced unevenly, late smoothing spans more
   * steps. The ends are mirrored. Park et al. (2024) use 2 for pictures of trajectories, 1.5 for
   * learning times and 1 for accuracies.
   *
   * @param sigma standard deviation in checkpoints; 0 gives the run as it is
   * @param truncate how many standard deviations the kernel reaches, above 0, at most 40
   */
  public ConceptTrajectory smooth(double sigma, double truncate) {
    if (sigma == 0) {
      return this;
    }
    var filter = GaussianFilter.of(steps.length, sigma, truncate);
    double[][] smooth = new double[steps.length][names.size()];
    for (int k = 0; k < names.size(); k++) {
      double[] column = filter.smooth(concept(k));
      for (int i = 0; i < column.length; i++) {
        smooth[i][k] = column[i];
      }
    }
    return new ConceptTrajectory(names, steps, smooth, provenance);
  }

  /**
   * The mean of runs, checkpoint by checkpoint.
   *
   * @param runs at least one, with the same concepts and the same steps
   */
  public static ConceptTrajectory mean(List<ConceptTrajectory> runs) {
    List<ConceptTrajectory> alike = alike(runs);
    ConceptTrajectory first = alike.getFirst();
    double[][] mean = new double[first.size()][first.dimension()];
    for (int i = 0; i < mean.length; i++) {
      for (int k = 0; k < mean[i].length; k++) {
        for (ConceptTrajectory run : alike) {
          mean[i][k] += run.values[i][k] / alike.size();
        }
      }
    }
    return new ConceptTrajectory(first.names, first.steps, mean, first.provenance);
  }

  /** The runs, if they have the same concepts and steps. */
  static List<ConceptTrajectory> alike(List<ConceptTrajectory> runs) {
    List<ConceptTrajectory> list = Arguments.listed("runs", runs);
    Arguments.require(!list.isEmpty(), "runs is empty: expected at least one run");
    ConceptTrajectory first = list.getFirst();
    for (int r = 1; r < list.size(); r++) {
      ConceptTrajectory run = list.get(r);
      Arguments.require(
          run.names.equals(first.names),
          "run %d has the concepts %s, run 0 has %s: expected the same",
          r,
          run.names,
          first.names);
      Arguments.require(
          Arrays.equals(run.steps, first.steps),
          "run %d has other steps than run 0: expected the same checkpoints",
          r);
    }
    return list;
  }

  /** The squared distance of checkpoint i to a target of d numbers. */
  double squareTo(double[] target, int i) {
    double squares = 0;
    for (int k = 0; k < target.length; k++) {
      double difference = values[i][k] - target[k];
      squares += difference * difference;
    }
    return squares;
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    int last = steps.length - 1;
    lines.add(
        String.format(
            Locale.ROOT,
            "%d concepts at %d checkpoints, steps %.6g to %.6g",
            names.size(),
            steps.length,
            steps[0],
            steps[last]));
    lines.add(String.format(Locale.ROOT, "%-20s %9s %9s", "", "first", "last"));
    for (int k = 0; k < Math.min(MOST_LISTED, names.size()); k++) {
      lines.add(
          String.format(
              Locale.ROOT, "%-20s %9.4g %9.4g", names.get(k), values[0][k], values[last][k]));
    }
    if (names.size() > MOST_LISTED) {
      lines.add("and " + (names.size() - MOST_LISTED) + " more");
    }
    return String.join("\n", lines);
  }

  /** One row a checkpoint: {@code step} and a column for each concept. */
  @Override
  public Table table() {
    Table table = Table.create("concept trajectory", DoubleColumn.create("step", steps));
    for (int k = 0; k < names.size(); k++) {
      String name = names.get(k);
      table.addColumns(
          DoubleColumn.create(table.containsColumn(name) ? name + " (concept)" : name, concept(k)));
    }
    return table;
  }

  /** The coordinates along training, and for two concepts the path in their plane beside it. */
  @Override
  public Figure chart() {
    Panel along = Panel.of("Training step", "Concept coordinate");
    for (int k = 0; k < names.size(); k++) {
      along = along.line(names.get(k), steps, concept(k));
    }
    if (names.size() != 2) {
      return Figure.of(along);
    }
    Panel plane = Panel.of(names.get(0), names.get(1)).line("run", concept(0), concept(1));
    return Figure.grid(2, along, plane);
  }
}
