package murmuration.warning.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * Where a spatial model loses its occupied cells: bisection between a value where they last and one
 * where they vanish. At each value several runs begin from the start of the study; a run has
 * collapsed where its last landscape holds less than {@link SpatialModel#lost}; the value counts as
 * lasting where at least half of the runs do.
 *
 * <p>It belongs to a lattice and a duration. Close to the point a run takes ever longer to collapse
 * (slowing down), so longer runs move it into the lasting side, and on small lattices chance does.
 *
 * @param simulation what was run
 * @param parameter the parameter that was changed
 * @param lasting the last value where occupied cells lasted
 * @param collapsed the first value where they vanished
 * @param tried the values that were tried, in their order
 * @param lasted the share of runs that lasted at each
 * @param meanField where the stirred model loses them; NaN for a model without states, or where it
 *     does not between the two ends
 */
public record CollapsePoint(
    LatticeSimulation simulation,
    String parameter,
    double lasting,
    double collapsed,
    double[] tried,
    double[] lasted,
    double meanField)
    implements Charted {
  private static final int RUNS = 4;
  private static final int HALVINGS = 8;
  private static final int FINE_HALVINGS = 16;

  /** Keeps its own copies. */
  public CollapsePoint {
    Arguments.present("simulation", simulation);
    Arguments.present("parameter", parameter);
    Arguments.finite("tried", tried, 1);
    Arguments.finite("lasted", lasted, 1);
    Arguments.sameLength("tried", tried, "lasted", lasted);
    tried = tried.clone();
    lasted = lasted.clone();
  }

  static CollapsePoint of(
      LatticeSimulation simulation, String parameter, double persists, double collapses) {
    Arguments.require(
        Double.isFinite(persists) && Double.isFinite(collapses) && persists != collapses,
        "the ends are %s and %s: expected two different numbers",
        persists,
        collapses);
    List<double[]> trials = new ArrayList<>();
    require(trial(simulation, parameter, persists, trials), true, parameter, persists);
    require(trial(simulation, parameter, collapses, trials), false, parameter, collapses);
    double good = persists;
    double bad = collapses;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (good + bad);
      if (trial(simulation, parameter, middle, trials)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return new CollapsePoint(
        simulation,
        parameter,
        good,
        bad,
        trials.stream().mapToDouble(t -> t[0]).toArray(),
        trials.stream().mapToDouble(t -> t[1]).toArray(),
        meanField(simulation, parameter, persists, collapses));
  }

  private static void require(boolean found, boolean expected, String parameter, double value) {
    Arguments.require(
        found == expected,
        "occupied cells %s at %s = %s: expected that they %s there",
        found ? "last" : "vanish",
        parameter,
        value,
        expected ? "last" : "vanish");
  }

  private static boolean trial(
      LatticeSimulation simulation, String parameter, double value, List<double[]> trials) {
    var study = simulation.with(parameter, value);
    int first = trials.size() * RUNS;
    double[] ends =
        Parallel.doubles(
            "collapse",
            RUNS,
            i -> study.seed(Rng.seed(simulation.seed(), first + i)).run().landscape().mean());
    int lasting = 0;
    for (double end : ends) {
      lasting += end >= simulation.model().lost() ? 1 : 0;
    }
    trials.add(new double[] {value, (double) lasting / RUNS});
    return 2 * lasting >= RUNS;
  }

  private static double meanField(
      LatticeSimulation simulation, String parameter, double persists, double collapses) {
    if (!(simulation.model() instanceof LatticeModel)
        || !lasts(simulation, parameter, persists)
        || lasts(simulation, parameter, collapses)) {
      return Double.NaN;
    }
    double good = persists;
    double bad = collapses;
    for (int i = 0; i < FINE_HALVINGS; i++) {
      double middle = 0.5 * (good + bad);
      if (lasts(simulation, parameter, middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return 0.5 * (good + bad);
  }

  private static boolean lasts(LatticeSimulation simulation, String parameter, double value) {
    return simulation.model().with(parameter, value) instanceof LatticeModel model
        && model.meanField(simulation.start())[1] >= model.lost();
  }

  @Override
  public double[] tried() {
    return tried.clone();
  }

  @Override
  public double[] lasted() {
    return lasted.clone();
  }

  /** The middle of the last bracket. */
  public double value() {
    return 0.5 * (lasting + collapsed);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s loses its occupied cells at %s = %s (between %s and %s)
        on %d x %d cells within %s units of time, %d runs a value; stirred: %s\
        """,
        simulation.model().getClass().getSimpleName(),
        parameter,
        Digits.of(value(), 4),
        Digits.of(Math.min(lasting, collapsed), 4),
        Digits.of(Math.max(lasting, collapsed), 4),
        simulation.rows(),
        simulation.columns(),
        Digits.of(simulation.duration(), 6),
        RUNS,
        Digits.of(meanField, 4));
  }

  /** The point with its bracket, then where the stirred model has its own. */
  @Override
  public Table table() {
    return Quantities.of("collapse of " + simulation.model().getClass().getSimpleName())
        .and(parameter, value(), Math.min(lasting, collapsed), Math.max(lasting, collapsed))
        .and(parameter + ", stirred (mean field)", meanField)
        .table();
  }

  @Override
  public Provenance provenance() {
    return simulation.provenance();
  }

  /** The share of runs that lasted at each value tried. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of(parameter, "Share of runs that last")
            .points("runs", tried, lasted)
            .vertical(value()));
  }
}
