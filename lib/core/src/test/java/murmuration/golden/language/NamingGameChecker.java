package murmuration.golden.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.naming.NamingGame;
import murmuration.language.naming.NamingQuantity;
import murmuration.language.naming.NamingRuns;
import murmuration.math.LinearFit;

/**
 * Means of naming games by size: four standard errors of both sides, the slopes 0.05. The largest
 * populations are run less often than in the file, which widens our own side. The spread of a
 * quantity relative to its mean falls with n, so where we have few runs that of the largest size
 * with fifteen stands for it.
 */
public final class NamingGameChecker implements Checker {
  private static final double ERRORS = 4;
  private static final double SLOPE = 0.05;
  private static final int ENOUGH = 15;
  private static final Map<Integer, Integer> FEWER = Map.of(10_000, 4, 30_000, 1, 100_000, 1);

  @Override
  public String kind() {
    return "language/naming-game-expected";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    check("rows", file.root().at("rows").items(), file.root().at("log_log_slopes"), 1, report);
    var slopes = file.root().at("log_log_slopes_N_1000_to_100000");
    check("large", file.root().at("large").items(), slopes, 2, report);
  }

  private static void check(String name, List<Node> rows, Node slopes, long seed, Report report) {
    var found = new ArrayList<NamingRuns>();
    for (var row : rows) {
      int agents = (int) row.at("N").integer();
      int runs = FEWER.getOrDefault(agents, (int) row.at("runs").integer());
      found.add(NamingGame.population(agents).ensemble(runs).seed(seed + agents).run());
    }
    for (int k = 0; k < rows.size(); k++) {
      for (String key : List.of("t_conv", "max_words", "t_max", "max_distinct")) {
        double mean = found.get(k).sample(quantity(key)).mean();
        double expected = rows.get(k).at(key).number();
        double sd = spread(found, quantity(key), k) * mean;
        if (key.equals("t_conv")) {
          sd = Math.max(sd, rows.get(k).at("sd_t_conv").number());
        }
        double theirs = rows.get(k).at("runs").number();
        double error = sd * Math.sqrt(1 / theirs + 1.0 / found.get(k).each().size());
        report.holds(
            "%s[%d]: %s".formatted(name, k, key),
            Math.abs(mean - expected) <= ERRORS * error,
            "expected %s, found %s, standard error of both %s".formatted(expected, mean, error));
      }
    }
    report.equal(name + ": slopes", 3, slopes.keys().size());
    double[] x = rows.stream().mapToDouble(r -> Math.log(r.at("N").number())).toArray();
    for (String key : slopes.keys()) {
      double expected = slopes.at(key).number();
      double[] y =
          found.stream().mapToDouble(r -> Math.log(r.sample(quantity(key)).mean())).toArray();
      double slope = LinearFit.slope(x, y, x.length);
      report.holds(
          name + ": slope of " + key,
          Math.abs(slope - expected) <= SLOPE,
          "expected %s, found %s".formatted(expected, slope));
    }
  }

  /** The standard deviation over the mean, of this size or the largest below with enough runs. */
  private static double spread(List<NamingRuns> found, NamingQuantity quantity, int k) {
    int with = k;
    while (with > 0 && found.get(with).each().size() < ENOUGH) {
      with--;
    }
    var mean = found.get(with).sample(quantity);
    return mean.sd() / mean.mean();
  }

  private static NamingQuantity quantity(String key) {
    return switch (key) {
      case "t_conv" -> NamingQuantity.CONVERGENCE_TIME;
      case "max_words" -> NamingQuantity.MOST_WORDS;
      case "t_max" -> NamingQuantity.TIME_OF_MOST_WORDS;
      case "max_distinct" -> NamingQuantity.MOST_DISTINCT;
      default -> throw new IllegalArgumentException(key);
    };
  }
}
