package murmuration.notebook;

import jdk.jshell.JShell;
import murmuration.sweep.LiveFigure;
import murmuration.sweep.Progress;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMETypeParseException;

/**
 * Found by the JJava kernel when this library is on its class path: values of {@link View#TYPES}
 * show themselves, the imports are there, long work shows its progress and its figures, and
 * shift-tab shows the Javadoc of this library.
 */
public final class MurmurationExtension implements Extension {
  /** Called by the kernel through the service loader. */
  public MurmurationExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    View.TYPES.forEach(type -> register(kernel.getRenderer(), type));
    Progress.display(() -> new ProgressCell(kernel));
    LiveFigure.display(() -> new LiveCell(kernel));
    kernel.evalRaw(Imports.text());
    Shell.of(kernel).ifPresent(shell -> Javadocs.install(shell, MurmurationExtension.class));
    Shell.of(kernel)
        .ifPresent(
            shell -> ModuleHint.install(shell, hint -> kernel.display(new DisplayData(hint))));
    Starter.ofThisKernel().whenGone(() -> System.exit(0));
  }

  /** The end of the kernel, which JJava's idle threads would put off for a minute. */
  @Override
  public void uninstall(BaseKernel kernel) {
    Progress.silent();
    LiveFigure.silent();
    Shell.of(kernel).ifPresent(JShell::stop);
  }

  private static void register(Renderer renderer, Class<?> type) {
    renderer
        .createRegistration(type)
        .preferring(MIMEType.ANY)
        .supporting(View.HTML, View.SVG, View.PNG, View.TEXT)
        .register(MurmurationExtension::show);
  }

  private static void show(Object value, RenderContext context) {
    var view = View.of(value);
    var output = context.getOutputContainer();
    output.putText(view.text());
    if (context.wantsDataRenderedAs(mime(view))) {
      output.putData(mime(view), view.content(), view.size());
    }
  }

  private static MIMEType mime(View view) {
    try {
      return MIMEType.parse(view.mime());
    } catch (MIMETypeParseException e) {
      throw new IllegalStateException(view.mime(), e);
    }
  }
}
