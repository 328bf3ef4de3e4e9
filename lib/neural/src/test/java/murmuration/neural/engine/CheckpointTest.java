package murmuration.neural.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir Path folder;

  private static Checkpoint some() {
    return new Checkpoint(
        "net",
        12,
        Map.of("seed", "3"),
        Map.of("weight a", Tensor.of(new float[] {1, Float.MIN_VALUE}, 1, 2)),
        Map.of("loss", new double[] {0.5, Double.NaN}));
  }

  private static String refused(Runnable work) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }

  @Test
  void comesBackAsItWas() {
    Path file = folder.resolve("deep").resolve("net.checkpoint");
    some().write(file);
    Checkpoint read = Checkpoint.read(file, "net");
    assertEquals(12, read.step());
    assertEquals(some().settings(), read.settings());
    assertEquals(some().state(), read.state());
    assertArrayEquals(some().series().get("loss"), read.series().get("loss"));
  }

  @Test
  void anyDamagedByteIsRefused() throws IOException {
    Path file = folder.resolve("net.checkpoint");
    some().write(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i += 7) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertTrue(refused(() -> Checkpoint.read(file, "net")).contains("not a whole checkpoint"));
    }
    for (int length : new int[] {0, 31, 32, 33, bytes.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertTrue(refused(() -> Checkpoint.read(file, "net")).contains("not a whole checkpoint"));
    }
  }

  @Test
  void anotherKindAndOtherChoicesAreRefusedByName() {
    Path file = folder.resolve("net.checkpoint");
    some().write(file);
    assertTrue(refused(() -> Checkpoint.read(file, "game")).contains("expected one of a game"));
    assertTrue(
        refused(() -> some().requireSettings(Map.of("seed", "4")))
            .contains("seed is 4: expected 3"));
    some().requireSettings(Map.of("seed", "3"));
  }

  @Test
  void missingFileIsNamed() {
    var thrown =
        assertThrows(
            UncheckedIOException.class, () -> Checkpoint.read(folder.resolve("none"), "net"));
    assertTrue(String.valueOf(thrown.getMessage()).contains("none"));
  }
}
