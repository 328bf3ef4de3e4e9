package murmuration.notebook;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import jdk.jshell.JShell;

/**
 * Shift-tab with this library's Javadoc.
 *
 * <p>The jar carries its sources in {@code META-INF/sources} (at its root JShell would take them
 * for code). JShell reads documentation from the sources of the JDK alone; where it looks can be
 * changed, because the kernel opens {@code jdk.jshell}.
 */
final class Javadocs {
  private static final String SOURCES = "META-INF/sources";

  private Javadocs() {}

  /** Adds the sources beside {@code type}; where that cannot be done, all stays as it is. */
  static void install(JShell shell, Class<?> type) {
    try {
      var roots = new ArrayList<Path>();
      roots.add(sources(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())));
      var jdk = Path.of(System.getProperty("java.home"), "lib", "src.zip");
      if (Files.isReadable(jdk)) {
        try (var modules = Files.newDirectoryStream(inside(jdk))) {
          modules.forEach(roots::add);
        }
      }
      var analysis = shell.sourceCodeAnalysis();
      var places = analysis.getClass().getDeclaredField("availableSourcesOverride");
      places.setAccessible(true);
      places.set(null, roots);
    } catch (ReflectiveOperationException
        | IOException
        | URISyntaxException
        | RuntimeException
        | Error e) {
      return;
    }
  }

  private static Path sources(Path place) throws IOException {
    return (Files.isDirectory(place) ? place : inside(place)).resolve(SOURCES);
  }

  private static Path inside(Path zip) throws IOException {
    var uri = URI.create("jar:" + zip.toUri());
    try {
      return FileSystems.newFileSystem(uri, Map.of()).getPath("/");
    } catch (FileSystemAlreadyExistsException e) {
      return FileSystems.getFileSystem(uri).getPath("/");
    }
  }
}
