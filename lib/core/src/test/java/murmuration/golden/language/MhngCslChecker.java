package murmuration.golden.language;

import java.util.List;
import java.util.stream.Stream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.minds.MindsEnsemble;
import murmuration.language.minds.MindsOutcome;
import murmuration.language.minds.MindsQuantity;
import murmuration.language.minds.SceneDesign;
import murmuration.language.minds.SignMode;
import murmuration.language.minds.WordGame;
import murmuration.math.SampleMean;

/**
 * The naming game with word sequences: means over seeds within 3 standard errors of both sides.
 * Where a side gives no spread (shares of whole combinations, agreement, acceptance), ours stands
 * for both, but not less than that of a share of combinations, each understood or not. Both sides
 * ask after the last round.
 */
public final class MhngCslChecker implements Checker {
  private static final int SEEDS = 12;
  private static final double ERRORS = 3;

  @Override
  public String kind() {
    return "language/mhng-csl-expected";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var mine = file.root().at("rows").items();
    var other = file.root().at("independent_implementation").items();
    for (Node row : mine) {
      var played = played(row);
      compare(row, played, report);
      other.stream()
          .filter(o -> setting(o).equals(setting(row)))
          .forEach(o -> compare(o, played, report));
    }
    report.equal("settings", settings(mine), settings(other));
  }

  private static MindsOutcome played(Node row) {
    int values = (int) row.at("K").integer();
    int held = values * values - (int) row.at("train").integer();
    var game =
        WordGame.of(SceneDesign.of(2, values).heldOut(held))
            .words((int) row.at("W").integer())
            .rounds(300)
            .mode(mode(row.at("mode").text()));
    return new MindsEnsemble(game, SEEDS, 1).run();
  }

  private static SignMode mode(String name) {
    return switch (name) {
      case "mh" -> SignMode.METROPOLIS_HASTINGS;
      case "all" -> SignMode.ACCEPT_ALL;
      case "none" -> SignMode.REJECT_ALL;
      case String unknown -> throw new IllegalArgumentException("mode " + unknown);
    };
  }

  private static void compare(Node row, MindsOutcome played, Report report) {
    double sd = row.at("heldout_per_modality_sd").number();
    var held = last(played, MindsQuantity.HELD_OUT);
    mean(row, "heldout_per_modality_mean", held, sd, report);
    var all = last(played, MindsQuantity.HELD_OUT_ALL);
    double share = (all.mean() + row.at("heldout_all_mean").number()) / 2;
    long combinations = row.at("K").integer() * row.at("K").integer() - row.at("train").integer();
    double least = Math.sqrt(share * (1 - share) / (2.0 * combinations));
    mean(row, "heldout_all_mean", all, Math.max(least, all.sd()), report);
    var ari = last(played, MindsQuantity.CATEGORY_ARI);
    mean(row, "ari", ari, ari.sd(), report);
    double[] there = played.values(MindsQuantity.ACCEPTED_FORWARD);
    double[] back = played.values(MindsQuantity.ACCEPTED_BACKWARD);
    double[] both = new double[there.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = (there[i] + back[i]) / 2;
    }
    var accepted = SampleMean.of(both);
    mean(row, "acceptance", accepted, accepted.sd(), report);
  }

  private static SampleMean last(MindsOutcome played, MindsQuantity quantity) {
    return SampleMean.of(
        played.games().stream()
            .map(game -> game.curve(quantity))
            .mapToDouble(curve -> curve[curve.length - 1])
            .toArray());
  }

  private static void mean(Node row, String field, SampleMean ours, double sd, Report report) {
    double n = row.at("seeds").number();
    double own = Math.max(ours.sd(), field.startsWith("heldout_all") ? sd : 0);
    double error = Math.sqrt(own * own / ours.n() + sd * sd / n);
    // printed to three digits by the second implementation
    double tolerance = ERRORS * error + 5e-4;
    report.number(
        row.path() + " " + setting(row) + " " + field,
        row.at(field).number(),
        ours.mean(),
        Tolerance.absolute(tolerance));
  }

  private static String setting(Node row) {
    return Stream.of("K", "train", "W", "mode")
        .map(f -> String.valueOf(row.at(f).value()))
        .toList()
        .toString();
  }

  private static List<String> settings(List<Node> rows) {
    return rows.stream().map(MhngCslChecker::setting).toList();
  }
}
