package murmuration.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.detection.Roc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.ValueVector;
import smile.math.MathEx;

class LearnedDetectorTest {
  private static final TrainingSet SMALL = TrainingSet.draw(400, 5);

  private static final TrainingSet FEW = TrainingSet.draw(60, 6);

  @TempDir Path folder;

  @Test
  void learningAgainGivesTheSameTrees() {
    for (var learner : Learner.values()) {
      var one = LearnedDetector.train(FEW, learner, 3);
      assertEquals(one.sha256(), LearnedDetector.train(FEW, learner, 3).sha256());
      assertNotEquals(one.sha256(), LearnedDetector.train(FEW, learner, 4).sha256());
    }
  }

  @Test
  void drawingAgainGivesTheSameRuns() {
    var again = TrainingSet.draw(400, 5);
    assertEquals(SMALL.kinds(), again.kinds());
    assertArrayEquals(SMALL.features()[17], again.features()[17]);
  }

  @Test
  void theTreesDecideAsSmileDoes() {
    int p = SignalFeatures.NAMES.size();
    double[][] x = SMALL.features();
    var columns = new ValueVector[p + 1];
    for (int j = 0; j < p; j++) {
      int column = j;
      columns[j] =
          ValueVector.of("f" + j, Arrays.stream(x).mapToDouble(row -> row[column]).toArray());
    }
    boolean[] yes = SMALL.approaching();
    columns[p] =
        ValueVector.of("y", IntStream.range(0, yes.length).map(i -> yes[i] ? 1 : 0).toArray());
    var data = new DataFrame(columns);
    MathEx.setSeed(3);
    var smile =
        GradientTreeBoost.fit(
            Formula.lhs("y"),
            data,
            new GradientTreeBoost.Options(400, 20, 8, 5, 0.05, 0.7, null, null));
    var ours = LearnedDetector.train(SMALL, Learner.GRADIENT_BOOSTING, 3);
    double[] posterior = new double[2];
    for (int i = 0; i < 100; i++) {
      smile.predict(data.get(i), posterior);
      assertEquals(posterior[1], ours.ofFeatures(x[i]), 1e-6);
    }
  }

  @Test
  void unequalClassesBeginAtTheirOdds() {
    boolean[] yes = SMALL.approaching();
    int[] kept = IntStream.range(0, SMALL.size()).filter(i -> yes[i] || i % 12 == 0).toArray();
    boolean[] labels = new boolean[kept.length];
    IntStream.range(0, kept.length).forEach(i -> labels[i] = yes[kept[i]]);
    double[][] x = SMALL.features();
    var set =
        new TrainingSet(
            Arrays.stream(kept).mapToObj(i -> x[i]).toArray(double[][]::new),
            labels,
            Arrays.stream(kept).mapToObj(SMALL.kinds()::get).toList(),
            5);
    var detector = LearnedDetector.train(set, Learner.GRADIENT_BOOSTING, 1);
    double mean =
        Arrays.stream(set.features()).mapToDouble(detector::ofFeatures).average().orElse(0);
    double share = IntStream.range(0, labels.length).filter(i -> labels[i]).count();
    assertEquals(share / labels.length, mean, 0.03);
  }

  @Test
  void evenAFewRunsTeachSomething() {
    var fresh = TrainingSet.draw(200, 7);
    for (var learner : Learner.values()) {
      var detector = LearnedDetector.train(SMALL, learner, 1);
      assertTrue(auc(detector, fresh) > 0.7, () -> learner + " " + auc(detector, fresh));
    }
  }

  private static double auc(LearnedDetector detector, TrainingSet set) {
    double[] score = Arrays.stream(set.features()).mapToDouble(detector::ofFeatures).toArray();
    boolean[] yes = set.approaching();
    int[] labels = IntStream.range(0, yes.length).map(i -> yes[i] ? 1 : 0).toArray();
    return Roc.ofLabels(labels, score).auc();
  }

  @Test
  void whatIsSavedIsReadAgain() throws IOException {
    for (var learner : Learner.values()) {
      var detector = LearnedDetector.train(FEW, learner, 2);
      Path file = folder.resolve("trees");
      detector.save(file);
      assertTrue(Files.size(file) < 500_000, "it is small");
      var read = LearnedDetector.read(file);
      assertEquals(detector.sha256(), read.sha256());
      assertEquals(detector.toString(), read.toString());
      double[] x = SMALL.features()[3];
      assertEquals(detector.ofFeatures(x), read.ofFeatures(x));
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 500));
      assertThrows(IllegalArgumentException.class, () -> LearnedDetector.read(file));
    }
    Path other = Files.writeString(folder.resolve("other"), "no detector at all");
    for (Path wrong : List.of(other, folder.resolve("absent"), folder)) {
      assertThrows(IllegalArgumentException.class, () -> LearnedDetector.read(wrong));
    }
  }

  @Test
  void theShippedDetectorsFindSlowingDownAndKeepQuietOnNoise() {
    for (var detector : List.of(LearnedDetector.forest(), LearnedDetector.boosting())) {
      var random = Rng.of(8);
      double[] x = new double[600];
      for (int i = 1; i < x.length; i++) {
        x[i] = 0.95 * i / x.length * x[i - 1] + random.nextGaussian();
      }
      var test = detector.test(TimeSeries.of(x), 99, 1);
      assertTrue(test.pRight() <= 0.02, test::summary);
      assertEquals(test.pRight(), detector.p(x, 99, 1));
      var quiet = detector.test(NoiseKind.AR1_HALF.draw(600, Rng.of(9)), 99, 1);
      assertTrue(quiet.pRight() > 0.05, quiet::summary);
      assertEquals(SignalFeatures.NAMES.size(), detector.use().rowCount());
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    var forest = LearnedDetector.forest();
    List<Runnable> calls =
        List.of(
            () -> forest.score(new double[5]),
            () -> forest.score((double[]) null),
            () -> forest.score((TimeSeries) null),
            () -> forest.score((SignalFeatures) null),
            () -> forest.test(new double[200], 19, 1),
            () -> forest.test(NoiseKind.WHITE.draw(200, Rng.of(1)), 0, 1),
            () -> forest.test((TimeSeries) null, 19, 1),
            () -> LearnedDetector.train(null, Learner.RANDOM_FOREST, 1),
            () -> LearnedDetector.train(SMALL, null, 1),
            () -> LearnedDetector.read(null),
            () -> forest.save(null),
            () -> forest.save(folder),
            () -> TrainingSet.draw(3, 1),
            () -> TrainingSet.draw(Integer.MAX_VALUE, 1),
            () -> new TrainingSet(null, null, null, 1),
            () -> new TrainingSet(new double[3][2], new boolean[3], List.of("a", "b", "c"), 1),
            () -> SieveNull.fit(new double[30]),
            () -> SieveNull.fit(null),
            () -> NoiseKind.PINK.draw(0, Rng.of(1)),
            () -> NoiseKind.PINK.draw(10, null),
            () -> UnseenModel.RICKER_FOLD.draw(1, true, Rng.of(1)),
            () -> UnseenModel.RICKER_FOLD.draw(100, true, null),
            () -> FalseAlarms.of(null, 2, 100, 19, 1),
            () -> FalseAlarms.of(forest, 0, 100, 19, 1),
            () -> FalseAlarms.of(forest, 2, 10, 19, 1),
            () -> FalseAlarms.of(forest, 2, 100, 2, 1),
            () -> new FalseAlarms("d", 100, 19, null, null, 1));
    for (var call : calls) {
      var e = assertThrows(IllegalArgumentException.class, call::run);
      assertTrue(String.valueOf(e.getMessage()).length() > 12, String.valueOf(e.getMessage()));
    }
  }
}
