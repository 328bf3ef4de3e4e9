package murmuration.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import murmuration.concept.InterventionKind;
import murmuration.concept.LearningRule;
import murmuration.concept.image.SoftDiscs;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConceptGeneratorTest {
  private static final ConceptGenerator SHORT =
      ConceptGenerator.of().colour(0.4).steps(40).every(20).samples(8);
  private static final ConceptGeneratorRun RUN = SHORT.run(1);

  @TempDir Path folder;

  private static double[][] numbers(ConceptGeneratorRun run) {
    return run.checkpoints().stream().map(ConceptCheckpoint::numbers).toArray(double[][]::new);
  }

  private static void assertSame(ConceptGeneratorRun expected, ConceptGeneratorRun found) {
    assertArrayEquals(numbers(expected), numbers(found));
    assertEquals(expected.weights(), found.weights());
    assertArrayEquals(expected.evaluator().weights(), found.evaluator().weights());
    assertEquals(expected.study(), found.study());
    assertEquals(expected.provenance(), found.provenance());
  }

  @Test
  void theSameSeedGivesTheSameRunToTheLastDigit() {
    assertSame(RUN, SHORT.run(1));
    assertTrue(!Arrays.deepEquals(numbers(RUN), numbers(SHORT.run(2))));
  }

  @Test
  void aRunThatWasInterruptedGoesOnAsIfItHadNotBeen() throws InterruptedException {
    var study = SHORT.steps(120);
    Path file = folder.resolve("run.checkpoint");
    var ended = new CompletableFuture<Throwable>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    study.run(3, file);
                    ended.complete(new AssertionError("it was not interrupted"));
                  } catch (CancellationException e) {
                    ended.complete(e);
                  }
                });
    while (!Files.exists(file) && thread.isAlive()) {
      Thread.sleep(1);
    }
    thread.interrupt();
    assertTrue(thread.join(Duration.ofSeconds(20)));
    assertTrue(ended.join() instanceof CancellationException, String.valueOf(ended.join()));
    assertTrue(RunFile.read(file).saved().step() < 120);
    var whole = study.run(3);
    assertSame(whole, ConceptGenerator.resume(file));
    assertSame(whole, ConceptGenerator.resume(file));
    assertEquals(120, RunFile.read(file).saved().step());
  }

  @Test
  void aFileOfAnotherStudyIsRefused() {
    Path file = folder.resolve("run.checkpoint");
    SHORT.run(1, file);
    var thrown =
        assertThrows(
            IllegalArgumentException.class, () -> RunFile.read(file).of(SHORT.colour(0.2), 1));
    assertTrue(String.valueOf(thrown.getMessage()).contains("colour separation"));
  }

  @Test
  void theGradientStandsAGarbageCollectionInBetween() {
    try (var training = new DiscTraining(SoftDiscs.of(), 1)) {
      training.draw(0);
      var plain = training.training().gradient(training.loss(), () -> {});
      for (int i = 0; i < 5; i++) {
        assertEquals(
            plain, training.training().gradient(training.loss(), ConceptGeneratorTest::disturb));
      }
    }
  }

  /** Frees what nobody holds, and writes over it. */
  private static void disturb() {
    System.gc();
    for (int i = 0; i < 64; i++) {
      ByteBuffer.allocateDirect(4).putFloat(0, 777);
    }
  }

  @Test
  void theNetworkHas97024Weights() {
    assertEquals(97_024, RUN.weights().count());
  }

  @Test
  void whatTrainingLeavesGivesWhatItsLastCheckpointSaw() {
    var discs = SHORT.discs();
    long noise = Rng.seed(Rng.seed(1, 5), 40);
    var evaluator = RUN.evaluator();
    var found =
        DiscProbe.ways(discs)
            .run(
                RUN.generator(),
                8,
                noise,
                image -> Arrays.stream(evaluator.probabilities(image)).allMatch(p -> p > 0.5));
    assertArrayEquals(RUN.checkpoints().getLast().elicited().shares(), found.shares());
  }

  @Test
  void picturesDoNotDependOnHowManyAreMade() {
    var generator = RUN.generator();
    float[] prompt = SHORT.discs().prompt(0, 1);
    float[][] few = generator.generate(prompt, 3, 7);
    float[][] many = generator.generate(prompt, 1030, 7);
    for (int i = 0; i < few.length; i++) {
      assertArrayEquals(few[i], many[i], 1e-4f);
    }
    assertEquals(1030, many.length);
    assertEquals(SoftDiscs.PIXELS, many[1029].length);
  }

  @Test
  void learnsItsTrainingClassesIn250Steps() {
    var run = ConceptGenerator.of().colour(0.8).steps(250).every(125).samples(32).run(1);
    assertTrue(run.checkpoints().getLast().trained() > 0.9, run.summary());
    assertTrue(run.losses()[1] < run.losses()[0], Arrays.toString(run.losses()));
  }

  @Test
  void curvesAreThoseOfTheCheckpoints() {
    var last = RUN.checkpoints().getLast();
    assertEquals(last.heldOut().joint(), RUN.end("naive", 1));
    assertEquals(last.elicited().naive(), RUN.end("naive", 1));
    assertEquals(last.elicited().best(InterventionKind.LATENT), RUN.hidden().best()[1]);
    assertEquals(RUN.end("latent", 2) - RUN.end("naive", 2), RUN.gap(2), 1e-15);
    assertArrayEquals(last.heldOut().probability(), RUN.trajectory().point(1));
    assertEquals(LearningRule.firstTwo(), RUN.times().rule());
    assertEquals(2, RUN.table().rowCount());
    assertTrue(RUN.summary().lines().count() <= 12);
    assertEquals(2, RUN.chart().panels().size());
  }

  @Test
  void badChoicesAreRefused() {
    var study = ConceptGenerator.of();
    assertThrows(IllegalArgumentException.class, () -> study.steps(1));
    assertThrows(IllegalArgumentException.class, () -> study.every(0));
    assertThrows(IllegalArgumentException.class, () -> study.samples(Integer.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> study.steps(10).every(6).run(1));
    assertThrows(IllegalArgumentException.class, () -> RUN.gap(3));
    assertThrows(IllegalArgumentException.class, () -> RUN.generator().embed(new float[3]));
    assertThrows(IllegalArgumentException.class, () -> RUN.generator().decode(new float[32], 0, 1));
  }
}
