package murmuration.warning.spatial;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * A stochastic cellular automaton: cells of a torus with two or three states that change at rates
 * which depend on the whole lattice and on the neighbours.
 *
 * <p><b>Updating is synchronous.</b> In a step of length h every cell moves from its state to
 * another with probability {@code rate * h}, all cells at once, by the neighbours at the start of
 * the step. With h = 1, the default, rates are probabilities a step, the convention of the R
 * package chouca; as h falls to 0 the model becomes the process in continuous time. Rates of one
 * state must not sum to more than 1/h.
 *
 * <p>A model of one's own is a record that implements this interface. State 0 is empty, state 1 the
 * one that counts as occupied.
 */
public interface LatticeModel extends SpatialModel {
  /** Names of the states, two or three; a cell in {@code states().get(k)} holds the number k. */
  List<String> states();

  /** Which cells are neighbours. */
  Neighbourhood neighbourhood();

  /**
   * The rate at which a cell changes its state; 0 where it cannot. Called once a step for every
   * possible neighbourhood, not for every cell.
   *
   * @param from state of the cell
   * @param to another state
   * @param cover share of the lattice in each state; not to be changed
   * @param near share of the cell's neighbours in each state; not to be changed
   */
  double rate(int from, int to, double[] cover, double[] near);

  @Override
  default String occupied() {
    return "Cover, " + states().get(1);
  }

  @Override
  default double start() {
    return 0.9;
  }

  @Override
  default double step() {
    return 1;
  }

  @Override
  default SpatialWorld begin(
      int rows, int columns, double start, double step, RandomGenerator random) {
    return new Automaton(this, rows, columns, start, step, random);
  }

  /**
   * The shares of the states that the model tends to when it is stirred so well that neighbours are
   * drawn from the whole lattice (mean field), by steps of the default length, at most 100,000.
   *
   * @param start share of cells in state 1 at the start, 0 to 1; all others are empty
   */
  default double[] meanField(double start) {
    return MeanField.of(this, start);
  }

  /**
   * The values of parameters, in their order, with another value of one of them: for {@link #with}.
   */
  static double[] replaced(Map<String, Double> parameters, String parameter, double value) {
    Arguments.present("parameters", parameters);
    Arguments.require(
        parameters.containsKey(Arguments.present("parameter", parameter)),
        "no parameter \"%s\": expected one of %s",
        parameter,
        parameters.keySet());
    return parameters.entrySet().stream()
        .mapToDouble(entry -> entry.getKey().equals(parameter) ? value : entry.getValue())
        .toArray();
  }
}
