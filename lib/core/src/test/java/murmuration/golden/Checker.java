package murmuration.golden;

/** Compares the golden files of one kind with what we compute. */
public interface Checker {
  /** The {@code kind} of the files, such as {@code "warning/ews"}. */
  String kind();

  /** Recomputes what the file holds and reports each comparison. */
  void check(GoldenFile file, Report report);
}
