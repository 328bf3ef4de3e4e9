package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Positions shared out among attributes so that what they leave open of them is least.
 *
 * @param shares share of each attribute left open; NaN for a constant one
 * @param attributeOfPosition attribute of each position; -1 for one without use
 * @param exact whether every partition was considered
 */
record PositionGroups(double[] shares, int[] attributeOfPosition, boolean exact) {
  private static final double MOST_PARTITIONS = 1e6;
  private static final double MOST_WORK = 4e9;

  static PositionGroups of(CodedLanguage language) {
    var positions = language.positions();
    int[] useful =
        IntStream.range(0, positions.size()).filter(j -> !positions.get(j).constant()).toArray();
    int[] varied =
        IntStream.range(0, language.attributeCount())
            .filter(a -> language.attribute(a).classes() > 1)
            .toArray();
    int[] owner = new int[positions.size()];
    Arrays.fill(owner, -1);
    double[] shares = new double[language.attributeCount()];
    Arrays.fill(shares, Double.NaN);
    var used = Arrays.stream(useful).mapToObj(positions::get).toList();
    boolean exact = varied.length <= 1 || exactly(language, used, varied.length);
    int[] group =
        varied.length <= 1
            ? new int[useful.length]
            : exact
                ? new Subsets(language, used, varied).bestGroups()
                : greedy(language, used, varied);
    for (int g = 0; g < varied.length; g++) {
      var refinement = new Refinement(language);
      for (int j = 0; j < useful.length; j++) {
        if (group[j] == g) {
          owner[useful[j]] = varied[g];
          refinement = refinement.with(used.get(j));
        }
      }
      shares[varied[g]] = refinement.share(varied[g]);
    }
    return new PositionGroups(shares, owner, exact);
  }

  private static boolean exactly(CodedLanguage language, List<MessageUnit> used, int attributes) {
    double work = Math.pow(2, used.size()) * language.size() * (attributes + 1);
    return Math.pow(attributes, used.size()) <= MOST_PARTITIONS && work <= MOST_WORK;
  }

  /** Positions in the order of their greatest information, each where it lowers the sum most. */
  private static int[] greedy(CodedLanguage language, List<MessageUnit> used, int[] varied) {
    double[][] information = Gaps.matrix(language, used, BiasCorrection.NONE);
    var order =
        IntStream.range(0, used.size())
            .boxed()
            .sorted(
                (i, j) ->
                    Double.compare(
                        Arrays.stream(information[j]).max().orElse(0),
                        Arrays.stream(information[i]).max().orElse(0)))
            .toList();
    var groups = new Refinement[varied.length];
    Arrays.fill(groups, new Refinement(language));
    double[] shares = new double[varied.length];
    Arrays.fill(shares, 1);
    int[] group = new int[used.size()];
    for (int j : order) {
      double most = -1;
      for (int g = 0; g < varied.length; g++) {
        double gain = shares[g] - groups[g].with(used.get(j)).share(varied[g]);
        if (gain > most) {
          most = gain;
          group[j] = g;
        }
      }
      int g = group[j];
      groups[g] = groups[g].with(used.get(j));
      shares[g] = groups[g].share(varied[g]);
    }
    return group;
  }
}
