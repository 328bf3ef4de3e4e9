package murmuration.sweep;

import java.util.List;
import java.util.function.BiConsumer;

/** Where the cells of a sweep are run. Results do not depend on it. */
public interface Backend {
  /**
   * Runs the experiment in each cell.
   *
   * @param name what the progress is shown as
   * @param cells the cells, in any order
   * @param experiment what is done in each
   * @param finished is told of each cell as soon as it is done, once, in any order and thread
   */
  <T> void run(
      String name,
      List<Cell> cells,
      Experiment<? extends T> experiment,
      BiConsumer<Cell, ? super T> finished);

  /** All cores of this machine: the fork-join pool of the caller, else the common one. */
  static Backend local() {
    return LocalBackend.INSTANCE;
  }
}
