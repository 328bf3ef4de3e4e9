package murmuration.golden.warning;

import murmuration.data.TimeSeries;
import murmuration.golden.GoldenFile;
import tech.tablesaw.api.Table;

/** The records of Boettiger and Hastings (2012), from the mirror. */
final class BoettigerRecords {
  private BoettigerRecords() {}

  static TimeSeries read(GoldenFile file, String name) {
    var table = Table.read().csv(file.thirdParty("boettiger_" + name + ".csv").toFile());
    return TimeSeries.of(table, "time", "value");
  }
}
