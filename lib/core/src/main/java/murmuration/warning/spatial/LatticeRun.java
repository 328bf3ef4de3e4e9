package murmuration.warning.spatial;

import java.util.Locale;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * One run of a spatial model.
 *
 * @param simulation what was run
 * @param times times of the samples, about a thousand
 * @param occupied share of occupied cells, or mean level, at these times
 * @param last the landscape at the end: the state of each cell, or its level
 */
public record LatticeRun(
    LatticeSimulation simulation, double[] times, double[] occupied, Landscape last)
    implements Charted {

  /** Keeps its own copies. */
  public LatticeRun {
    Arguments.present("simulation", simulation);
    Arguments.increasing("times", times);
    Arguments.finite("occupied", occupied, 1);
    Arguments.sameLength("times", times, "occupied", occupied);
    Arguments.present("last", last);
    times = times.clone();
    occupied = occupied.clone();
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[] occupied() {
    return occupied.clone();
  }

  /** The share of occupied cells, or mean level, averaged over the last quarter of the run. */
  public double late() {
    return LatticeSimulation.late(occupied);
  }

  /**
   * The last landscape as the indicators want it: binary, occupied or not, for a model with states;
   * the levels for others.
   */
  public Landscape landscape() {
    return simulation.model() instanceof LatticeModel ? last.equalTo(1) : last;
  }

  /** The share of occupied cells, or mean level, as a record in time. */
  public TimeSeries series() {
    return TimeSeries.of(times, occupied);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s %s
        %d x %d cells, %s units of time in steps of %s, seed %d
        %s: %s at the start, %s over the last quarter\
        """,
        simulation.model().getClass().getSimpleName(),
        simulation.model().parameters(),
        simulation.rows(),
        simulation.columns(),
        Digits.of(simulation.duration(), 6),
        Digits.of(simulation.step(), 4),
        simulation.seed(),
        simulation.model().occupied(),
        Digits.of(occupied[0], 4),
        Digits.of(late(), 4));
  }

  /** One row a sample: {@code time}, {@code occupied}. */
  @Override
  public Table table() {
    return Table.create(
        simulation.model().getClass().getSimpleName(),
        DoubleColumn.create("time", times),
        DoubleColumn.create("occupied", occupied));
  }

  @Override
  public Provenance provenance() {
    return simulation.provenance();
  }

  /** The share in time, and the landscape at the end. */
  @Override
  public Figure chart() {
    return Figure.grid(
        2,
        Panel.of("Time", simulation.model().occupied()).line("occupied", times, occupied),
        landscape().named("at the end").panel());
  }
}
