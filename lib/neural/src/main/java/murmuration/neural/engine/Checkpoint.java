package murmuration.neural.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import murmuration.data.AtomicFile;
import murmuration.math.Arguments;

/**
 * A training at one step, enough to go on from it as if it had never stopped. The file is written
 * whole or not at all, and ends with a sha256 of what stands before it.
 *
 * @param kind what is trained, such as {@code "concept generator"}
 * @param step steps done, 0 or more
 * @param settings the choices of the run, seed included: who goes on must have the same
 * @param state weights and moments, from {@link Training#state}; may be empty
 * @param series what was measured until then, by name
 */
public record Checkpoint(
    String kind,
    long step,
    Map<String, String> settings,
    Map<String, Tensor> state,
    Map<String, double[]> series) {
  private static final String MARK = "murmuration checkpoint 1";
  private static final int DIGEST = 32;

  /** Keeps its own copies. */
  public Checkpoint {
    Arguments.present("kind", kind);
    Arguments.require(step >= 0, "step is %d: expected 0 or more", step);
    settings =
        Collections.unmodifiableMap(new LinkedHashMap<>(Arguments.present("settings", settings)));
    state = Collections.unmodifiableMap(new LinkedHashMap<>(Arguments.present("state", state)));
    series = copied(Arguments.present("series", series));
  }

  private static Map<String, double[]> copied(Map<String, double[]> series) {
    var copy = new LinkedHashMap<String, double[]>();
    series.forEach((name, values) -> copy.put(name, Arguments.present(name, values).clone()));
    return Collections.unmodifiableMap(copy);
  }

  /** Copies of what was measured. */
  @Override
  public Map<String, double[]> series() {
    return copied(series);
  }

  /**
   * Writes the file, in place of one that may be there.
   *
   * @throws UncheckedIOException naming the file, when it cannot be written
   */
  public void write(Path file) {
    AtomicFile.write(file, bytes());
  }

  private byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(MARK);
      out.writeUTF(kind);
      out.writeLong(step);
      out.writeInt(settings.size());
      for (var setting : settings.entrySet()) {
        out.writeUTF(setting.getKey());
        out.writeUTF(setting.getValue());
      }
      out.writeInt(state.size());
      for (var entry : state.entrySet()) {
        out.writeUTF(entry.getKey());
        write(out, entry.getValue());
      }
      out.writeInt(series.size());
      for (var entry : series.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        for (double value : entry.getValue()) {
          out.writeDouble(value);
        }
      }
      out.write(sha256(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail; a text over 64 kB does
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Tensor tensor) throws IOException {
    long[] shape = tensor.shape();
    out.writeInt(shape.length);
    for (long length : shape) {
      out.writeLong(length);
    }
    for (float value : tensor.values()) {
      out.writeFloat(value);
    }
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param kind what it must be a checkpoint of
   * @throws IllegalArgumentException where it is no whole checkpoint of this kind
   * @throws UncheckedIOException where it cannot be read
   */
  public static Checkpoint read(Path file, String kind) {
    Arguments.present("file", file);
    Arguments.present("kind", kind);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the checkpoint " + file, e);
    }
    int body = bytes.length - DIGEST;
    Arguments.require(
        body > 0 && Arrays.equals(sha256(Arrays.copyOf(bytes, body)), tail(bytes, body)),
        "file %s is not a whole checkpoint: expected one written by this library",
        file);
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, body))) {
      return read(in, file, kind);
    } catch (IOException e) {
      throw new IllegalArgumentException("file " + file + " is not a checkpoint", e);
    }
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static Checkpoint read(DataInputStream in, Path file, String kind) throws IOException {
    String mark = in.readUTF();
    Arguments.require(
        mark.equals(MARK), "file %s begins with '%s': expected '%s'", file, mark, MARK);
    String found = in.readUTF();
    Arguments.require(
        found.equals(kind), "file %s is of a %s: expected one of a %s", file, found, kind);
    long step = in.readLong();
    var settings = new LinkedHashMap<String, String>();
    for (int i = in.readInt(); i > 0; i--) {
      settings.put(in.readUTF(), in.readUTF());
    }
    var state = new LinkedHashMap<String, Tensor>();
    for (int i = in.readInt(); i > 0; i--) {
      state.put(in.readUTF(), tensor(in));
    }
    var series = new LinkedHashMap<String, double[]>();
    for (int i = in.readInt(); i > 0; i--) {
      String name = in.readUTF();
      double[] values = new double[in.readInt()];
      for (int j = 0; j < values.length; j++) {
        values[j] = in.readDouble();
      }
      series.put(name, values);
    }
    return new Checkpoint(found, step, settings, state, series);
  }

  private static Tensor tensor(DataInputStream in) throws IOException {
    long[] shape = new long[in.readInt()];
    int places = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in.readLong();
      places = Math.toIntExact(places * shape[i]);
    }
    float[] values = new float[places];
    for (int i = 0; i < places; i++) {
      values[i] = in.readFloat();
    }
    return new Tensor(values, shape);
  }

  /**
   * Refuses to go on with other choices than those of the run.
   *
   * @param wanted the choices of who wants to go on
   * @throws IllegalArgumentException naming the first choice that differs
   */
  public void requireSettings(Map<String, String> wanted) {
    Arguments.present("wanted", wanted)
        .forEach(
            (name, value) ->
                Arguments.require(
                    value.equals(settings.get(name)),
                    "%s is %s: expected %s, as in the checkpoint",
                    name,
                    value,
                    settings.get(name)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return kind + " at step " + step + " " + settings;
  }
}
