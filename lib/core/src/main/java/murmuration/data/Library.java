package murmuration.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The name and version of this library, written into it by the build. */
final class Library {
  private static final String NAME_AND_VERSION = read();

  private Library() {}

  static String nameAndVersion() {
    return NAME_AND_VERSION;
  }

  private static String read() {
    var properties = new Properties();
    try (var in = Library.class.getResourceAsStream("/murmuration/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "murmuration " + properties.getProperty("version");
  }
}
