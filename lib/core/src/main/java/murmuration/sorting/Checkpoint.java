package murmuration.sorting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import murmuration.data.AtomicFile;
import murmuration.math.Arguments;
import murmuration.sorting.measure.ProfileGrid;
import murmuration.sorting.measure.ProfileSums;

/** The file that the finished parts of an ensemble are kept in. */
final class Checkpoint {
  private static final String MAGIC = "murmuration sorting ensemble 1";
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final Path file;
  private final String study;
  private final ProfileGrid grid;
  private long written = System.nanoTime();

  /** A file for the ensemble with this description. */
  Checkpoint(Path file, String study, ProfileGrid grid) {
    this.file = file;
    this.study = study;
    this.grid = grid;
  }

  void writeNowAndThen(BlockSums sums) {
    if (System.nanoTime() - written > PAUSE_NANOS) {
      write(sums);
    }
  }

  void write(BlockSums sums) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(MAGIC);
      out.writeUTF(study);
      out.writeInt(sums.nodes().size());
      for (var part : sums.nodes().entrySet()) {
        out.writeInt(part.getKey().level());
        out.writeInt(part.getKey().index());
        write(out, part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(file, bytes.toByteArray());
    written = System.nanoTime();
  }

  private static void write(DataOutputStream out, EnsembleSums sums) throws IOException {
    for (Moments moments : sums.moments().values()) {
      for (double number : moments.state()) {
        out.writeDouble(number);
      }
    }
    write(out, sums.errors().state());
    write(out, sums.samePairs().state());
    for (StopReason reason : StopReason.values()) {
      out.writeLong(sums.ends().getOrDefault(reason, 0L));
    }
  }

  private static void write(DataOutputStream out, long[] numbers) throws IOException {
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  /** Takes up what an earlier run of the same ensemble finished, if there is any. */
  void restore(BlockSums sums) {
    if (!Files.exists(file)) {
      return;
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      require(in.readUTF().equals(MAGIC), "is no checkpoint of an ensemble");
      require(in.readUTF().equals(study), "is of another ensemble");
      int parts = in.readInt();
      for (int i = 0; i < parts; i++) {
        var node = new BlockSums.Node(in.readInt(), in.readInt());
        sums.nodes().put(node, read(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no checkpoint of an ensemble", e);
    }
  }

  private void require(boolean holds, String otherwise) {
    Arguments.require(holds, "%s %s: expected the file of this one, or none", file, otherwise);
  }

  private EnsembleSums read(DataInputStream in) throws IOException {
    var moments = new EnumMap<RunQuantity, Moments>(RunQuantity.class);
    for (RunQuantity quantity : RunQuantity.values()) {
      double[] state = new double[Moments.NUMBERS];
      for (int i = 0; i < state.length; i++) {
        state[i] = in.readDouble();
      }
      moments.put(quantity, new Moments(state));
    }
    int numbers = new ProfileSums(grid).state().length;
    var errors = ProfileSums.of(grid, longs(in, numbers));
    var samePairs = ProfileSums.of(grid, longs(in, numbers));
    var ends = new EnumMap<StopReason, Long>(StopReason.class);
    for (StopReason reason : StopReason.values()) {
      long runs = in.readLong();
      if (runs > 0) {
        ends.put(reason, runs);
      }
    }
    return new EnsembleSums(moments, errors, samePairs, ends);
  }

  private static long[] longs(DataInputStream in, int count) throws IOException {
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.readLong();
    }
    return numbers;
  }
}
