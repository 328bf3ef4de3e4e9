package murmuration.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a result comes from: enough to run it again.
 *
 * @param library name and version of this library
 * @param java version of the Java runtime
 * @param options the choices made, in the order of the analysis
 * @param seed seed of the random numbers, or null where there is no chance
 * @param data name and sha256 of the data set, or null where the numbers came from the caller
 */
public record Provenance(
    String library,
    String java,
    Map<String, String> options,
    @Nullable Long seed,
    @Nullable String data) {

  /** Keeps its own copy of the options, in their order. */
  public Provenance {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** An analysis of the caller's own numbers, made now, with no chance in it. */
  public static Provenance of(Map<String, String> options) {
    return new Provenance(
        Library.nameAndVersion(), Runtime.version().toString(), options, null, null);
  }

  /** The same with the seed that was used. */
  public Provenance seed(long value) {
    return new Provenance(library, java, options, value, data);
  }

  /** The same with the data set that was used, as {@code "name sha256:..."}; null for none. */
  public Provenance data(@Nullable String source) {
    return new Provenance(library, java, options, seed, source);
  }

  /** One line: versions, choices, seed and data, each only where there is one. */
  @Override
  public String toString() {
    var parts = new ArrayList<String>();
    parts.add(library + ", Java " + java);
    options.forEach((name, value) -> parts.add(name + " " + value));
    if (seed != null) {
      parts.add("seed " + seed);
    }
    if (data != null) {
      parts.add("data " + data);
    }
    return String.join("; ", parts);
  }
}
