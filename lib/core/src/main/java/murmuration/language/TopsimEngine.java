package murmuration.language;

import murmuration.math.Interruption;
import murmuration.sweep.Parallel;

/** Tallies the distances of all pairs of records of a language. */
final class TopsimEngine {
  private static final int ROWS = 256;

  private TopsimEngine() {}

  /** The tally of a language as the convention sees it. */
  static DistanceTally tally(Language language, TopsimConvention convention) {
    var records = CollapsedRecords.of(language);
    return one(records, convention);
  }

  /** Pair by pair, for any distances. */
  static DistanceTally one(CollapsedRecords records, TopsimConvention convention) {
    int n = records.size();
    var ofMeanings = PairDistances.ofMeanings(convention.meanings(), records.meanings);
    var ofMessages = PairDistances.ofMessages(convention.messages(), records.messages);
    var parts =
        Parallel.map(
            "topographic similarity",
            (n + ROWS - 1) / ROWS,
            block -> {
              var part = new DistanceTally();
              for (int i = block * ROWS; i < Math.min(n, (block + 1) * ROWS); i++) {
                Interruption.check("topographic similarity");
                for (int j = i + 1; j < n; j++) {
                  part.add(
                      ofMeanings.applyAsDouble(records.meanings[i], records.meanings[j]),
                      ofMessages.applyAsDouble(records.messages[i], records.messages[j]),
                      records.weights[i] * records.weights[j]);
                }
              }
              return part;
            });
    var all = new DistanceTally();
    parts.forEach(all::add);
    all.add(0, 0, records.equalPairs());
    return all;
  }
}
