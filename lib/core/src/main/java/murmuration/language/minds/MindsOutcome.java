package murmuration.language.minds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.SampleMean;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What many games gave. Values are those at the end of each game ({@link MindsHistory#closing}),
 * intervals those of the mean over games, by Student's t.
 *
 * @param study what was played
 * @param games every game, in the order of seeds
 */
public record MindsOutcome(MindsEnsemble study, List<MindsHistory> games) implements Charted {
  private static final double LEVEL = 0.95;
  private static final double SPREAD = 0.35;

  /** Keeps its own copy of the list. */
  public MindsOutcome {
    Arguments.present("study", study);
    games = Arguments.listed("games", games);
    Arguments.require(
        games.size() == study.runs(), "games are %d: expected %d", games.size(), study.runs());
  }

  /** A quantity at the end of each game. */
  public double[] values(MindsQuantity quantity) {
    return games.stream().mapToDouble(g -> g.closing(quantity)).toArray();
  }

  /** The mean of a quantity over games, with its spread and interval. */
  public SampleMean mean(MindsQuantity quantity) {
    return SampleMean.of(values(quantity));
  }

  /** The mean over games of a quantity in each round. */
  public double[] curve(MindsQuantity quantity) {
    double[] mean = new double[study.game().rounds()];
    for (MindsHistory game : games) {
      double[] values = game.curve(quantity);
      for (int t = 0; t < mean.length; t++) {
        mean[t] += values[t] / games.size();
      }
    }
    return mean;
  }

  private List<MindsQuantity> quantities() {
    return games.getFirst().quantities();
  }

  @Override
  public String summary() {
    String head =
        String.format(
            Locale.ROOT,
            "%s%n%d games, seed %d%n%-22s %8s %8s   95 %% of the mean%n",
            study.game(),
            study.runs(),
            study.seed(),
            "",
            "mean",
            "sd");
    return quantities().stream()
        .map(
            q -> {
              var s = mean(q);
              return String.format(
                  Locale.ROOT,
                  "%-22s %8s %8s   %s to %s",
                  q,
                  Digits.of(s.mean(), 4),
                  Digits.of(s.sd(), 3),
                  Digits.of(s.low(LEVEL), 4),
                  Digits.of(s.high(LEVEL), 4));
            })
        .collect(Collectors.joining("\n", head.replace("\r\n", "\n"), ""));
  }

  @Override
  public Table table() {
    var table = Quantities.of(study.runs() + " games");
    for (MindsQuantity quantity : quantities()) {
      var s = mean(quantity);
      table = table.and(quantity.toString(), s.mean(), s.low(LEVEL), s.high(LEVEL));
    }
    return table.table();
  }

  /** One row a game, one column each quantity. */
  public Table each() {
    var table = Table.create(study.runs() + " games");
    table.addColumns(IntColumn.create("game", IntStream.range(0, study.runs()).toArray()));
    for (MindsQuantity quantity : quantities()) {
      table.addColumns(DoubleColumn.create(quantity.toString(), values(quantity)));
    }
    return table;
  }

  /** Every game as a point beside the mean of all with its 95 per cent interval. */
  @Override
  public Figure chart() {
    var shown = quantities();
    int n = study.runs();
    double[] x = new double[shown.size()];
    double[] mean = new double[x.length];
    double[] error = new double[x.length];
    double[] allX = new double[x.length * n];
    double[] allY = new double[x.length * n];
    for (int q = 0; q < x.length; q++) {
      var s = mean(shown.get(q));
      double[] values = values(shown.get(q));
      x[q] = q + 1;
      mean[q] = s.mean();
      error[q] = n == 1 ? 0 : s.high(LEVEL) - s.mean();
      for (int i = 0; i < n; i++) {
        allX[q * n + i] = q + 1 + SPREAD * (n == 1 ? 0 : 2.0 * i / (n - 1) - 1);
        allY[q * n + i] = values[i];
      }
    }
    var panel =
        Panel.of(study.game().toString(), "Value at the end")
            .xNames(shown.stream().map(MindsQuantity::toString).toArray(String[]::new))
            .points("games", allX, allY)
            .points("mean, 95 %", x, mean, error);
    return Figure.of(panel).size(Math.max(518, 110 * x.length), 370);
  }

  @Override
  public Provenance provenance() {
    var options = new java.util.LinkedHashMap<>(study.game().options());
    options.put("runs", Integer.toString(study.runs()));
    return Provenance.of(options).seed(study.seed());
  }

  @Override
  public String toString() {
    return "MindsOutcome" + Arrays.asList(study.game(), study.runs());
  }
}
