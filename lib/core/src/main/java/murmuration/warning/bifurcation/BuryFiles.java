package murmuration.warning.bifurcation;

import static murmuration.warning.bifurcation.NetworkFileException.Kind.CORRUPT;
import static murmuration.warning.bifurcation.NetworkFileException.Kind.MISSING;
import static murmuration.warning.bifurcation.NetworkFileException.Kind.UNREADABLE;
import static murmuration.warning.bifurcation.NetworkFileException.Kind.WRONG_SIZE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Networks in a folder: {@code lenL_modelK_typeT.f32}, L 500 or 1500, K 1 to 10, T 1 and 2. */
final class BuryFiles {
  static final List<Integer> LENGTHS = List.of(500, 1500);
  private static final int MODELS = 10;
  private static final int TYPES = 2;
  private static final int BYTES = 4 * BuryNetwork.NUMBERS;
  private static final String ADVICE =
      "; they belong to Bury et al. (2021) and come with ewstools, not with this library:"
          + " docs/warning-which-bifurcation.md says how to have them";

  private BuryFiles() {}

  static String name(int length, int model, int type) {
    return "len" + length + "_model" + model + "_type" + type + ".f32";
  }

  /** The networks of each length of which the folder has any; all 20 of it must be there. */
  static SequencedMap<Integer, List<BuryNetwork>> read(Path folder) {
    var networks = new TreeMap<Integer, List<BuryNetwork>>();
    for (int length : LENGTHS) {
      List<Path> files = files(folder, length);
      if (files.stream().anyMatch(Files::exists)) {
        networks.put(length, files.stream().map(f -> network(length, f)).toList());
      }
    }
    if (networks.isEmpty()) {
      throw new NetworkFileException(
          MISSING, "no network such as " + name(500, 1, 1) + " is in " + folder + ADVICE, null);
    }
    return networks;
  }

  private static List<Path> files(Path folder, int length) {
    List<Path> files = new ArrayList<>();
    for (int model = 1; model <= MODELS; model++) {
      for (int type = 1; type <= TYPES; type++) {
        files.add(folder.resolve(name(length, model, type)));
      }
    }
    return files;
  }

  private static BuryNetwork network(int length, Path file) {
    if (!Files.exists(file)) {
      throw new NetworkFileException(
          MISSING, file + " is missing: expected 20 networks of a length" + ADVICE, null);
    }
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new NetworkFileException(UNREADABLE, file + " cannot be read (" + e + ")", e);
    }
    if (content.length != BYTES) {
      throw new NetworkFileException(
          WRONG_SIZE, file + " has " + content.length + " bytes: expected " + BYTES, null);
    }
    float[] weights = new float[BuryNetwork.NUMBERS];
    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(weights);
    for (int i = 0; i < weights.length; i++) {
      if (!Float.isFinite(weights[i])) {
        throw new NetworkFileException(
            CORRUPT,
            file + " holds " + weights[i] + " at " + i + ": expected finite numbers",
            null);
      }
    }
    return new BuryNetwork(length, weights);
  }
}
