package murmuration.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LeastSquares;
import murmuration.math.Present;

/**
 * Approach 2 of Hoffmann et al. 2022: groups of runs of one compute, a parabola of loss on ln N
 * through each, and a line through the logarithms of the best sizes.
 *
 * <pre>{@code
 * IsoFlopSweep sweep = IsoFlopSweep.of(AdditiveLaw.HOFFMANN).noise(0.002);
 * IsoFlopFit fit = IsoFlop.of(sweep.simulate()).budgets(1e19, 1e20, 1e21, 1e22).fit();
 * double a = fit.parameterExponent();
 * }</pre>
 *
 * <p>Runs are grouped by budgets ({@link #budgets}, within a tolerance), by labels ({@link
 * #groups}), or, by default, where their compute is equal. A group without a lowest point among its
 * runs stays in the result with its {@link IsoFlopStatus} and out of the line. A parabola is an
 * approximation: far from its lowest point a loss is no quadratic of ln N, and {@link #window}
 * keeps to the runs about the lowest.
 *
 * @param runs the runs, without missing values
 * @param budgets compute of each group; empty for groups of equal compute or by label
 * @param labels group of each run; empty for groups by compute
 * @param tolerance how far a run may be from its budget, in log10 of compute; 0.06 by default
 * @param windowed whether each parabola goes through the lowest size and two neighbours on each
 *     side only
 * @param weighted whether the line weights a best size by the inverse of its variance
 * @param flopsPerTokenParameter k in C = k N D
 */
public record IsoFlop(
    TrainingRuns runs,
    double[] budgets,
    List<String> labels,
    double tolerance,
    boolean windowed,
    boolean weighted,
    double flopsPerTokenParameter) {
  private static final double TOLERANCE = 0.06;
  private static final double EQUAL = 1e-9;
  private static final int FEWEST_GROUPS = 3;

  /** Checks the choices and keeps its own copies. */
  public IsoFlop {
    Arguments.present("runs", runs).complete();
    Arguments.present("budgets", budgets);
    if (budgets.length > 0) {
      Arguments.increasing("budgets", budgets);
      Arguments.positive("budgets[0]", budgets[0]);
    }
    labels = Arguments.listed("labels", labels);
    Arguments.require(
        labels.isEmpty() || labels.size() == runs.size(),
        "labels has %d values, runs has %d: expected the same length",
        labels.size(),
        runs.size());
    Arguments.require(
        labels.isEmpty() || budgets.length == 0,
        "there are %d labels and %d budgets: expected one of the two",
        labels.size(),
        budgets.length);
    Arguments.positive("tolerance", tolerance);
    Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter);
    budgets = budgets.clone();
  }

  /** Groups of equal compute (to a relative 1e-9), all runs of each, a line without weights. */
  public static IsoFlop of(TrainingRuns runs) {
    return new IsoFlop(
        runs,
        new double[0],
        List.of(),
        TOLERANCE,
        false,
        false,
        TrainingRuns.FLOPS_PER_TOKEN_PARAMETER);
  }

  /**
   * The same with groups about these budgets: a run belongs to the nearest, if within the
   * tolerance.
   *
   * @param compute budgets, strictly increasing
   */
  public IsoFlop budgets(double... compute) {
    Arguments.increasing("compute", compute);
    return new IsoFlop(
        runs, compute, List.of(), tolerance, windowed, weighted, flopsPerTokenParameter);
  }

  /** The same with groups by label, one a run; a budget is the geometric mean of its computes. */
  public IsoFlop groups(String... label) {
    return new IsoFlop(
        runs,
        new double[0],
        Arguments.listed("label", label),
        tolerance,
        windowed,
        weighted,
        flopsPerTokenParameter);
  }

  /** The same with another tolerance in log10 of compute, above 0. */
  public IsoFlop tolerance(double decades) {
    return new IsoFlop(runs, budgets, labels, decades, windowed, weighted, flopsPerTokenParameter);
  }

  /**
   * The same with each parabola through the size of lowest loss and two neighbours on each side, as
   * far as there are any; where losses are equal to a relative 1e-9, the smaller size counts as
   * lowest. Groups with fewer than 4 such sizes are left out.
   */
  public IsoFlop window() {
    return new IsoFlop(runs, budgets, labels, tolerance, true, weighted, flopsPerTokenParameter);
  }

  /** The same with a line that weights each best size by the inverse of its variance. */
  public IsoFlop weightedByUncertainty() {
    return new IsoFlop(runs, budgets, labels, tolerance, windowed, true, flopsPerTokenParameter);
  }

  /** The same at another cost of one token and one parameter; 1 for {@code C = N D}. */
  public IsoFlop flopsPerTokenParameter(double k) {
    return new IsoFlop(runs, budgets, labels, tolerance, windowed, weighted, k);
  }

  @Override
  public double[] budgets() {
    return budgets.clone();
  }

  /** The parabola of each group, in order of compute, with and without a lowest point. */
  public List<IsoFlopParabola> parabolas() {
    double[] n = runs.parameters();
    double[] loss = runs.losses();
    double[] weights = runs.weights();
    List<IsoFlopParabola> parabolas = new ArrayList<>();
    groupsOfRuns()
        .forEach(
            (group, members) -> {
              int[] rows = members.stream().mapToInt(i -> i).toArray();
              if (windowed) {
                rows = new SizeWindow(n, loss, weights, rows).about();
              }
              parabolas.add(
                  IsoFlopParabola.of(
                      group.budget,
                      group.label,
                      Present.at(rows, n),
                      Present.at(rows, loss),
                      Present.at(rows, weights),
                      flopsPerTokenParameter,
                      IsoFlopParabola.fewestSizes(windowed)));
            });
    parabolas.sort((p, q) -> Double.compare(p.budget(), q.budget()));
    return List.copyOf(parabolas);
  }

  /** Runs that belong to no budget. */
  public int leftOut() {
    return runs.size() - groupsOfRuns().values().stream().mapToInt(List::size).sum();
  }

  /**
   * The parabolas and the line through the best sizes.
   *
   * @throws IllegalArgumentException where fewer than 3 groups have a lowest point
   */
  public IsoFlopFit fit() {
    List<IsoFlopParabola> all = parabolas();
    List<IsoFlopParabola> good = all.stream().filter(p -> p.status() == IsoFlopStatus.OK).toList();
    Arguments.require(
        good.size() >= FEWEST_GROUPS,
        "a line through best sizes needs at least %d groups with a minimum, got %d of %d groups",
        FEWEST_GROUPS,
        good.size(),
        all.size());
    double[] logC = good.stream().mapToDouble(p -> Math.log(p.budget())).toArray();
    double[] logN = good.stream().mapToDouble(IsoFlopParabola::logOptimum).toArray();
    double[] logD = good.stream().mapToDouble(p -> Math.log(p.bestTokens())).toArray();
    double[] weights = new double[logC.length];
    Arrays.setAll(weights, i -> weighted ? precision(good.get(i)) : 1);
    return new IsoFlopFit(
        this,
        all,
        LeastSquares.polynomial(logC, logN, weights, 1, 0),
        LeastSquares.polynomial(logC, logD, weights, 1, 0));
  }

  private static double precision(IsoFlopParabola p) {
    double variance = p.standardError() * p.standardError();
    Arguments.require(
        variance > 0,
        "the best size at %s has no uncertainty: expected runs with scatter, to weight by it",
        Digits.of(p.budget(), 4));
    return 1 / variance;
  }

  private record Group(double budget, String label) {}

  private Map<Group, List<Integer>> groupsOfRuns() {
    double[] compute = runs.parameters();
    double[] tokens = runs.tokens();
    Arrays.setAll(compute, i -> flopsPerTokenParameter * compute[i] * tokens[i]);
    return labels.isEmpty() ? byCompute(compute) : byLabel(compute);
  }

  private Map<Group, List<Integer>> byCompute(double[] compute) {
    Map<Group, List<Integer>> groups = new LinkedHashMap<>();
    double[] centres = budgets.length > 0 ? budgets : distinct(compute);
    double reach = budgets.length > 0 ? tolerance : EQUAL;
    for (int i = 0; i < compute.length; i++) {
      int nearest = nearest(centres, compute[i]);
      if (Math.abs(Math.log10(compute[i] / centres[nearest])) < reach) {
        groups
            .computeIfAbsent(
                new Group(centres[nearest], Digits.of(centres[nearest], 3)), g -> new ArrayList<>())
            .add(i);
      }
    }
    return groups;
  }

  private static int nearest(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    if (at >= 0) {
      return at;
    }
    int above = Math.min(-at - 1, sorted.length - 1);
    int below = Math.max(above - 1, 0);
    return value / sorted[below] < sorted[above] / value ? below : above;
  }

  private static double[] distinct(double[] compute) {
    double[] sorted = Arrays.stream(compute).sorted().toArray();
    return IntStream.range(0, sorted.length)
        .filter(i -> i == 0 || sorted[i] > sorted[i - 1] * (1 + EQUAL))
        .mapToDouble(i -> sorted[i])
        .toArray();
  }

  private Map<Group, List<Integer>> byLabel(double[] compute) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < compute.length; i++) {
      members.computeIfAbsent(labels.get(i), l -> new ArrayList<>()).add(i);
    }
    Map<Group, List<Integer>> groups = new LinkedHashMap<>();
    members.forEach(
        (label, rows) -> {
          double logC =
              rows.stream().mapToDouble(i -> Math.log(compute[i])).average().orElseThrow();
          groups.put(new Group(Math.exp(logC), label), rows);
        });
    return groups;
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("runs", runs.toString());
    options.put(
        "groups",
        labels.isEmpty()
            ? budgets.length == 0
                ? "equal compute"
                : Arrays.toString(budgets) + " within " + tolerance + " decades"
            : "by label");
    options.put("window", Boolean.toString(windowed));
    options.put("weighted by uncertainty", Boolean.toString(weighted));
    options.put("FLOP a token and parameter", Double.toString(flopsPerTokenParameter));
    return Provenance.of(options).data(runs.source());
  }
}
