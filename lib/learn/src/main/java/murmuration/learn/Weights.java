package murmuration.learn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import murmuration.math.Arguments;

/**
 * What a detector learned, and from what. The bytes hold no time and no machine: the same learning
 * gives the same file.
 *
 * @param learner how it learned
 * @param trees the trees
 * @param offset what is added to their sum
 * @param runs size of the training set
 * @param setSeed seed of the training set
 * @param seed seed of the learning
 */
record Weights(
    Learner learner, TreeEnsemble trees, double offset, int runs, long setSeed, long seed) {
  private static final String MAGIC = "murmuration learned detector 1";

  double score(double[] features) {
    double sum = offset + trees.sum(features);
    return learner == Learner.RANDOM_FOREST ? sum : 1 / (1 + Math.exp(-2 * sum));
  }

  /** The detector that travels with the library; its hash is checked. */
  static Weights shipped(Learner learner) {
    String name = learner.name().toLowerCase(Locale.ROOT) + ".trees";
    byte[] bytes = resource(name);
    String expected =
        new String(resource("SHA256SUMS"), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.endsWith("  " + name))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .findFirst()
            .orElse("none");
    if (!expected.equals(sha256(bytes))) {
      throw new IllegalStateException(
          name + " has sha256 " + sha256(bytes) + ": expected " + expected);
    }
    return parse(bytes, name);
  }

  private static byte[] resource(String name) {
    try (var in = Weights.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from murmuration-learn");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Weights read(Path file) {
    try {
      return parse(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "file " + file + " cannot be read: expected a saved detector", e);
    }
  }

  private static Weights parse(byte[] bytes, String name) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String magic = in.readUTF();
      Arguments.require(
          magic.equals(MAGIC), "%s begins with '%s': expected '%s'", name, magic, MAGIC);
      String features = in.readUTF();
      Arguments.require(
          features.equals(FeatureMeter.VERSION),
          "%s was made for version %s of the features: expected %s",
          name,
          features,
          FeatureMeter.VERSION);
      var learner = Learner.valueOf(in.readUTF());
      int runs = in.readInt();
      long setSeed = in.readLong();
      long seed = in.readLong();
      double offset = in.readDouble();
      return new Weights(learner, TreeEnsemble.read(in), offset, runs, setSeed, seed);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(name + " is cut short: expected a saved detector", e);
    }
  }

  private byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(MAGIC);
      out.writeUTF(FeatureMeter.VERSION);
      out.writeUTF(learner.name());
      out.writeInt(runs);
      out.writeLong(setSeed);
      out.writeLong(seed);
      out.writeDouble(offset);
      trees.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  void write(Path file) {
    try {
      Files.write(file, bytes());
    } catch (IOException e) {
      throw new IllegalArgumentException("file " + file + " cannot be written", e);
    }
  }

  String sha256() {
    return sha256(bytes());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
