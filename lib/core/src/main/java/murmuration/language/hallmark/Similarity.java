package murmuration.language.hallmark;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Interruption;
import murmuration.math.JensenShannon;
import murmuration.math.RandomOrder;

/** How alike two agents speak: 1 less the divergence of their messages, by meaning and use. */
final class Similarity {
  private final double[][] alike;
  private final double[] usesOne;
  private final double[] usesTwo;

  private Similarity(double[][] alike, double[] usesOne, double[] usesTwo) {
    this.alike = alike;
    this.usesOne = usesOne;
    this.usesTwo = usesTwo;
  }

  /** Of two agents, over the meanings that both used so often. */
  static Similarity of(MessageUse one, MessageUse two, int fewest) {
    int[] meanings =
        Arrays.stream(one.meanings())
            .filter(x -> one.uses(x) >= fewest && two.uses(x) >= fewest)
            .toArray();
    int[] messages =
        IntStream.concat(Arrays.stream(one.messages()), Arrays.stream(two.messages()))
            .distinct()
            .sorted()
            .toArray();
    int n = meanings.length;
    double[][] p = new double[n][];
    double[][] q = new double[n][];
    for (int x = 0; x < n; x++) {
      p[x] = one.row(meanings[x], messages);
      q[x] = two.row(meanings[x], messages);
    }
    double[][] alike = new double[n][n];
    for (int x = 0; x < n; x++) {
      Interruption.check("the comparison of two agents");
      for (int y = 0; y < n; y++) {
        alike[x][y] = 1 - JensenShannon.bits(p[x], q[y]);
      }
    }
    return new Similarity(
        alike,
        Arrays.stream(p).mapToDouble(row -> Arrays.stream(row).sum()).toArray(),
        Arrays.stream(q).mapToDouble(row -> Arrays.stream(row).sum()).toArray());
  }

  int meanings() {
    return alike.length;
  }

  long uses() {
    return Math.round(Arrays.stream(usesOne).sum() + Arrays.stream(usesTwo).sum());
  }

  /** The mean weighted by use, with the meanings of the second agent in this order. */
  double mean(int[] order) {
    double sum = 0;
    double weights = 0;
    for (int x = 0; x < order.length; x++) {
      double weight = usesOne[x] + usesTwo[order[x]];
      sum += weight * alike[x][order[x]];
      weights += weight;
    }
    return sum / weights;
  }

  static int[] inOrder(int n) {
    return IntStream.range(0, n).toArray();
  }

  static int[] shuffled(int n, RandomGenerator rng) {
    int[] order = inOrder(n);
    RandomOrder.shuffle(order, rng);
    return order;
  }

  /** The mean over pairs, in order, and over as many shuffles. */
  static double mean(List<Similarity> pairs, RandomGenerator rng) {
    return pairs.stream()
        .mapToDouble(s -> s.mean(shuffled(s.meanings(), rng)))
        .average()
        .orElseThrow();
  }

  static double mean(List<Similarity> pairs) {
    return pairs.stream().mapToDouble(s -> s.mean(inOrder(s.meanings()))).average().orElseThrow();
  }
}
