package murmuration.golden;

import io.github.classgraph.ClassGraph;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks every golden file below some folders; a program and the engine of the test. The program
 * does not repeat what the test has just done where the system property {@code murmuration.passed}
 * names the list that it left.
 */
public final class Golden {
  private final Map<String, Checker> checkers;

  private Golden(Map<String, Checker> checkers) {
    this.checkers = checkers;
  }

  public static void main(String[] folders) {
    var paths = List.of(folders).stream().map(Path::of).toList();
    var list = System.getProperty("murmuration.passed");
    var passed = list == null ? PassedFiles.none() : PassedFiles.read(Path.of(list));
    System.exit(Golden.ofClassPath().run(paths, passed, System.out) ? 0 : 1);
  }

  /** With every checker below this package. */
  static Golden ofClassPath() {
    try (var scan =
        new ClassGraph().acceptPackages("murmuration.golden").enableClassInfo().scan()) {
      var found = new ArrayList<Checker>();
      for (var type : scan.getClassesImplementing(Checker.class.getName())) {
        if (type.isPublic() && !type.isAbstract()) {
          found.add((Checker) type.loadClass().getConstructor().newInstance());
        }
      }
      return of(found);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Golden of(List<Checker> list) {
    var checkers = new TreeMap<String, Checker>();
    for (Checker checker : list) {
      var other = checkers.put(checker.kind(), checker);
      if (other != null) {
        throw new IllegalStateException(
            checker.kind() + " has two checkers: " + other.getClass() + ", " + checker.getClass());
      }
    }
    return new Golden(checkers);
  }

  /** The JSON files below a folder, in the order of their names. */
  static List<Path> files(Path folder) {
    try (var walk = Files.walk(folder)) {
      return walk.filter(p -> p.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nothing failed; what passed before is taken as it was said then. */
  boolean run(List<Path> folders, PassedFiles before, PrintStream out) {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    for (Path folder : folders) {
      for (Path path : files(folder)) {
        var said = before.line(path);
        if (said.isPresent()) {
          out.println(said.get() + " (by the library's tests)");
          passed++;
          continue;
        }
        Outcome outcome = check(path);
        out.println(outcome.line());
        passed += outcome.passed() ? 1 : 0;
        failed += outcome.failed() ? 1 : 0;
        skipped += outcome.skipped().size();
      }
    }
    out.println("golden: " + passed + " passed, " + failed + " failed, " + skipped + " skipped");
    return failed == 0;
  }

  Outcome check(Path path) {
    GoldenFile file;
    String kind;
    try {
      file = GoldenFile.read(path);
      kind = file.kind();
    } catch (RuntimeException e) {
      return new Outcome(path, "", 0, 0, List.of(e.toString()), Map.of());
    }
    var checker = checkers.get(kind);
    if (checker == null) {
      return skip(path, kind, kind.isEmpty() ? "it has no kind" : "no checker for " + kind);
    }
    var report = new Report();
    var failures = new ArrayList<String>();
    try {
      checker.check(file, report);
    } catch (MissingInput e) {
      return skip(path, kind, e.reason());
    } catch (RuntimeException | AssertionError e) {
      failures.add("stopped by " + e + " at " + e.getStackTrace()[0]);
    }
    failures.addAll(report.failures());
    if (failures.isEmpty() && report.cases() == 0 && report.skipped().isEmpty()) {
      failures.add("nothing was compared");
    }
    return new Outcome(path, kind, report.cases(), report.worst(), failures, report.skipped());
  }

  private static Outcome skip(Path path, String kind, String reason) {
    return new Outcome(path, kind, 0, 0, List.of(), Map.of("file", reason));
  }
}
