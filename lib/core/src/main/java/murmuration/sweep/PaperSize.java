package murmuration.sweep;

import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The switch between the quick run of a notebook and the size of the paper: the environment
 * variable {@code MURMURATION_SIZE=paper} before the kernel starts.
 *
 * <pre>{@code
 * int replicates = PaperSize.runs(200, 10_000);
 * }</pre>
 */
public final class PaperSize {
  /** Name of the environment variable. */
  public static final String VARIABLE = "MURMURATION_SIZE";

  private PaperSize() {}

  /** Whether the size of the paper was asked for. */
  public static boolean isAsked() {
    return isAsked(System.getenv(VARIABLE));
  }

  static boolean isAsked(@Nullable String size) {
    Arguments.require(
        size == null || size.isBlank() || size.equals("paper") || size.equals("quick"),
        "%s is '%s': expected 'paper' or 'quick'",
        VARIABLE,
        size);
    return "paper".equals(size);
  }

  /** {@code quick} runs, or as many as the paper has where that was asked for. */
  public static int runs(int quick, int paper) {
    Arguments.require(quick >= 1, "quick is %d: expected at least 1 run", quick);
    Arguments.require(paper >= 1, "paper is %d: expected at least 1 run", paper);
    return isAsked() ? paper : quick;
  }
}
