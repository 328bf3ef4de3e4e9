package murmuration.golden.platform;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Rng;

/** Seeds of the cells of a sweep and the first draws with each: exact. */
public final class SeedsChecker implements Checker {
  @Override
  public String kind() {
    return "platform/seeds";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (var cell : file.root().at("cells").items()) {
      long seed = cell.at("seed").integer();
      long index = cell.at("index").integer();
      report.equal(cell.path() + " seed", cell.at("cell_seed").integer(), Rng.seed(seed, index));
      var rng = Rng.of(seed, index);
      report.equal(cell.path() + " long", cell.at("nextLong").integer(), rng.nextLong());
      report.number(
          cell.path() + " double",
          cell.at("nextDouble").number(),
          rng.nextDouble(),
          Tolerance.EXACT);
      report.number(
          cell.path() + " normal",
          cell.at("nextGaussian").number(),
          rng.nextGaussian(),
          Tolerance.EXACT);
      report.equal(cell.path() + " int", (int) cell.at("nextInt100").integer(), rng.nextInt(100));
    }
  }
}
