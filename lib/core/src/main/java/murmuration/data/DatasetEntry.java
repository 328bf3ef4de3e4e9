package murmuration.data;

import static murmuration.math.Arguments.require;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One data set of {@code registry.json}.
 *
 * @param file path below the folder of the registry; for a remote one its name in the cache and in
 *     the mirror
 * @param url address of these very bytes, or null for a bundled one
 * @param skip lines before the first row, the header among them
 * @param rows rows of the table
 * @param licence SPDX identifier, or {@code LicenseRef-...} explained in the notes
 * @param series the columns that are meant when a series is asked for by name alone, or null
 */
record DatasetEntry(
    String name,
    String title,
    String file,
    @Nullable String url,
    String sha256,
    long bytes,
    int skip,
    int rows,
    String licence,
    String citation,
    boolean bundled,
    String notes,
    List<Column> columns,
    @Nullable Series series) {

  DatasetEntry {
    require(bundled || url != null, "data set %s is neither bundled nor to be fetched", name);
    require(sha256.matches("[0-9a-f]{64}"), "data set %s has no sha256: %s", name, sha256);
    columns = List.copyOf(columns);
  }

  /** Name and hash: what provenance keeps. */
  String source() {
    return name + " sha256:" + sha256;
  }

  /** The label of a column's axis, or null when the data set has no such column. */
  @Nullable String label(String column) {
    return columns.stream()
        .filter(c -> c.name().equalsIgnoreCase(column))
        .map(Column::label)
        .findFirst()
        .orElse(null);
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /**
   * A column.
   *
   * @param name its name in our table
   * @param header its name in the file
   * @param type number, integer or string
   * @param unit its unit, empty for none
   * @param title what it holds
   */
  record Column(String name, String header, String type, String unit, String title) {
    String label() {
      return unit.isEmpty() ? title : String.format(Locale.ROOT, "%s (%s)", title, unit);
    }
  }

  /**
   * The series of a data set.
   *
   * @param scale what its times are multiplied by
   * @param timeName label of the scaled times, null where the scale is 1
   */
  record Series(String time, String value, double scale, @Nullable String timeName) {}
}
