package murmuration.golden.scaling;

import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.TrainingRuns;
import tech.tablesaw.api.Table;

/** The runs that Besiroglu et al. (2024) read off a figure of Hoffmann et al., from the mirror. */
final class ChinchillaRuns {
  private ChinchillaRuns() {}

  static TrainingRuns all(GoldenFile file) {
    var table = Table.read().csv(file.thirdParty("chinchilla_245.csv").toFile());
    return TrainingRuns.ofCompute(table, "model_size", "training_flop", "loss");
  }

  /** The 240 that most analyses keep. */
  static TrainingRuns kept(GoldenFile file) {
    return all(file).dropHighest(5);
  }

  /** A law given by A, B, E, alpha, beta. */
  static AdditiveLaw law(Node node) {
    return AdditiveLaw.of(
        node.at("E").number(),
        node.at("A").number(),
        node.at("B").number(),
        node.at("alpha").number(),
        node.at("beta").number());
  }

  /** A law given by a, b, e, alpha, beta. */
  static AdditiveLaw logs(Node node) {
    return new AdditiveLaw(
        node.at("a").number(),
        node.at("b").number(),
        node.at("e").number(),
        node.at("alpha").number(),
        node.at("beta").number());
  }
}
