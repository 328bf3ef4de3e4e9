package murmuration.golden.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.minds.MindsEnsemble;
import murmuration.language.minds.MindsHistory;
import murmuration.language.minds.MindsOutcome;
import murmuration.language.minds.MindsQuantity;
import murmuration.language.minds.SharedObjects;
import murmuration.language.minds.SignGame;
import murmuration.language.minds.SignMode;

/** The Metropolis-Hastings naming game on the peer's data: means over seeds, mode by mode. */
public final class MhngChecker implements Checker {
  private static final int SEEDS = 20;

  @Override
  public String kind() {
    return "language/mhng-expected";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var objects = objects(file.path().resolveSibling("mhng_gmm_data.csv"));
    var game = SignGame.of(objects).signs(3).rounds(60);
    var runs = file.root().at("runs").items();
    var kappa = tolerance(file, "([0-9.]+) of kappa_last20");
    var rates = tolerance(file, "([0-9.]+) of the acceptance rates");
    var ari = tolerance(file, "([0-9.]+) of ARI");
    for (SignMode mode :
        List.of(SignMode.METROPOLIS_HASTINGS, SignMode.REJECT_ALL, SignMode.ACCEPT_ALL)) {
      var played = new MindsEnsemble(game.mode(mode), SEEDS, 1).run();
      var peer = runs.stream().filter(run -> run.at("mode").integer() == code(mode)).toList();
      double firstAri = mean(played, g -> last(g, MindsQuantity.ARI_FIRST));
      double secondAri = mean(played, g -> last(g, MindsQuantity.ARI_SECOND));
      double there = played.mean(MindsQuantity.ACCEPTED_FORWARD).mean();
      double back = played.mean(MindsQuantity.ACCEPTED_BACKWARD).mean();
      double closing = played.mean(MindsQuantity.KAPPA).mean();
      var exact = mode == SignMode.METROPOLIS_HASTINGS ? rates : Tolerance.EXACT;
      report.number(mode + " acceptance A to B", mean(peer, "acc_AB_last20"), there, exact);
      report.number(mode + " acceptance B to A", mean(peer, "acc_BA_last20"), back, exact);
      switch (mode) {
        case METROPOLIS_HASTINGS -> {
          double lastKappa = mean(played, g -> last(g, MindsQuantity.KAPPA));
          report.number(mode + " kappa", mean(peer, "kappa"), lastKappa, kappa);
          report.number(mode + " kappa_last20", mean(peer, "kappa_last20"), closing, kappa);
          report.number(mode + " ARI of A", mean(peer, "ari_A"), firstAri, ari);
          report.number(mode + " ARI of B", mean(peer, "ari_B"), secondAri, ari);
        }
        case REJECT_ALL -> {
          var bound = tolerance(file, "reject all: [|]kappa[|] < ([0-9.]+)");
          report.number(mode + " kappa", 0, closing, bound);
        }
        case ACCEPT_ALL, GIBBS -> {
          var bound = tolerance(file, "accept all: ARI < ([0-9.]+)");
          report.number(mode + " ARI of A", 0, firstAri, bound);
          report.number(mode + " ARI of B", 0, secondAri, bound);
        }
      }
    }
  }

  private static Tolerance tolerance(GoldenFile file, String pattern) {
    var found = Pattern.compile(pattern).matcher(file.root().at("tolerance").text());
    if (!found.find()) {
      throw new IllegalArgumentException("the file gives no tolerance like " + pattern);
    }
    return Tolerance.absolute(Double.parseDouble(found.group(1)));
  }

  private static int code(SignMode mode) {
    return switch (mode) {
      case METROPOLIS_HASTINGS -> -1;
      case REJECT_ALL -> 0;
      case ACCEPT_ALL -> 1;
      case GIBBS -> throw new IllegalArgumentException("the peer has no topline");
    };
  }

  private static double last(MindsHistory game, MindsQuantity quantity) {
    double[] curve = game.curve(quantity);
    return curve[curve.length - 1];
  }

  private static double mean(MindsOutcome played, ToDoubleFunction<MindsHistory> value) {
    return played.games().stream().mapToDouble(value).average().orElseThrow();
  }

  private static double mean(List<Node> runs, String field) {
    return runs.stream().mapToDouble(run -> run.at(field).number()).average().orElseThrow();
  }

  /** The columns of the peer's data: number, class, what A sees, what B sees. */
  static SharedObjects objects(Path csv) {
    try {
      var rows = Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", -1)).toList();
      return SharedObjects.of(
          rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray(),
          rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray(),
          rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
