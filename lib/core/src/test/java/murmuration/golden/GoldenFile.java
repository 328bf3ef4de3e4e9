package murmuration.golden;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** One golden file: its kind, its numbers and its tolerances. */
public record GoldenFile(Path path, Node root) {
  private static final Pattern CLAUSE_END = Pattern.compile("[;,]");

  public static GoldenFile read(Path path) {
    try {
      Map<String, Object> map = JSON.std.mapFrom(Files.readString(path));
      return new GoldenFile(path, new Node(path.getFileName().toString(), map));
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + e.getMessage(), e);
    }
  }

  /** The kind, or the empty text where the file has none. */
  public String kind() {
    return root.has("kind") ? root.at("kind").text() : "";
  }

  /** False where the file must not be copied into the repository. */
  public boolean bundled() {
    return !(root.has("bundle") && Boolean.FALSE.equals(root.at("bundle").value()));
  }

  /** The tolerance of a file that gives one for all its numbers, or the first it gives. */
  public Tolerance tolerance() {
    Node tolerance = root.at("tolerance");
    return switch (tolerance.value()) {
      case Map<?, ?> map when map.containsKey("abs") && map.containsKey("rel") ->
          new Tolerance(tolerance.at("abs").number(), tolerance.at("rel").number());
      case String text -> Tolerance.parse(CLAUSE_END.splitAsStream(text).findFirst().orElse(""));
      case Number n -> Tolerance.parse(n.toString());
      case null, default ->
          throw new IllegalArgumentException(tolerance.path() + " names several: say which");
    };
  }

  /**
   * The tolerance called {@code name}: a member of the file's tolerances, or the clause of its text
   * that has the name, as in {@code "ksmooth 1e-10; lowess 1e-8"}.
   */
  public Tolerance tolerance(String name) {
    Node tolerance = root.at("tolerance");
    if (tolerance.value() instanceof String text) {
      var word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
      for (String clause : CLAUSE_END.split(text, -1)) {
        var found = word.matcher(clause);
        if (found.find()) {
          return Tolerance.parse(clause.substring(found.end()));
        }
      }
      throw new IllegalArgumentException("no tolerance for \"" + name + "\" in \"" + text + "\"");
    }
    return Tolerance.parse(String.valueOf(tolerance.at(name).value()));
  }

  /**
   * A file of others that this one needs: {@code FAMILY/name} below the mirror.
   *
   * @throws MissingInput where there is no mirror or it lacks the file
   */
  public Path thirdParty(String name) {
    String mirror = System.getenv("MURMURATION_MIRROR");
    if (mirror == null || mirror.isBlank()) {
      throw new MissingInput(name + " is not bundled and no mirror is set (MURMURATION_MIRROR)");
    }
    String family = kind().substring(0, kind().indexOf('/'));
    Path input = Path.of(mirror, family, name);
    if (!Files.isRegularFile(input)) {
      throw new MissingInput(name + " is not at " + input);
    }
    return input;
  }
}
