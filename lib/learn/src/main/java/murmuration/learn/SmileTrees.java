package murmuration.learn;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import murmuration.math.Rng;
import smile.classification.GradientTreeBoost;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.data.vector.ValueVector;
import smile.math.MathEx;
import smile.model.cart.DecisionNode;
import smile.model.cart.InternalNode;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;
import smile.model.cart.SplitRule;

/**
 * Grows trees with Smile and copies them. Smile draws from generators that belong to threads, so it
 * works in a pool of one thread, whose generator is seeded first: then a seed gives the same trees
 * bit for bit.
 */
final class SmileTrees {
  private static final int TREES = 200;
  private static final int FOREST_LEAVES = 64;
  private static final int ROUNDS = 400;
  private static final int BOOSTING_LEAVES = 8;
  private static final int DEEPEST = 20;
  private static final int SMALLEST_LEAF = 5;
  private static final double SHRINKAGE = 0.05;
  private static final double SHARE = 0.7;
  private static final String CLASS = "approaching";

  private SmileTrees() {}

  static Weights grow(Learner learner, TrainingSet set, long seed) {
    var data = frame(set.features(), set.approaching());
    boolean boosted = learner == Learner.GRADIENT_BOOSTING;
    var trees = onOneThread(() -> boosted ? boosting(data, seed) : forest(data, seed));
    double offset = boosted ? offset(set.approaching()) : 0;
    return new Weights(learner, trees, offset, set.size(), set.seed(), seed);
  }

  private static <T> T onOneThread(Supplier<T> work) {
    try (var pool = new ForkJoinPool(1)) {
      return pool.submit(work::get).join();
    }
  }

  private static DataFrame frame(double[][] features, boolean[] approaching) {
    var columns =
        IntStream.range(0, SignalFeatures.NAMES.size())
            .mapToObj(
                j ->
                    ValueVector.of(
                        SignalFeatures.NAMES.get(j),
                        Arrays.stream(features).mapToDouble(row -> row[j]).toArray()));
    int[] classes =
        IntStream.range(0, approaching.length).map(i -> approaching[i] ? 1 : 0).toArray();
    return new DataFrame(
        Stream.concat(columns, Stream.of(ValueVector.of(CLASS, classes)))
            .toArray(ValueVector[]::new));
  }

  private static TreeEnsemble forest(DataFrame data, long seed) {
    // Smile leaves the generator alone for a seed below 2.
    long[] seeds = LongStream.range(0, TREES).map(i -> 2 + (Rng.seed(seed, i) >>> 2)).toArray();
    var options =
        new RandomForest.Options(
            TREES, 0, SplitRule.GINI, DEEPEST, FOREST_LEAVES, SMALLEST_LEAF, 1, null, seeds, null);
    var forest = RandomForest.fit(Formula.lhs(CLASS), data, options);
    var builder = new TreeEnsemble.Builder();
    var probe = new Probe(data);
    for (var tree : forest.trees()) {
      builder.tree();
      copy(tree.root(), probe, builder, leaf -> share((DecisionNode) leaf) / TREES);
    }
    return builder.build();
  }

  private static double share(DecisionNode leaf) {
    return leaf.posteriori(new double[2])[1];
  }

  private static TreeEnsemble boosting(DataFrame data, long seed) {
    MathEx.setSeed(seed);
    var options =
        new GradientTreeBoost.Options(
            ROUNDS, DEEPEST, BOOSTING_LEAVES, SMALLEST_LEAF, SHRINKAGE, SHARE, null, null);
    var boosted = GradientTreeBoost.fit(Formula.lhs(CLASS), data, options);
    var builder = new TreeEnsemble.Builder();
    var probe = new Probe(data);
    for (var tree : boosted.trees()[0]) {
      builder.tree();
      copy(tree.root(), probe, builder, leaf -> SHRINKAGE * ((RegressionNode) leaf).output());
    }
    return builder.build();
  }

  /** Where boosting begins: half of the log-odds of the classes. */
  private static double offset(boolean[] approaching) {
    double yes = 0;
    for (boolean one : approaching) {
      yes += one ? 1 : 0;
    }
    return Math.log(yes / (approaching.length - yes)) / 2;
  }

  private static void copy(
      Node node, Probe probe, TreeEnsemble.Builder builder, ToDoubleFunction<LeafNode> value) {
    switch (node) {
      case InternalNode inner -> {
        builder.inner(inner.feature(), probe.threshold(inner));
        copy(inner.trueChild(), probe, builder, value);
        copy(inner.falseChild(), probe, builder, value);
      }
      case LeafNode leaf -> builder.leaf((float) value.applyAsDouble(leaf));
      default -> throw new IllegalStateException("a node of " + node.getClass());
    }
  }

  /**
   * A record with one value for every feature. Smile keeps the threshold of a node to itself, but
   * answers which way a record goes: the largest float that goes left decides as the threshold
   * does, for features that are floats.
   */
  private static final class Probe implements Tuple {
    private static final long serialVersionUID = 1;

    private final transient StructType schema;
    private double value;

    Probe(DataFrame data) {
      schema = data.schema();
    }

    @Override
    public StructType schema() {
      return schema;
    }

    @Override
    public Object get(int i) {
      return value;
    }

    @Override
    public double getDouble(int i) {
      return value;
    }

    /** Bisection over the floats in their order. */
    float threshold(InternalNode node) {
      int low = order(-Float.MAX_VALUE);
      int high = order(Float.MAX_VALUE);
      while (high - (long) low > 1) {
        int middle = (int) ((low + (long) high) >> 1);
        value = Float.intBitsToFloat(order(middle));
        if (node.branch(this)) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return Float.intBitsToFloat(order(low));
    }

    private static int order(float f) {
      return order(Float.floatToIntBits(f));
    }

    /** Bits of a float to its rank among floats, and back. */
    private static int order(int bits) {
      return bits < 0 ? bits ^ 0x7fffffff : bits;
    }
  }
}
