package murmuration.learn;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import murmuration.warning.detection.Roc;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A detector of approaching bifurcations that learned from simulations: from the {@link
 * SignalFeatures} of a record to a score from 0 to 1, high where records before a bifurcation in
 * its {@link TrainingSet} look alike.
 *
 * <pre>{@code
 * var forest = LearnedDetector.forest();                       // as shipped
 * SurrogateTest test = forest.test(series, 199, 1);            // score, and how often chance does it
 * var own = LearnedDetector.train(TrainingSet.draw(2000, 1), Learner.RANDOM_FOREST, 1);
 * }</pre>
 *
 * <p>The score is <strong>not</strong> a probability for a record at hand: half of the training
 * runs approached a bifurcation, and one threshold gives different false alarms on noise of
 * different kinds. {@link #test} compares it with surrogates of the record itself; its p is what
 * the false alarms of {@link FalseAlarms} are counted with.
 *
 * <p>The classifier card (docs/classifier-card.md) tells what the shipped detectors learned from,
 * what they find and where they fail.
 */
public final class LearnedDetector {
  private final Weights weights;

  LearnedDetector(Weights weights) {
    this.weights = weights;
  }

  /** The random forest that is shipped. */
  public static LearnedDetector forest() {
    return new LearnedDetector(Weights.shipped(Learner.RANDOM_FOREST));
  }

  /** The boosted trees that are shipped. */
  public static LearnedDetector boosting() {
    return new LearnedDetector(Weights.shipped(Learner.GRADIENT_BOOSTING));
  }

  /**
   * Learns, on one thread: the same trees bit for bit for a seed.
   *
   * @param set what to learn from
   * @param learner how
   * @param seed seed of the random numbers
   */
  public static LearnedDetector train(TrainingSet set, Learner learner, long seed) {
    Arguments.present("set", set);
    Arguments.present("learner", learner);
    return new LearnedDetector(SmileTrees.grow(learner, set, seed));
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws IllegalArgumentException for a file that is not there, is none of these, or was made
   *     for other features
   */
  public static LearnedDetector read(Path file) {
    return new LearnedDetector(Weights.read(Arguments.present("file", file)));
  }

  /** Writes the trees and where they come from, five bytes a node. */
  public void save(Path file) {
    weights.write(Arguments.present("file", file));
  }

  /** How it learned. */
  public Learner learner() {
    return weights.learner();
  }

  /** SHA-256 of what {@link #save} writes: two detectors of one hash are the same. */
  public String sha256() {
    return weights.sha256();
  }

  /**
   * The score of a record that was cut at or before the transition.
   *
   * @param x as {@link SignalFeatures#of(double[])} wants it
   * @return from 0 to 1
   */
  public double score(double[] x) {
    return score(SignalFeatures.of(x));
  }

  /** The score of a series. */
  public double score(TimeSeries series) {
    return score(SignalFeatures.of(series));
  }

  /** The score of features. */
  public double score(SignalFeatures features) {
    return ofFeatures(Arguments.present("features", features).values());
  }

  /** The scores of the runs of a set, in its order. */
  public double[] scores(TrainingSet set) {
    return Arrays.stream(Arguments.present("set", set).features())
        .mapToDouble(this::ofFeatures)
        .toArray();
  }

  /** How well it tells the runs of a set apart, which should not be those it learned from. */
  public Roc roc(TrainingSet fresh) {
    double[] scores = scores(fresh);
    boolean[] yes = fresh.approaching();
    int[] labels = IntStream.range(0, yes.length).map(i -> yes[i] ? 1 : 0).toArray();
    return Roc.ofLabels(labels, scores).name(learner().toString());
  }

  double ofFeatures(double[] features) {
    return weights.score(features);
  }

  /**
   * The score of a record beside those of surrogates that have its memory and its tails but no
   * trend in either ({@link SieveNull}, fitted to the detrended record; surrogates stand for the
   * detrended record and are not detrended again). An alarm is {@code pRight} at or below the rate
   * of false alarms that one allows.
   *
   * @param series a record that was cut at or before the transition
   * @param surrogates how many, at least 19 for a p of 0.05
   * @param seed seed of the random numbers
   */
  public SurrogateTest test(TimeSeries series, int surrogates, long seed) {
    return test(SignalFeatures.measured(series), surrogates, seed);
  }

  /** The same of values at equal steps. */
  public SurrogateTest test(double[] x, int surrogates, long seed) {
    SignalFeatures.check(x);
    var meter = FeatureMeter.of(x.length);
    double[] residual = meter.residual(x);
    var source = new Surrogates.Source(SieveNull.fit(residual), surrogates, seed);
    return SurrogateTest.of(
            List.of("score of the " + learner()),
            new double[] {ofFeatures(meter.ofResidual(residual))},
            surrogate -> new double[] {ofFeatures(meter.ofResidual(surrogate))},
            source)
        .getFirst();
  }

  /** The p of {@link #test}, on the thread of the caller. */
  double p(double[] x, int surrogates, long seed) {
    var meter = FeatureMeter.of(x.length);
    double[] residual = meter.residual(x);
    double observed = ofFeatures(meter.ofResidual(residual));
    var source = new Surrogates.Source(SieveNull.fit(residual), surrogates, seed);
    long as =
        IntStream.range(0, surrogates)
            .filter(i -> ofFeatures(meter.ofResidual(source.next(i))) >= observed)
            .count();
    return (1.0 + as) / (surrogates + 1.0);
  }

  /** How often its trees ask for each feature, the most asked first. */
  public Table use() {
    double[] share = weights.trees().use(SignalFeatures.NAMES.size());
    var order =
        IntStream.range(0, share.length)
            .boxed()
            .sorted((a, b) -> Double.compare(share[b], share[a]))
            .toList();
    return Table.create(
        "questions of the " + learner(),
        StringColumn.create("feature", order.stream().map(SignalFeatures.NAMES::get)),
        DoubleColumn.create("share", order.stream().mapToDouble(i -> share[i]).toArray()));
  }

  /** What it is and what it learned from, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s of %d trees and %d nodes, from %d runs (seed %d, trees seed %d)",
        learner(),
        weights.trees().trees(),
        weights.trees().nodes(),
        weights.runs(),
        weights.setSeed(),
        weights.seed());
  }
}
