package murmuration.notebook;

import java.util.UUID;
import murmuration.plot.Figure;
import murmuration.sweep.LiveFigure;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** A figure below the cell that is running, changed in place. */
final class LiveCell implements LiveFigure.Screen {
  private final BaseKernel kernel;
  private final String id = UUID.randomUUID().toString();
  private boolean shown;

  LiveCell(BaseKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public void show(Figure figure) {
    var output = new DisplayData("");
    output.putHTML(figure.svg());
    send(output);
  }

  @Override
  public void clear() {
    if (shown) {
      send(new DisplayData(""));
    }
  }

  private void send(DisplayData output) {
    if (shown) {
      kernel.getIO().display.updateDisplay(id, output);
    } else {
      output.putTransientData("display_id", id);
      kernel.display(output);
      shown = true;
    }
  }
}
