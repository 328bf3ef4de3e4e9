package murmuration.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

@Timeout(120)
class SweepFileTest {
  private static final Sweep SWEEP =
      Sweep.of("drift").axis("rate", 0.1, 0.2).axis("noise", 1, 2).replicates(10).seed(9);

  @TempDir Path folder;
  private final AtomicInteger runs = new AtomicInteger();
  private byte[] uninterrupted = {};

  @BeforeEach
  void runWithoutAStop() throws IOException {
    var file = folder.resolve("whole.csv");
    SWEEP.file(file).run(this::drift);
    uninterrupted = Files.readAllBytes(file);
    runs.set(0);
  }

  private double drift(Cell cell) {
    runs.incrementAndGet();
    return drifted(cell);
  }

  static double drifted(Cell cell) {
    return cell.value("rate") + cell.value("noise") * cell.rng().nextGaussian();
  }

  private Path file() {
    return folder.resolve("part.csv");
  }

  private Path journal() {
    return folder.resolve("part.csv.journal");
  }

  /** Leaves a journal of some cells, as a run that failed in the middle does. */
  private void failInTheMiddle(Sweep sweep) {
    var done = new AtomicInteger();
    assertThrows(
        IllegalStateException.class,
        () ->
            sweep
                .file(file())
                .run(
                    cell -> {
                      if (done.incrementAndGet() > 15) {
                        throw new IllegalStateException("power cut");
                      }
                      return drifted(cell);
                    }));
  }

  @Test
  void theFileHasOneRowACellAndNoJournalIsLeft() throws IOException {
    var lines = Files.readAllLines(folder.resolve("whole.csv"));
    assertEquals("index,key,rate,noise,replicate,seed,value", lines.getFirst());
    assertEquals(41, lines.size());
    assertTrue(lines.get(40).matches("39,[0-9a-f]{16},0\\.2,2\\.0,9,-?\\d+,\\S+"), lines.get(40));
    assertFalse(Files.exists(folder.resolve("whole.csv.journal")));
  }

  @Test
  void aRunThatFailedGoesOnWhereItStoppedAndGivesTheSameBytes() throws IOException {
    failInTheMiddle(SWEEP);
    int kept = Files.readAllLines(journal()).size() - 1;
    assertTrue(kept >= 15, "kept " + kept);
    var result = SWEEP.file(file()).run(this::drift);
    assertEquals(40 - kept, runs.get());
    assertArrayEquals(uninterrupted, Files.readAllBytes(file()));
    assertArrayEquals(SWEEP.run(SweepFileTest::drifted).values("value"), result.values("value"));
    assertFalse(Files.exists(journal()));
  }

  @Test
  void aHalfWrittenLastLineIsRunAgain() throws IOException {
    failInTheMiddle(SWEEP);
    byte[] bytes = Files.readAllBytes(journal());
    for (int cut = 1; cut < 60; cut += 7) {
      Files.write(journal(), Arrays.copyOf(bytes, bytes.length - cut));
      Files.deleteIfExists(file());
      SWEEP.file(file()).run(this::drift);
      assertArrayEquals(uninterrupted, Files.readAllBytes(file()), "cut " + cut);
    }
  }

  @Test
  void aFinishedSweepIsNotRunAgain() throws IOException {
    SWEEP.file(folder.resolve("whole.csv")).run(this::drift);
    assertEquals(0, runs.get());
    assertArrayEquals(uninterrupted, Files.readAllBytes(folder.resolve("whole.csv")));
  }

  @Test
  void changedParametersSeedOrNameReuseNoCell() throws IOException {
    for (var changed :
        List.of(
            SWEEP.seed(10),
            SWEEP.name("other"),
            Sweep.of("drift").axis("rate", 0.3, 0.4).axis("noise", 1, 2).replicates(10).seed(9),
            Sweep.of("drift").axis("pace", 0.1, 0.2).axis("noise", 1, 2).replicates(10).seed(9))) {
      failInTheMiddle(SWEEP);
      runs.set(0);
      changed.file(file()).run(cell -> (double) runs.incrementAndGet());
      assertEquals(40, runs.get(), changed.toString());
      runs.set(0);
      SWEEP.file(file()).run(this::drift);
      assertEquals(40, runs.get());
      assertArrayEquals(uninterrupted, Files.readAllBytes(file()));
      Files.delete(file());
    }
  }

  @Test
  void anExperimentThatGivesOtherNumbersUnderTheOldNameIsRefused() {
    failInTheMiddle(SWEEP);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> SWEEP.file(file()).run(cell -> new Pair(1, 2)));
    assertTrue(String.valueOf(e.getMessage()).contains("another name"), e.getMessage());
  }

  record Pair(double a, double b) {}

  @Test
  void aCorruptJournalIsNamedWithItsLine() throws IOException {
    failInTheMiddle(SWEEP);
    var lines = new ArrayList<>(Files.readAllLines(journal()));
    for (String bad :
        List.of(
            "", "x,0123456789abcdef,1", "1,0123456789abcdef", "1,01,2", "1,0123456789abcdef,z")) {
      lines.set(3, bad);
      Files.write(journal(), lines);
      unusable("line 4 is no finished cell: \"" + bad + "\"");
      assertEquals(lines, Files.readAllLines(journal()), "the journal is left as it was");
    }
    Files.writeString(journal(), "something else\n");
    unusable("it is no file of a sweep: its first line is \"something else\"");
  }

  private void unusable(String words) {
    var e = assertThrows(UncheckedIOException.class, () -> SWEEP.file(file()).run(this::drift));
    assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
    assertEquals(0, runs.get());
  }

  @Test
  void aFileOfSomethingElseIsNotOverwritten() throws IOException {
    Files.writeString(file(), "my,data\n1,2\n");
    unusable("part.csv cannot be used: it is no file of a sweep");
    assertEquals("my,data\n1,2\n", Files.readString(file()));
    assertFalse(Files.exists(journal()));
  }

  @Test
  void twoRunsCannotWriteTheSameFile() throws IOException {
    try (var channel =
            FileChannel.open(journal(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertTrue(lock.isValid());
      unusable("another run is writing it");
    }
  }

  @Test
  void anInterruptKeepsTheFinishedCells() throws IOException {
    var done = new AtomicInteger();
    Thread caller = Thread.currentThread();
    assertThrows(
        CancellationException.class,
        () ->
            SWEEP
                .file(file())
                .run(
                    cell -> {
                      if (done.incrementAndGet() == 15) {
                        caller.interrupt();
                      }
                      return drifted(cell);
                    }));
    assertFalse(Thread.currentThread().isInterrupted());
    assertTrue(Files.readAllLines(journal()).size() > 10);
    SWEEP.file(file()).run(this::drift);
    assertTrue(runs.get() < 30, "ran " + runs);
    assertArrayEquals(uninterrupted, Files.readAllBytes(file()));
  }

  @Test
  void aKilledProcessGoesOnWhereItStoppedAndGivesTheSameBytes() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Slow.class.getName(),
                file().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    while (!Files.exists(journal()) || Files.readAllLines(journal()).size() < 8) {
      assertTrue(process.isAlive(), Files.readString(folder.resolve("log")));
      Thread.sleep(5);
    }
    process.destroyForcibly().waitFor();
    assertFalse(Files.exists(file()));
    SWEEP.file(file()).run(this::drift);
    assertTrue(runs.get() > 0 && runs.get() <= 33, "ran " + runs);
    assertArrayEquals(uninterrupted, Files.readAllBytes(file()));
  }

  private static String classPath() throws URISyntaxException {
    return Stream.of(Slow.class, Sweep.class, ProgressBar.class, Table.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(url -> new File(url.getPath()).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The program that is killed. */
  static final class Slow {
    private Slow() {}

    public static void main(String[] file) {
      SWEEP
          .file(Path.of(file[0]))
          .run(
              cell -> {
                try {
                  Thread.sleep(50);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                return drifted(cell);
              });
    }
  }
}
