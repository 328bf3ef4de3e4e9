package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A quantity along the runs of an ensemble, at fractions of each run. Two peaks are told apart: of
 * the mean over runs ({@link #peakOfMean}), and the mean of each run's own peak ({@link
 * #meanOfPeak}), which is higher, for chance alone too.
 *
 * @param name what it is, with its unit where it has one
 * @param grid the fractions
 * @param runs how many
 * @param mean mean over runs at each fraction
 * @param sd standard deviation over runs at each fraction; NaN for one run
 * @param meanOfPeak mean over runs of the run's highest value after a swap
 * @param sdOfPeak its standard deviation over runs; NaN for one run
 */
public record EnsembleProfile(
    String name,
    ProfileGrid grid,
    int runs,
    double[] mean,
    double[] sd,
    double meanOfPeak,
    double sdOfPeak)
    implements Charted {
  /** Keeps its own copies. */
  public EnsembleProfile {
    Arguments.present("name", name);
    Arguments.present("grid", grid);
    Arguments.require(runs >= 1, "runs is %d: expected 1 or more", runs);
    Arguments.finite("mean", mean, 2);
    Arguments.series("sd", sd, 2);
    Arguments.require(
        mean.length == grid.points() && sd.length == grid.points(),
        "mean has %d and sd %d values: expected one for each of %d points",
        mean.length,
        sd.length,
        grid.points());
    mean = mean.clone();
    sd = sd.clone();
  }

  /** Mean over runs at each fraction. */
  @Override
  public double[] mean() {
    return mean.clone();
  }

  /** Standard deviation over runs at each fraction. */
  @Override
  public double[] sd() {
    return sd.clone();
  }

  /** The mean over runs nearest this fraction. */
  public double at(double fraction) {
    return mean[point(fraction)];
  }

  /** The standard error of the mean nearest this fraction. */
  public double standardErrorAt(double fraction) {
    return sd[point(fraction)] / Math.sqrt(runs);
  }

  private int point(double fraction) {
    return (int) Math.round(Arguments.within("fraction", fraction, 0, 1) * (grid.points() - 1));
  }

  /** The highest mean over runs. */
  public double peakOfMean() {
    return mean[peak()];
  }

  /** The first fraction at which the mean is highest. */
  public double peakFraction() {
    return grid.fraction(peak());
  }

  /** The standard deviation over runs where the mean is highest. */
  public double sdAtPeak() {
    return sd[peak()];
  }

  private int peak() {
    return IntStream.range(0, mean.length).reduce(0, (a, b) -> mean[b] > mean[a] ? b : a);
  }

  /** The mean at the end of the runs. */
  public double last() {
    return mean[mean.length - 1];
  }

  /** This profile beside that of a control. */
  public ProfileComparison against(EnsembleProfile control) {
    return new ProfileComparison(this, control);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s along %d runs: %s after the first swap, %s at the end
        peak of the mean %s at %s %% of a run (sd over runs %s)
        mean of each run's own peak %s (sd over runs %s)\
        """,
        name,
        runs,
        Digits.of(mean[0], 4),
        Digits.of(last(), 4),
        Digits.of(peakOfMean(), 4),
        Digits.of(100 * peakFraction(), 3),
        Digits.of(sdAtPeak(), 4),
        Digits.of(meanOfPeak, 4),
        Digits.of(sdOfPeak, 4));
  }

  @Override
  public Table table() {
    double root = Math.sqrt(runs);
    return Table.create(
        name,
        DoubleColumn.create("fraction", grid.fractions()),
        DoubleColumn.create("mean", mean),
        DoubleColumn.create("sd", sd),
        DoubleColumn.create("standard error", Arrays.stream(sd).map(s -> s / root).toArray()));
  }

  /** Mean and one standard deviation over runs on either side. */
  @Override
  public Figure chart() {
    return Figure.of(layer(Panel.of("share of the run (%)", name), "mean of " + runs + " runs"));
  }

  /** The band and the line of this profile, on a panel. */
  Panel layer(Panel panel, String label) {
    double[] x = Arrays.stream(grid.fractions()).map(f -> 100 * f).toArray();
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    Arrays.setAll(low, k -> mean[k] - sd[k]);
    Arrays.setAll(high, k -> mean[k] + sd[k]);
    var banded = runs < 2 ? panel : panel.band(label + " ± sd", x, low, high);
    return banded.line(label, x, mean);
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("runs", Integer.toString(runs), "grid", grid.toString()));
  }
}
