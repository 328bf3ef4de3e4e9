package murmuration.golden;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of one golden file.
 *
 * @param failures why it failed; empty where it passed or was skipped
 * @param skipped what was skipped and why; the whole file where {@code cases} is 0
 */
record Outcome(
    Path path,
    String kind,
    int cases,
    double worst,
    List<String> failures,
    Map<String, String> skipped) {
  private static final int SHOWN = 5;

  boolean failed() {
    return !failures.isEmpty();
  }

  boolean passed() {
    return failures.isEmpty() && cases > 0;
  }

  /** One line, and below it the first failures. */
  String line() {
    var line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-4s %-30s %s",
                failed() ? "FAIL" : passed() ? "pass" : "skip",
                kind.isEmpty() ? "(no kind)" : kind,
                path.getFileName()));
    if (cases > 0) {
      line.append(
          String.format(Locale.ROOT, ", %d cases, worst relative error %.1e", cases, worst));
    }
    if (!skipped.isEmpty()) {
      line.append(
          skipped.entrySet().stream()
              .map(e -> e.getKey() + " (" + e.getValue() + ")")
              .collect(Collectors.joining(", ", ", skipped: ", "")));
    }
    failures.stream().limit(SHOWN).forEach(f -> line.append("\n       ").append(f));
    if (failures.size() > SHOWN) {
      line.append("\n       and ").append(failures.size() - SHOWN).append(" more");
    }
    return line.toString();
  }
}
