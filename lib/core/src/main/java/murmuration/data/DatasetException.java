package murmuration.data;

import org.jspecify.annotations.Nullable;

/** A data set that is known and cannot be had; the message says what to do. */
public final class DatasetException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What went wrong. */
  public enum Kind {
    /** Not bundled, not in the cache or the mirror, and not to be had from its address. */
    NOT_AVAILABLE,
    /** The bytes are not the ones that the registry names. */
    WRONG_CHECKSUM,
    /** The cache or the mirror cannot be read or written. */
    STORAGE
  }

  private final Kind kind;

  DatasetException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What went wrong, for callers that can go on without the data set. */
  public Kind kind() {
    return kind;
  }
}
