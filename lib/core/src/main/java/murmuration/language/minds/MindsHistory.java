package murmuration.language.minds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * One game: what was followed, round by round, and the languages at its end.
 *
 * @param game what was played
 * @param seed its seed
 * @param curves what was followed, all of one length
 * @param first the first agent's language at the end: true classes or values, and what it says
 * @param second the second agent's
 */
public record MindsHistory(
    MindsGame game, long seed, List<MindsCurve> curves, Language first, Language second)
    implements Charted {
  /** Rounds at the end that {@link #closing} averages over. */
  public static final int TAIL = 20;

  /** Checks the lengths and keeps its own copy of the list. */
  public MindsHistory {
    Arguments.present("game", game);
    Arguments.present("first", first);
    Arguments.present("second", second);
    curves = Arguments.listed("curves", curves);
    Arguments.require(!curves.isEmpty(), "curves is empty: expected at least one");
    for (MindsCurve curve : curves) {
      Arguments.sameLength(
          "curves[0]", curves.getFirst().values(), curve.quantity() + curve.part(), curve.values());
    }
  }

  /** Rounds that were played. */
  public int rounds() {
    return curves.getFirst().values().length;
  }

  /** What was followed, in order. */
  public List<MindsQuantity> quantities() {
    return curves.stream().map(MindsCurve::quantity).distinct().toList();
  }

  /**
   * A quantity along the game, the mean of its parts.
   *
   * @throws IllegalArgumentException if this game has no such quantity
   */
  public double[] curve(MindsQuantity quantity) {
    var parts = parts(quantity);
    double[] mean = new double[rounds()];
    for (MindsCurve part : parts) {
      double[] values = part.values();
      for (int t = 0; t < mean.length; t++) {
        mean[t] += values[t] / parts.size();
      }
    }
    return mean;
  }

  /**
   * A quantity at the end: the mean of the last {@value #TAIL} rounds and of its parts.
   *
   * @throws IllegalArgumentException if this game has no such quantity
   */
  public double closing(MindsQuantity quantity) {
    return parts(quantity).stream().mapToDouble(MindsCurve::closing).average().orElseThrow();
  }

  private List<MindsCurve> parts(MindsQuantity quantity) {
    Arguments.present("quantity", quantity);
    var parts = curves.stream().filter(c -> c.quantity() == quantity).toList();
    Arguments.require(
        !parts.isEmpty(), "quantity is %s: expected one of %s", quantity, quantities());
    return parts;
  }

  @Override
  public String summary() {
    String head =
        String.format(Locale.ROOT, "%s, seed %d; means of the last %d rounds", game, seed, tail());
    return quantities().stream()
        .map(q -> String.format(Locale.ROOT, "%-22s %s", q, Digits.of(closing(q), 4)))
        .collect(Collectors.joining("\n", head + "\n", ""));
  }

  private int tail() {
    return Math.min(TAIL, rounds());
  }

  /** One row a round, one column each quantity and part. */
  @Override
  public Table table() {
    var table = Table.create("rounds");
    table.addColumns(IntColumn.create("round", IntStream.rangeClosed(1, rounds()).toArray()));
    for (MindsCurve curve : curves) {
      String part = curve.part().isEmpty() ? "" : ", " + curve.part();
      table.addColumns(DoubleColumn.create(curve.quantity() + part, curve.values()));
    }
    return table;
  }

  /** What was followed against rounds: agreement, what was understood, what was accepted. */
  @Override
  public Figure chart() {
    double[] x = new double[rounds()];
    Arrays.setAll(x, t -> t + 1);
    var panels = new LinkedHashMap<MindsQuantity.Group, Panel>();
    for (MindsQuantity quantity : quantities()) {
      var group = quantity.group();
      var panel = panels.getOrDefault(group, Panel.of("Round", group.label));
      panels.put(group, panel.line(quantity.toString(), x, curve(quantity)));
    }
    var list = new ArrayList<Panel>();
    panels.forEach(
        (group, panel) ->
            list.add(
                group == MindsQuantity.Group.UNDERSTOOD ? panel.horizontal(game.chance()) : panel));
    return Figure.column(list.toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(game.options()).seed(seed);
  }
}
