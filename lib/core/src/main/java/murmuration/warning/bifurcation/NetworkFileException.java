package murmuration.warning.bifurcation;

import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/** The file of a network cannot be had or is not one; the message says which and what to do. */
public final class NetworkFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** What went wrong. */
  public enum Kind {
    /** No such folder or file, or no folder was named. */
    MISSING,
    /** The file is longer or shorter than a network. */
    WRONG_SIZE,
    /** The file holds numbers that are not finite. */
    CORRUPT,
    /** The file is there and cannot be read. */
    UNREADABLE
  }

  private final Kind kind;

  NetworkFileException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = Arguments.present("kind", kind);
  }

  /** What went wrong, for callers that can go on without the networks. */
  public Kind kind() {
    return kind;
  }
}
