package murmuration.notebook;

import java.util.UUID;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** A line of progress below the cell that is running, emptied when the work has ended. */
final class ProgressCell implements ProgressBarConsumer {
  private static final int WIDTH = 80;

  private final BaseKernel kernel;
  private final String id = UUID.randomUUID().toString();
  private boolean shown;
  private boolean closed;

  ProgressCell(BaseKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public int getMaxRenderedLength() {
    return WIDTH;
  }

  @Override
  public synchronized void accept(String line) {
    if (closed) {
      return; // a last refresh of the bar's own thread, overtaken by the end
    }
    var output = new DisplayData(line);
    if (shown) {
      kernel.getIO().display.updateDisplay(id, output);
    } else {
      output.putTransientData("display_id", id);
      kernel.display(output);
      shown = true;
    }
  }

  @Override
  public void clear() {
    accept("");
  }

  @Override
  public synchronized void close() {
    accept("");
    closed = true;
  }
}
