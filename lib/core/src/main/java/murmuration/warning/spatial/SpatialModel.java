package murmuration.warning.spatial;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A model of a landscape that changes in time. Every model is a record of its parameters, with the
 * values of the literature as defaults, and all are used with the same words:
 *
 * <pre>{@code
 * var run = new LocalFacilitation().with("b", 0.3).on(100, 100).duration(1000).seed(1).run();
 * var gradient = new ForestGap().on(100, 100).seed(1).along("d", 0.02, 0.05, 0.08);
 * }</pre>
 */
public interface SpatialModel {
  /** Parameters by name, in the order of the record. */
  Map<String, Double> parameters();

  /** The same with another value of one parameter. */
  SpatialModel with(String parameter, double value);

  /** What {@link SpatialWorld#occupied} means, as an axis shows it. */
  String occupied();

  /** The share or level that runs start from unless told otherwise. */
  double start();

  /**
   * Below it the occupied state counts as lost: 1 % of the usual start, unless the other state has
   * more.
   */
  default double lost() {
    return 0.01 * start();
  }

  /** The usual length of a step, in the unit of time of the rates. */
  double step();

  /**
   * A landscape at time 0.
   *
   * @param rows rows of cells
   * @param columns columns of cells
   * @param start share of occupied cells, or level, at the start
   * @param step length of a step, in the unit of time of the rates
   * @param random the only source of chance
   */
  SpatialWorld begin(int rows, int columns, double start, double step, RandomGenerator random);

  /** A study of this model on a landscape of this size. */
  default LatticeSimulation on(int rows, int columns) {
    return LatticeSimulation.of(this).size(rows, columns);
  }
}
