package murmuration.scaling;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A frontier over a range of compute, with a band where it has draws.
 *
 * <pre>{@code
 * FrontierCurve curve = Frontier.of(AdditiveLaw.REPLICATION).between(1e18, 1e28, 101);
 * double[] perParameter = curve.tokensPerParameter();
 * }</pre>
 *
 * @param frontier the frontier
 * @param compute C of each row, length n, above 0
 */
public record FrontierCurve(Frontier frontier, double[] compute) implements Charted {
  private static final int SHOWN = 6;

  /** Checks the compute and keeps its own copy. */
  public FrontierCurve {
    Arguments.present("frontier", frontier);
    Arguments.finite("compute", compute, 1);
    compute = compute.clone();
    for (double c : compute) {
      frontier.at(c);
    }
  }

  @Override
  public double[] compute() {
    return compute.clone();
  }

  /** N at each compute, length n. */
  public double[] parameters() {
    return each(frontier::parameters);
  }

  /** D at each compute, length n. */
  public double[] tokens() {
    return each(frontier::tokens);
  }

  /** D / N at each compute, length n. */
  public double[] tokensPerParameter() {
    return each(frontier::tokensPerParameter);
  }

  /** The least loss at each compute, length n. */
  public double[] losses() {
    return each(frontier::loss);
  }

  private double[] each(DoubleUnaryOperator number) {
    return Arrays.stream(compute).map(number).toArray();
  }

  /**
   * A quantity under the frontier's draws at each compute: {@code [2][n]}, low and high ends; NaN
   * without draws.
   *
   * @param number from the frontier of a draw and compute to the quantity, such as {@code
   *     Frontier::tokensPerParameter}
   */
  public double[][] band(ToDoubleBiFunction<Frontier, Double> number) {
    Arguments.present("number", number);
    double[][] band = new double[2][compute.length];
    for (int i = 0; i < compute.length; i++) {
      Interruption.check("frontier");
      double c = compute[i];
      double[] interval = frontier.interval(f -> number.applyAsDouble(f, c));
      band[0][i] = interval[0];
      band[1][i] = interval[1];
    }
    return band;
  }

  @Override
  public String summary() {
    var text = new StringBuilder("Compute-optimal frontier of " + frontier.law());
    int step = Math.max(1, (compute.length - 1) / (SHOWN - 1));
    for (int i = 0, shown = 0; i < compute.length && shown < SHOWN; i += step, shown++) {
      double c = compute[i];
      text.append(
          String.format(
              Locale.ROOT,
              "%nC = %s: N %s, D %s, tokens per parameter %s%s, loss %s",
              Digits.of(c, 4),
              Digits.of(frontier.parameters(c), 4),
              Digits.of(frontier.tokens(c), 4),
              Digits.of(frontier.tokensPerParameter(c), 4),
              Frontier.within(frontier.at(c).ratioInterval()),
              Digits.of(frontier.loss(c), 4)));
    }
    return text + frontier.drawsNote();
  }

  /**
   * One row a compute: {@code compute}, {@code parameters}, {@code tokens}, {@code tokens per
   * parameter}, {@code loss}, and the ends of the intervals of N and D / N.
   */
  @Override
  public Table table() {
    double[][] n = band(Frontier::parameters);
    double[][] ratio = band(Frontier::tokensPerParameter);
    return Table.create(
        "compute-optimal frontier",
        DoubleColumn.create("compute", compute),
        DoubleColumn.create("parameters", parameters()),
        DoubleColumn.create("tokens", tokens()),
        DoubleColumn.create("tokens per parameter", tokensPerParameter()),
        DoubleColumn.create("loss", losses()),
        DoubleColumn.create("parameters low", n[0]),
        DoubleColumn.create("parameters high", n[1]),
        DoubleColumn.create("tokens per parameter low", ratio[0]),
        DoubleColumn.create("tokens per parameter high", ratio[1]));
  }

  /** Tokens per parameter and the parameters themselves against compute, with bands. */
  @Override
  public Figure chart() {
    return Figure.column(
        panel("Tokens per parameter", tokensPerParameter(), band(Frontier::tokensPerParameter)),
        panel("Parameters", parameters(), band(Frontier::parameters)));
  }

  private Panel panel(String label, double[] values, double[][] band) {
    var panel = Panel.of("Compute (FLOP)", label).logX().logY();
    return (Double.isNaN(band[0][0]) ? panel : panel.band("frontier", compute, band[0], band[1]))
        .line("frontier", compute, values);
  }

  @Override
  public Provenance provenance() {
    return frontier.provenance();
  }
}
