package murmuration.notebook;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import murmuration.OptionalModule;

/**
 * Says how to get an optional module, where a cell names it and does not compile for want of it.
 */
final class ModuleHint implements Consumer<SnippetEvent> {
  private final Consumer<String> told;

  private ModuleHint(Consumer<String> told) {
    this.told = told;
  }

  /** From now on, cells of this shell that want a missing module get a hint. */
  static void install(JShell shell, Consumer<String> told) {
    var unused = shell.onSnippetEvent(new ModuleHint(told));
  }

  @Override
  public void accept(SnippetEvent event) {
    if (event.status() == Snippet.Status.REJECTED) {
      hint(event.snippet().source()).ifPresent(told);
    }
  }

  /** The hint for a source that does not compile, where it names a module that is missing. */
  static Optional<String> hint(String source) {
    return Arrays.stream(OptionalModule.values())
        .filter(module -> names(module, source) && !module.isPresent())
        .map(OptionalModule::howToGetIt)
        .findFirst();
  }

  private static boolean names(OptionalModule module, String source) {
    String types = String.join("|", module.types());
    String name = Pattern.quote(module.packageName()) + "|" + types;
    return Pattern.compile("\\b(" + name + ")\\b").matcher(source).find();
  }
}
