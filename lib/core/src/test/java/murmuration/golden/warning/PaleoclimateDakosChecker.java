package murmuration.golden.warning;

import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
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
    report.skip("authors_stored_2021", "the stored table of the authors is not at hand");
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
