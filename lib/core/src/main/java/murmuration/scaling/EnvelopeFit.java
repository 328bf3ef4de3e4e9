package murmuration.scaling;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LeastSquares;
import murmuration.math.Quantile;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Best sizes by the envelope of training curves, and how they grow with compute.
 *
 * @param study the study
 * @param compute the computes that count, length n
 * @param winners the curve that is lowest at each, as a position in the study's list
 * @param parameterLine ln N on ln C; its standard errors take computes for independent, and are too
 *     small
 * @param tokenLine ln D on ln C
 * @param draws the exponent of N in each bootstrap resample of the curves; NaN where one had no
 *     line
 */
public record EnvelopeFit(
    Envelope study,
    double[] compute,
    int[] winners,
    LeastSquares parameterLine,
    LeastSquares tokenLine,
    double[] draws)
    implements Charted {
  /** Checks the shapes and keeps its own copies. */
  public EnvelopeFit {
    Arguments.present("study", study);
    Arguments.finite("compute", compute, 1);
    Arguments.present("winners", winners);
    Arguments.require(
        winners.length == compute.length,
        "winners has %d values, compute has %d: expected the same length",
        winners.length,
        compute.length);
    for (int w : winners) {
      Arguments.require(
          w >= 0 && w < study.curves().size(),
          "a winner is %d: expected 0 to %d",
          w,
          study.curves().size() - 1);
    }
    IsoFlopFit.checkLine("parameterLine", parameterLine);
    IsoFlopFit.checkLine("tokenLine", tokenLine);
    Arguments.series("draws", draws, 0);
    compute = compute.clone();
    winners = winners.clone();
    draws = draws.clone();
  }

  /** a, the exponent of the best size with compute. */
  public double parameterExponent() {
    return parameterLine.coefficients()[1];
  }

  /** b = 1 - a, the exponent of the tokens of the best size with compute. */
  public double tokenExponent() {
    return tokenLine.coefficients()[1];
  }

  /** The percentile interval of a over resamples of the curves; NaN without resamples. */
  public double[] parameterExponentInterval(double level) {
    Arguments.require(level > 0 && level < 1, "level is %s: expected between 0 and 1", level);
    double[] sorted = Arrays.stream(draws).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double tail = (1 - level) / 2;
    return new double[] {
      Quantile.ofSorted(sorted, sorted.length, tail),
      Quantile.ofSorted(sorted, sorted.length, 1 - tail)
    };
  }

  /** The best size for compute C, above 0, by the line. */
  public double parameters(double c) {
    return Math.exp(parameterLine.at(1, Math.log(Arguments.positive("c", c))));
  }

  /** The best number of tokens for compute C, above 0, by the line. */
  public double tokens(double c) {
    return Math.exp(tokenLine.at(1, Math.log(Arguments.positive("c", c))));
  }

  /** N of the lowest curve at each compute, length n. */
  public double[] sizes() {
    return Arrays.stream(winners).mapToDouble(w -> study.curves().get(w).parameters()).toArray();
  }

  /** L of the lowest curve at each compute, length n. */
  public double[] losses() {
    double[] losses = new double[compute.length];
    Arrays.setAll(losses, i -> study.curves().get(winners[i]).loss(compute[i]));
    return losses;
  }

  @Override
  public double[] compute() {
    return compute.clone();
  }

  @Override
  public int[] winners() {
    return winners.clone();
  }

  @Override
  public double[] draws() {
    return draws.clone();
  }

  @Override
  public String summary() {
    double[] a = parameterExponentInterval(0.95);
    double last = compute[compute.length - 1];
    long lost = Arrays.stream(draws).filter(Double::isNaN).count();
    return String.format(
        Locale.ROOT,
        """
        Envelope of %d training curves at %d of %d computes%s
        N_opt ~ C^%s (95 %% %s to %s over %d resamples of the curves%s, seed %d)
        D_opt ~ C^%s
        sizes on the envelope: %d of %d
        at C = %s: N_opt %s, D_opt %s\
        """,
        study.curves().size(),
        compute.length,
        study.budgets(),
        study.withoutEdges() ? ", without the smallest and the largest size" : "",
        Digits.of(parameterExponent(), 4),
        Digits.of(a[0], 4),
        Digits.of(a[1], 4),
        draws.length,
        lost == 0 ? "" : ", " + lost + " without a line",
        study.seed(),
        Digits.of(tokenExponent(), 4),
        Arrays.stream(winners).distinct().count(),
        study.curves().size(),
        Digits.of(last, 4),
        Digits.of(parameters(last), 4),
        Digits.of(tokens(last), 4));
  }

  @Override
  public Table table() {
    double[] a = parameterExponentInterval(0.95);
    return Quantities.of("envelope of training curves")
        .and("exponent of N_opt", parameterExponent(), a[0], a[1])
        .and("exponent of D_opt", tokenExponent(), 1 - a[1], 1 - a[0])
        .and("ln of the prefactor of N_opt", parameterLine.coefficients()[0])
        .and("sizes on the envelope", (double) Arrays.stream(winners).distinct().count())
        .table();
  }

  /** One row a compute: {@code compute}, {@code parameters}, {@code loss} of the lowest curve. */
  public Table envelope() {
    return Table.create(
        "envelope",
        DoubleColumn.create("compute", compute),
        DoubleColumn.create("parameters", sizes()),
        DoubleColumn.create("loss", losses()));
  }

  /** The curves with their envelope, and the sizes on it with the line. */
  @Override
  public Figure chart() {
    return Figure.grid(2, curves(), optima()).size(700, 330);
  }

  /** The training curves and their lower envelope. */
  public Panel curves() {
    var panel = Panel.of("Compute C", "Loss").logX().logY();
    for (TrainingCurve curve : study.curves()) {
      panel = panel.line("training curves", curve.compute(), curve.losses());
    }
    return panel.line("envelope", compute, losses());
  }

  /** The size of the lowest curve against compute, and the line. */
  public Panel optima() {
    double[] line = Arrays.stream(compute).map(this::parameters).toArray();
    String name = "C^" + Digits.of(parameterExponent(), 3);
    return Panel.of("Compute C", "Best size N")
        .logX()
        .logY()
        .line("lowest curve", compute, sizes())
        .line(name, compute, line);
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
