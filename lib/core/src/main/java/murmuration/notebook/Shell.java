package murmuration.notebook;

import java.util.Optional;
import jdk.jshell.JShell;

/** The JShell that a Java kernel evaluates its cells with; the kernel API does not show it. */
final class Shell {
  private Shell() {}

  static Optional<JShell> of(Object kernel) {
    try {
      return Optional.of((JShell) kernel.getClass().getMethod("getJShell").invoke(kernel));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
