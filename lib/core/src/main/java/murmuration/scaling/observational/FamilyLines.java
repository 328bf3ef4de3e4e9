package murmuration.scaling.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LeastSquares;
import murmuration.math.Present;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * How the first capability axis rises with compute in each family: {@code PC-1 = w log10(C / 1e21
 * FLOP) + b} by least squares, for families of at least three models of known and different compute
 * (Ruan et al. 2024, section 3.3).
 *
 * @param axes the axes
 * @param lines a line for each family that has one, in the order of the models
 * @param leftOut families with fewer models
 */
public record FamilyLines(CapabilityAxes axes, List<FamilyLine> lines, List<String> leftOut)
    implements Charted {
  private static final int FEWEST = 3;
  private static final int SHOWN = 6;

  /** Keeps its own copies. */
  public FamilyLines {
    Arguments.present("axes", axes);
    lines = Arguments.listed("lines", lines);
    leftOut = Arguments.listed("leftOut", leftOut);
  }

  /** The lines of all families. */
  public static FamilyLines of(CapabilityAxes axes) {
    double[] first = Arguments.present("axes", axes).axis(1);
    double[] compute = axes.scores().logCompute();
    var families = axes.scores().families();
    var lines = new ArrayList<FamilyLine>();
    var leftOut = new ArrayList<String>();
    for (String family : new LinkedHashSet<>(families)) {
      int[] members =
          IntStream.range(0, first.length)
              .filter(i -> families.get(i).equals(family) && !Double.isNaN(compute[i]))
              .toArray();
      double[] x = Present.at(members, compute);
      if (x.length < FEWEST || IntStream.range(1, x.length).allMatch(i -> x[i] == x[0])) {
        leftOut.add(family);
      } else {
        lines.add(FamilyLine.of(family, x, Present.at(members, first)));
      }
    }
    return new FamilyLines(axes, lines, leftOut);
  }

  /** The line of a family. */
  public FamilyLine line(String family) {
    return lines.stream()
        .filter(line -> line.family().equals(family))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no line of "
                        + family
                        + ": expected one of "
                        + lines.stream().map(FamilyLine::family).toList()));
  }

  /**
   * The slope that all families share where each has a level of its own; NaN where no family has
   * two models of different compute.
   *
   * @param first PC-1 by model
   * @param compute log10 of compute by model, NaN where it is not known
   * @param families family by model
   */
  static double commonSlope(double[] first, double[] compute, List<String> families) {
    double product = 0;
    double square = 0;
    for (String family : new LinkedHashSet<>(families)) {
      int[] members =
          IntStream.range(0, first.length)
              .filter(i -> families.get(i).equals(family) && !Double.isNaN(compute[i]))
              .toArray();
      double meanX = IntStream.of(members).mapToDouble(i -> compute[i]).average().orElse(0);
      double meanY = IntStream.of(members).mapToDouble(i -> first[i]).average().orElse(0);
      for (int i : members) {
        product += (compute[i] - meanX) * (first[i] - meanY);
        square += (compute[i] - meanX) * (compute[i] - meanX);
      }
    }
    return square > 0 ? product / square : Double.NaN;
  }

  @Override
  public String summary() {
    if (lines.isEmpty()) {
      return "PC-1 against compute: no family has three models of different compute";
    }
    var slopes = lines.stream().mapToDouble(FamilyLine::slope).summaryStatistics();
    var fits = lines.stream().mapToDouble(FamilyLine::rSquared).summaryStatistics();
    return String.format(
        Locale.ROOT,
        """
        PC-1 against log10 compute: %d families of at least %d models, %d left out
        R^2 %s to %s, mean %s (of so few points a line explains much by itself)
        slope %s to %s per factor 10 of compute\
        """,
        lines.size(),
        FEWEST,
        leftOut.size(),
        Digits.of(fits.getMin(), 4),
        Digits.of(fits.getMax(), 4),
        Digits.of(fits.getAverage(), 4),
        Digits.of(slopes.getMin(), 4),
        Digits.of(slopes.getMax(), 4));
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("PC-1 against compute");
    for (FamilyLine line : lines) {
      quantities =
          quantities.and("slope of " + line.family(), line.slope(), line.low(), line.high());
    }
    for (FamilyLine line : lines) {
      quantities = quantities.and("R^2 of " + line.family(), line.rSquared());
    }
    return quantities.table();
  }

  /**
   * PC-1 against compute with the lines of the six largest families; other models in one colour.
   */
  @Override
  public Figure chart() {
    var panel = Panel.of("training compute (FLOP)", "PC-1").logX();
    double[] first = axes.axis(1);
    double[] compute = axes.scores().compute();
    var families = axes.scores().families();
    var shown =
        lines.stream()
            .sorted((a, b) -> Integer.compare(b.models(), a.models()))
            .limit(SHOWN)
            .map(FamilyLine::family)
            .toList();
    for (FamilyLine line : lines) {
      if (shown.contains(line.family())) {
        int[] members =
            IntStream.range(0, first.length)
                .filter(i -> families.get(i).equals(line.family()) && compute[i] > 0)
                .boxed()
                .sorted((i, j) -> Double.compare(compute[i], compute[j]))
                .mapToInt(i -> i)
                .toArray();
        double[] x = Present.at(members, compute);
        panel =
            panel
                .points(line.family(), x, Present.at(members, first))
                .line(line.family(), x, line.at(x));
      }
    }
    int[] others =
        IntStream.range(0, first.length)
            .filter(i -> !shown.contains(families.get(i)) && compute[i] > 0)
            .toArray();
    if (others.length > 0) {
      panel =
          panel.points("other families", Present.at(others, compute), Present.at(others, first));
    }
    return Figure.of(panel).size(640, 420);
  }

  @Override
  public Provenance provenance() {
    return axes.provenance();
  }

  /**
   * One family.
   *
   * @param family its name
   * @param models how many models the line goes through
   * @param slope w, rise of PC-1 for ten times the compute
   * @param intercept b, PC-1 at 1e21 FLOP
   * @param rSquared share of the family's variance on the line
   * @param low lower end of the 95 % interval of the slope by Student's t; wide for three models
   * @param high upper end
   */
  public record FamilyLine(
      String family,
      int models,
      double slope,
      double intercept,
      double rSquared,
      double low,
      double high) {
    private static final double LEVEL = 0.95;
    private static final double UNIT = 1e21;

    /** Refuses null. */
    public FamilyLine {
      Arguments.present("family", family);
    }

    static FamilyLine of(String family, double[] x, double[] y) {
      var fit = LeastSquares.line(x, y);
      double[] interval = fit.interval(1, LEVEL);
      return new FamilyLine(
          family,
          x.length,
          fit.coefficients()[1],
          fit.coefficients()[0],
          fit.rSquared(),
          interval[0],
          interval[1]);
    }

    /** The line at these computes in FLOP. */
    double[] at(double[] compute) {
      return Arrays.stream(compute).map(c -> intercept + slope * Math.log10(c / UNIT)).toArray();
    }
  }
}
