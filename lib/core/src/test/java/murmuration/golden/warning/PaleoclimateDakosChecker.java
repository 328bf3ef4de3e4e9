package murmuration.golden.warning;

import java.util.DoubleSummaryStatistics;
import java.util.TreeMap;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Kendall;
import murmuration.math.Rng;
import murmuration.warning.Detrend;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import tech.tablesaw.api.Table;

/** The eight records of Dakos et al. (2008), from the compiled table to the trends. */
public final class PaleoclimateDakosChecker implements Checker {
  @Override
  public String kind() {
    return "warning/paleoclimate-dakos";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var all = Table.read().csv(file.thirdParty("dakos2008_records.csv").toFile());
    Node records = file.root().at("records");
    for (String name : records.keys()) {
      var rows = all.where(all.stringColumn("record").isEqualTo(name));
      double transition = rows.numberColumn("transition_yr_bp").getDouble(0);
      var before = rows.where(rows.numberColumn("age_yr_bp").isGreaterThanOrEqualTo(transition));
      check(records.at(name), name, before, file, report);
    }
  }

  private static void check(Node record, String name, Table rows, GoldenFile file, Report report) {
    report.equal(name + " n", (int) record.at("n").integer(), rows.rowCount());
    var series =
        TimeSeries.averageDuplicates(rows, "age_yr_bp", "value").interpolatePoints(rows.rowCount());
    var apart = Detrend.gaussian(record.at("bandwidth").number()).apply(series);
    double[] residual = apart.residual().values();
    var window = Window.fraction(record.at("window").number());
    double[] variance = Indicators.VARIANCE.rolling(residual, window);
    double[] ac1 = Indicators.AC1.rolling(residual, window);
    double[] skew = Indicators.SKEWNESS.rolling(residual, window);
    thinned(record, "smoothing", name, apart.smooth().values(), file, report);
    thinned(record, "variance", name, variance, file, report);
    thinned(record, "ac1", name, ac1, file, report);
    Tolerance tau = file.tolerance("ktau");
    Node taus = record.at("ktau");
    TauComparison.check(name + " variance", taus.at("variance").number(), variance, tau, report);
    TauComparison.check(name + " ac1", taus.at("ac1").number(), ac1, tau, report);
    TauComparison.check(name + " skew", taus.at("skew").number(), skew, tau, report);
    Node stored = record.at("authors_stored_2021");
    if (record.at("duplicated_ages").integer() == 0) {
      TauComparison.check(name + " stored", stored.at("ktau_ac1").number(), ac1, tau, report);
      TauComparison.check(
          name + " stored", stored.at("ktau_variance").number(), variance, tau, report);
    } else {
      storedWithTies(record, name, rows, report);
    }
  }

  /**
   * Where ages occur twice, the stored trends follow from an order of the two that the file does
   * not keep: they lie within those of sixty choices of one value for each age.
   */
  private static void storedWithTies(Node record, String name, Table rows, Report report) {
    var detrend = Detrend.gaussian(record.at("bandwidth").number());
    var window = Window.fraction(record.at("window").number());
    var ac1 = new DoubleSummaryStatistics();
    var variance = new DoubleSummaryStatistics();
    for (int choice = 0; choice < 60; choice++) {
      var random = Rng.of(1, choice);
      var chosen = new TreeMap<Double, Double>();
      rows.forEach(
          row ->
              chosen.merge(
                  -row.getNumber("age_yr_bp"),
                  row.getNumber("value"),
                  (a, b) -> random.nextBoolean() ? a : b));
      double[] times = chosen.keySet().stream().mapToDouble(t -> t).toArray();
      double[] values = chosen.values().stream().mapToDouble(v -> v).toArray();
      var series = TimeSeries.of(times, values).interpolatePoints(rows.rowCount());
      double[] residual = detrend.apply(series).residual().values();
      ac1.accept(Kendall.tau(Indicators.AC1.rolling(residual, window)));
      variance.accept(Kendall.tau(Indicators.VARIANCE.rolling(residual, window)));
    }
    Node stored = record.at("authors_stored_2021");
    within(name + " stored AC1", stored.at("ktau_ac1").number(), ac1, report);
    within(name + " stored variance", stored.at("ktau_variance").number(), variance, report);
  }

  private static void within(
      String what, double stored, DoubleSummaryStatistics ours, Report report) {
    report.holds(
        what,
        ours.getMin() <= stored && stored <= ours.getMax(),
        "expected " + stored + ", found " + ours.getMin() + " to " + ours.getMax());
  }

  private static void thinned(
      Node record, String key, String name, double[] found, GoldenFile file, Report report) {
    int every = (int) record.at("every").integer();
    double[] expected = record.at(key).numbers();
    double[] ours =
        IntStream.range(0, expected.length).mapToDouble(i -> found[i * every]).toArray();
    report.numbers(name + " " + key, expected, ours, file.tolerance(key));
  }
}
