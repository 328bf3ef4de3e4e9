package murmuration.language;

import murmuration.math.Interruption;
import murmuration.sweep.Parallel;

/**
 * Tallies the distances of all pairs of records of a language, without keeping any pair: by {@link
 * SlicedBlock} where distances are counts, else one by one. Jobs add whole numbers to one tally, so
 * it is the same for any number of threads.
 */
final class TopsimEngine {
  private static final String NAME = "topographic similarity";
  private static final int BLOCK = 64;
  private static final int MOST_JOBS = 256;

  private TopsimEngine() {}

  /** The tally of a language as it stands. */
  static DistanceTally tally(Language language, TopsimConvention convention) {
    var records = CollapsedRecords.of(language);
    var tally =
        SlicedRecords.fits(records, convention)
            ? sliced(records, convention)
            : oneByOne(records, convention);
    tally.add(PairDistances.zero(convention.meanings()), 0, records.equalPairs());
    return tally;
  }

  /** Sixty-four pairs at a time. */
  static DistanceTally sliced(CollapsedRecords records, TopsimConvention convention) {
    var data = SlicedRecords.of(records, convention.messages());
    int blocks = (data.size + BLOCK - 1) / BLOCK;
    int each = (blocks + MOST_JOBS - 1) / MOST_JOBS;
    long[] counts = new long[data.divisors() * (data.attributes + 1) * (data.longest + 1)];
    Parallel.forEach(
        NAME,
        (blocks + each - 1) / each,
        job -> {
          var block = new SlicedBlock(data);
          for (int b = job * each; b < Math.min(blocks, (job + 1) * each); b++) {
            block.run(b * BLOCK);
          }
          synchronized (counts) {
            for (int i = 0; i < counts.length; i++) {
              counts[i] += block.tally()[i];
            }
          }
        });
    var tally = new DistanceTally();
    int at = 0;
    for (int divisor = 0; divisor < data.divisors(); divisor++) {
      for (int h = 0; h <= data.attributes; h++) {
        double x = convention.meanings().ofCount(h, data.attributes);
        for (int d = 0; d <= data.longest; d++) {
          tally.add(x, data.distance(d, divisor), counts[at++]);
        }
      }
    }
    return tally;
  }

  /** Pair by pair, for any distances. */
  static DistanceTally oneByOne(CollapsedRecords records, TopsimConvention convention) {
    int n = records.size();
    int each = Math.max(16, (n + MOST_JOBS - 1) / MOST_JOBS);
    var ofMeanings = PairDistances.ofMeanings(convention.meanings(), records.meanings);
    var ofMessages = PairDistances.ofMessages(convention.messages(), records.messages);
    var all = new DistanceTally();
    Parallel.forEach(
        NAME,
        (n + each - 1) / each,
        job -> {
          var part = new DistanceTally();
          for (int i = job * each; i < Math.min(n, (job + 1) * each); i++) {
            Interruption.check(NAME);
            var toMessage = ofMessages.from(records.messages[i]);
            for (int j = i + 1; j < n; j++) {
              part.add(
                  ofMeanings.applyAsDouble(records.meanings[i], records.meanings[j]),
                  toMessage.applyAsDouble(records.messages[j]),
                  records.weights[i] * records.weights[j]);
            }
          }
          synchronized (all) {
            all.add(part);
          }
        });
    return all;
  }
}
