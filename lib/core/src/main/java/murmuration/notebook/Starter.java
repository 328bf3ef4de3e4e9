package murmuration.notebook;

import org.jspecify.annotations.Nullable;

/** The program that started this kernel, which tells its process id to every kernel it starts. */
record Starter(@Nullable String pid) {
  private static final long INIT = 1;

  static Starter ofThisKernel() {
    return new Starter(System.getenv("JPY_PARENT_PID"));
  }

  /**
   * Runs {@code end} when the starter is gone: one that was killed has not told its kernels to end.
   */
  void whenGone(Runnable end) {
    if (pid == null || !pid.matches("[0-9]{1,18}")) {
      return;
    }
    var process = ProcessHandle.of(Long.parseLong(pid));
    if (process.isPresent()) {
      process.get().onExit().thenRun(end);
    } else if (isOrphan()) {
      end.run();
    }
  }

  private static boolean isOrphan() {
    return ProcessHandle.current().parent().filter(parent -> parent.pid() != INIT).isEmpty();
  }
}
