package murmuration.warning.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Histogram;
import murmuration.math.Normal;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * What {@link ProsecutorsFallacy} found: how far the trends of runs that happened to collapse lie
 * above those of runs that did not, where both obey the same unchanging law.
 *
 * @param study the experiment
 * @param collapsed runs that passed the level, also those that passed too early to be measured
 * @param rocs a curve an indicator: events are taus before a collapse, nulls those of runs that
 *     never collapsed
 * @param againstAll the same events against all runs still standing after the control stretch,
 *     whatever became of them later
 */
public record SelectionBias(
    ProsecutorsFallacy study, int collapsed, List<Roc> rocs, List<Roc> againstAll)
    implements Charted {
  private static final double Z95 = Normal.quantile(0.975);
  private static final int BINS = 20;
  private static final int MOST_LINES = 8;

  /** Keeps its own copies. */
  public SelectionBias {
    Arguments.present("study", study);
    rocs = Arguments.listed("rocs", rocs);
    againstAll = Arguments.listed("againstAll", againstAll);
    Arguments.require(
        collapsed >= 0 && collapsed <= study.runs(),
        "collapsed is %d: expected 0 to %d runs",
        collapsed,
        study.runs());
  }

  /** The share of runs that collapsed. */
  public double share() {
    return (double) collapsed / study.runs();
  }

  /**
   * The curve of an indicator against runs that never collapsed; its area without bias is 0.5.
   *
   * @throws IllegalArgumentException if it was not measured
   */
  public Roc roc(String indicator) {
    return rocs.stream()
        .filter(roc -> roc.name().equals(indicator))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "indicator "
                        + indicator
                        + " was not measured: expected one of "
                        + study.indicators()));
  }

  /** Mean tau before a collapse. */
  public double meanBeforeCollapse(String indicator) {
    return StatUtils.mean(roc(indicator).events());
  }

  /** Mean tau of runs that never collapsed. */
  public double meanOfSurvivors(String indicator) {
    return StatUtils.mean(roc(indicator).nulls());
  }

  /** How far the mean of tau is shifted: before a collapse less among survivors. */
  public double shift(String indicator) {
    return meanBeforeCollapse(indicator) - meanOfSurvivors(indicator);
  }

  private static double standardError(Roc roc) {
    return Math.sqrt(
        StatUtils.variance(roc.events()) / roc.events().length
            + StatUtils.variance(roc.nulls()) / roc.nulls().length);
  }

  @Override
  public String summary() {
    double[] share = new Proportion(collapsed, study.runs()).clopperPearson(0.95);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Prosecutor's fallacy: %s of %d runs collapsed (95 %% %s to %s), none was forced",
            Digits.of(share(), 4),
            study.runs(),
            Digits.of(share[0], 4),
            Digits.of(share[1], 4)));
    for (Roc roc : rocs.subList(0, Math.min(MOST_LINES, rocs.size()))) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s mean tau %s before collapse, %s in survivors; AUC %s (%s to %s), n = %d + %d",
              roc.name(),
              Digits.of(StatUtils.mean(roc.events()), 4),
              Digits.of(StatUtils.mean(roc.nulls()), 4),
              Digits.of(roc.auc(), 4),
              Digits.of(roc.low(), 4),
              Digits.of(roc.high(), 4),
              roc.events().length,
              roc.nulls().length));
    }
    lines.add("without selection every AUC would be 0.5; seed " + study.seed());
    return String.join("\n", lines);
  }

  @Override
  public Table table() {
    double[] share = new Proportion(collapsed, study.runs()).clopperPearson(0.95);
    var rows = Quantities.of("prosecutor's fallacy").and("share", share(), share[0], share[1]);
    for (int k = 0; k < rocs.size(); k++) {
      Roc roc = rocs.get(k);
      Roc all = againstAll.get(k);
      String name = roc.name();
      double shift = shift(name);
      double width = Z95 * standardError(roc);
      rows =
          rows.and("mean tau before collapse, " + name, meanBeforeCollapse(name))
              .and("mean tau of survivors, " + name, meanOfSurvivors(name))
              .and("shift of tau, " + name, shift, shift - width, shift + width)
              .and("AUC " + name, roc.auc(), roc.low(), roc.high())
              .and("AUC against all, " + name, all.auc(), all.low(), all.high());
    }
    return rows.table();
  }

  /** The distribution of tau in survivors and before collapse, an indicator a row. */
  @Override
  public Figure chart() {
    List<Panel> panels = new ArrayList<>();
    for (Roc roc : rocs) {
      double[] survivors = shares(roc.nulls());
      double[] before = shares(roc.events());
      double top =
          1.05
              * DoubleStream.concat(DoubleStream.of(survivors), DoubleStream.of(before))
                  .max()
                  .orElse(1);
      panels.add(histogram(roc.name(), "survivors", meanOfSurvivors(roc.name()), survivors, top));
      panels.add(
          histogram(roc.name(), "before collapse", meanBeforeCollapse(roc.name()), before, top));
    }
    return Figure.grid(2, panels.toArray(Panel[]::new));
  }

  private static double[] shares(double[] taus) {
    double[] heights = Histogram.of(taus, -1, 1, BINS).heights();
    return Arrays.stream(heights).map(h -> h / taus.length).toArray();
  }

  private static Panel histogram(
      String indicator, String group, double mean, double[] shares, double top) {
    double[] centres = new Histogram(-1, 1, new int[BINS]).centres();
    return Panel.of("τ of " + indicator, "Share of runs")
        .title(String.format(Locale.ROOT, "%s, mean %.2f", group, mean).replace('-', '−'))
        .bars(group, centres, shares)
        .vertical(mean)
        .xRange(-1, 1)
        .yRange(0, top);
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
