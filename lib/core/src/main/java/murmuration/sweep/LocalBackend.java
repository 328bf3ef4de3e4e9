package murmuration.sweep;

import java.util.List;
import java.util.function.BiConsumer;

/** All cores of this machine. */
enum LocalBackend implements Backend {
  INSTANCE;

  @Override
  public <T> void run(
      String name,
      List<Cell> cells,
      Experiment<? extends T> experiment,
      BiConsumer<Cell, ? super T> finished) {
    Parallel.forEach(
        name, cells.size(), i -> finished.accept(cells.get(i), experiment.run(cells.get(i))));
  }
}
