package murmuration.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** A kernel without a front end that keeps what it was told. */
final class StubKernel extends BaseKernel {
  final List<String> evaluated = new ArrayList<>();
  final List<DisplayData> displayed = new ArrayList<>();
  private final JShell shell;

  StubKernel(JShell shell) {
    super(
        "stub",
        "0",
        new LanguageInfo.Builder("java").build(),
        List.of(),
        null,
        new JupyterIO(StandardCharsets.UTF_8),
        new CommManager(),
        new Renderer(),
        null,
        new MagicsRegistry(),
        false,
        new StringStyler.Builder().build());
    this.shell = shell;
  }

  /** Asked for by name, as the real kernel has it. */
  public JShell getJShell() {
    return shell;
  }

  @Override
  public void display(DisplayData data) {
    displayed.add(data);
  }

  @Override
  public Object evalRaw(String code) {
    evaluated.add(code);
    return "";
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String isComplete(String code) {
    throw new UnsupportedOperationException();
  }
}
