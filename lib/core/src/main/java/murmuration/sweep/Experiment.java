package murmuration.sweep;

import java.io.Serializable;

/**
 * What is done in each cell of a {@link Sweep}. It draws all its chance from {@link Cell#rng()} and
 * changes nothing outside, so that its result depends on the cell alone. Serialisable, so that a
 * {@link Backend} may send it to other machines.
 *
 * @param <T> Double, or a record whose components are numbers or booleans
 */
@FunctionalInterface
public interface Experiment<T> extends Serializable {
  /** The result in this cell. */
  T run(Cell cell);
}
