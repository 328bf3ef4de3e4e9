package murmuration.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LeastSquares;
import murmuration.math.LogSpaced;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Best sizes by isoFLOP parabolas, and how they grow with compute: {@code ln N_opt = ln k_N + a ln
 * C}, {@code ln D_opt = ln k_D + b ln C} with a + b = 1.
 *
 * <p>Intervals are those of the line, by Student's t: they hold the scatter of the best sizes about
 * it, not the doubt whether parabolas or a power law are right.
 *
 * @param study the study
 * @param parabolas one a group, in order of compute, those without a lowest point too
 * @param parameterLine ln N_opt on ln C
 * @param tokenLine ln D_opt on ln C
 */
public record IsoFlopFit(
    IsoFlop study,
    List<IsoFlopParabola> parabolas,
    LeastSquares parameterLine,
    LeastSquares tokenLine)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final int POINTS = 60;

  /** Keeps its own copy. */
  public IsoFlopFit {
    Arguments.present("study", study);
    parabolas = Arguments.listed("parabolas", parabolas);
    checkLine("parameterLine", parameterLine);
    checkLine("tokenLine", tokenLine);
    Arguments.require(
        parabolas.stream().anyMatch(p -> p.status() == IsoFlopStatus.OK),
        "parabolas has none with a minimum: expected at least one");
  }

  static void checkLine(String name, LeastSquares line) {
    int p = Arguments.present(name, line).coefficients().length;
    Arguments.require(p == 2, "%s has %d coefficients: expected 2", name, p);
  }

  /** a, the exponent of N_opt with compute. */
  public double parameterExponent() {
    return parameterLine.coefficients()[1];
  }

  /** The standard error of a. */
  public double parameterExponentError() {
    return parameterLine.standardError(1);
  }

  /** The interval of a by Student's t, low and high. */
  public double[] parameterExponentInterval(double level) {
    return parameterLine.interval(1, level);
  }

  /** b = 1 - a, the exponent of D_opt with compute. */
  public double tokenExponent() {
    return tokenLine.coefficients()[1];
  }

  /** The best size for compute C, above 0, by the line. */
  public double parameters(double compute) {
    return Math.exp(parameterLine.at(1, logOf(compute)));
  }

  /** The interval of the line's best size for compute C, low and high. */
  public double[] parametersInterval(double compute, double level) {
    return interval(parameterLine, compute, level);
  }

  /** The best number of tokens for compute C, above 0, by the line. */
  public double tokens(double compute) {
    return Math.exp(tokenLine.at(1, logOf(compute)));
  }

  /** The interval of the line's best number of tokens for compute C, low and high. */
  public double[] tokensInterval(double compute, double level) {
    return interval(tokenLine, compute, level);
  }

  private static double[] interval(LeastSquares line, double compute, double level) {
    double x = logOf(compute);
    double half = line.halfWidth(line.standardErrorAt(1, x), level);
    return new double[] {Math.exp(line.at(1, x) - half), Math.exp(line.at(1, x) + half)};
  }

  private static double logOf(double compute) {
    return Math.log(Arguments.positive("compute", compute));
  }

  /** The parabolas with a lowest point, through which the line goes. */
  public List<IsoFlopParabola> minima() {
    return parabolas.stream().filter(p -> p.status() == IsoFlopStatus.OK).toList();
  }

  @Override
  public String summary() {
    double[] a = parameterExponentInterval(LEVEL);
    double[] b = tokenLine.interval(1, LEVEL);
    List<IsoFlopParabola> minima = minima();
    long cubic = minima.stream().filter(p -> p.cubicP() < 0.05).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "IsoFLOP parabolas of %s%s: %d of %d groups have a minimum",
            study.runs(),
            study.windowed() ? ", windows about the lowest" : "",
            minima.size(),
            parabolas.size()));
    lines.add(line("N_opt ~ C^", parameterExponent(), a, parameterExponentError()));
    lines.add(line("D_opt ~ C^", tokenExponent(), b, tokenLine.standardError(1)));
    double last = minima.getLast().budget();
    double[] n = parametersInterval(last, LEVEL);
    lines.add(
        String.format(
            Locale.ROOT,
            "at C = %s: N_opt %s (95 %% %s to %s), D_opt %s",
            Digits.of(last, 4),
            Digits.of(parameters(last), 4),
            Digits.of(n[0], 4),
            Digits.of(n[1], 4),
            Digits.of(tokens(last), 4)));
    lines.add(
        String.format(
            Locale.ROOT,
            "a cubic term has p below 0.05 in %d of %d parabolas",
            cubic,
            minima.size()));
    lines.add(leftOut());
    return String.join("\n", lines).stripTrailing();
  }

  private String leftOut() {
    List<String> words = new ArrayList<>();
    for (var status : List.of(IsoFlopStatus.NO_INTERIOR_MINIMUM, IsoFlopStatus.TOO_FEW_POINTS)) {
      long count = parabolas.stream().filter(p -> p.status() == status).count();
      if (count > 0) {
        words.add(count + " groups: " + status.words());
      }
    }
    int none = study.leftOut();
    if (none > 0) {
      words.add(none + " runs belong to no budget");
    }
    return words.isEmpty() ? "" : "left out: " + String.join("; ", words);
  }

  private static String line(String what, double value, double[] interval, double error) {
    return String.format(
        Locale.ROOT,
        "%s%s (95 %% %s to %s), SE %s",
        what,
        Digits.of(value, 4),
        Digits.of(interval[0], 4),
        Digits.of(interval[1], 4),
        Digits.of(error, 3));
  }

  @Override
  public Table table() {
    double[] a = parameterExponentInterval(LEVEL);
    double[] b = tokenLine.interval(1, LEVEL);
    double[] kN = parameterLine.interval(0, LEVEL);
    double[] kD = tokenLine.interval(0, LEVEL);
    return Quantities.of("isoFLOP parabolas")
        .and("exponent of N_opt", parameterExponent(), a[0], a[1])
        .and("exponent of D_opt", tokenExponent(), b[0], b[1])
        .and("ln of the prefactor of N_opt", parameterLine.coefficients()[0], kN[0], kN[1])
        .and("ln of the prefactor of D_opt", tokenLine.coefficients()[0], kD[0], kD[1])
        .and("groups with a minimum", minima().size())
        .table();
  }

  /**
   * One row a group: {@code group}, {@code compute}, {@code runs}, {@code status}, {@code best
   * parameters}, {@code best tokens}, {@code least loss}, {@code SE of ln N}, {@code p of a cubic
   * term}.
   */
  public Table groups() {
    return Table.create(
        "isoFLOP groups",
        StringColumn.create("group", parabolas.stream().map(IsoFlopParabola::label)),
        column("compute", IsoFlopParabola::budget),
        column("runs", p -> p.parameters().length),
        StringColumn.create("status", parabolas.stream().map(p -> p.status().name())),
        column("best parameters", IsoFlopParabola::bestParameters),
        column("best tokens", IsoFlopParabola::bestTokens),
        column("least loss", IsoFlopParabola::leastLoss),
        column("SE of ln N", IsoFlopParabola::standardError),
        column("p of a cubic term", IsoFlopParabola::cubicP));
  }

  private DoubleColumn column(String name, ToDoubleFunction<IsoFlopParabola> number) {
    return DoubleColumn.create(name, parabolas.stream().mapToDouble(number).toArray());
  }

  /** The parabolas with their runs, and the best sizes against compute with the line's band. */
  @Override
  public Figure chart() {
    return Figure.grid(2, valleys(), optima()).size(700, 330);
  }

  /** The runs and parabolas of every group; the lowest points that entered the line are marked. */
  public Panel valleys() {
    var panel = Panel.of("Parameters N", "Loss").logX();
    for (IsoFlopParabola p : minima()) {
      panel = panel.points("runs", p.parameters(), p.losses()).line("parabola", reach(p), curve(p));
    }
    for (IsoFlopParabola p : parabolas) {
      if (p.status() != IsoFlopStatus.OK) {
        panel = panel.points("left out", p.parameters(), p.losses());
      }
      if (p.status() == IsoFlopStatus.NO_INTERIOR_MINIMUM) {
        panel = panel.line("without a minimum", reach(p), curve(p));
      }
    }
    return panel.points(
        "minimum",
        minima().stream().mapToDouble(IsoFlopParabola::bestParameters).toArray(),
        minima().stream().mapToDouble(IsoFlopParabola::leastLoss).toArray());
  }

  private static double[] reach(IsoFlopParabola p) {
    double low = Arrays.stream(p.parameters()).min().orElseThrow();
    double high = Arrays.stream(p.parameters()).max().orElseThrow();
    return LogSpaced.of(low, high, POINTS);
  }

  private static double[] curve(IsoFlopParabola p) {
    return Arrays.stream(reach(p)).map(p::loss).toArray();
  }

  /** The best sizes against compute, with the line and its 95 % band. */
  public Panel optima() {
    double[] compute = minima().stream().mapToDouble(IsoFlopParabola::budget).toArray();
    double[] best = minima().stream().mapToDouble(IsoFlopParabola::bestParameters).toArray();
    double first = compute[0];
    double last = compute[compute.length - 1];
    double[] c = LogSpaced.of(first / 1.5, last * 1.5, POINTS);
    double[][] band = new double[2][c.length];
    for (int i = 0; i < c.length; i++) {
      double[] interval = parametersInterval(c[i], LEVEL);
      band[0][i] = interval[0];
      band[1][i] = interval[1];
    }
    var panel = Panel.of("Compute C", "Best size N").logX().logY();
    String name = String.format(Locale.ROOT, "C^%s", Digits.of(parameterExponent(), 3));
    return (Double.isNaN(band[0][0]) ? panel : panel.band(name, c, band[0], band[1]))
        .line(name, c, Arrays.stream(c).map(this::parameters).toArray())
        .points("minima", compute, best);
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
