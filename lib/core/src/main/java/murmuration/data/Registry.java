package murmuration.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import murmuration.math.Arguments;

/** The data sets that are known, by name, in the order of {@code registry.json}. */
record Registry(Map<String, DatasetEntry> entries) {
  private static final String FOLDER = "/murmuration/datasets/";

  Registry {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The registry that was built into this library. */
  static Registry bundled() {
    try {
      return parse(new String(resource("registry.json"), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the registry of data sets cannot be read", e);
    }
  }

  static Registry parse(String json) throws IOException {
    var entries = new LinkedHashMap<String, DatasetEntry>();
    for (var entry : JSON.std.listOfFrom(DatasetEntry.class, json)) {
      entries.put(entry.name(), entry);
    }
    return new Registry(entries);
  }

  /** The bytes of a file beside the registry. */
  static byte[] resource(String file) throws IOException {
    try (InputStream in = Registry.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException(FOLDER + file + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  Optional<DatasetEntry> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** Refuses a name that is not here, naming the nearest one. */
  DatasetEntry entry(String name) {
    Arguments.present("name", name);
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name is \"%s\", which is no data set: did you mean \"%s\"? (%s)"
                        .formatted(name, nearest(name), String.join(", ", entries.keySet()))));
  }

  private String nearest(String name) {
    return Collections.min(entries.keySet(), Comparator.comparingInt(n -> distance(n, name)));
  }

  /** Levenshtein's distance: insertions, deletions and substitutions from one word to another. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
