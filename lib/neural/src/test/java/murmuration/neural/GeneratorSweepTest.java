package murmuration.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.concept.ConceptStudy;
import murmuration.concept.Intervention;
import murmuration.concept.image.ConceptReading;
import murmuration.concept.image.PixelEvaluator;
import murmuration.concept.image.SoftDiscs;
import murmuration.data.Provenance;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorSweepTest {
  private static final ConceptGenerator SHORT = ConceptGenerator.of().steps(10).every(5).samples(4);

  @TempDir Path folder;

  @Test
  void aSweepIsItsRuns() {
    var sweep = GeneratorSweep.of(SHORT).colours(0.2, 0.4).seeds(1, 5).run();
    assertEquals(SHORT.colour(0.4).run(5).weights(), sweep.runs(1).get(1).weights());
    assertEquals(8, sweep.checkpoints().rowCount());
    assertTrue(sweep.summary().lines().count() <= 12);
  }

  @Test
  void aKeptSweepGoesOnWhereItStopped() throws IOException {
    var study = GeneratorSweep.of(SHORT).sizes(0.2, 0.4).seeds(1, 2);
    var whole = study.run();
    study.keepIn(folder).run();
    Path lost = folder.resolve("size-0.4-seed-1.checkpoint");
    Files.delete(lost);
    Path kept = folder.resolve("size-0.2-seed-2.checkpoint");
    byte[] before = Files.readAllBytes(kept);
    var again = study.keepIn(folder).run();
    assertArrayEquals(before, Files.readAllBytes(kept));
    assertTrue(Files.exists(lost));
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertEquals(whole.runs(i).get(j).weights(), again.runs(i).get(j).weights());
      }
    }
  }

  /** A run whose colour and size are learned from given steps on, of 10 checkpoints to step 100. */
  private static ConceptGeneratorRun learned(ConceptGenerator study, int colour, int size) {
    List<Intervention> ways = DiscProbe.ways(study.discs()).ways();
    var checkpoints =
        IntStream.rangeClosed(1, 10)
            .mapToObj(
                i -> {
                  double c = 10 * i >= colour ? 1 : 0;
                  double s = 10 * i >= size ? 1 : 0;
                  var reading =
                      new ConceptReading(new double[] {c, s}, new double[] {c, s}, c * s, 4);
                  double[] shares = new double[ways.size()];
                  shares[0] = c * s;
                  shares[4] = 1;
                  return new ConceptCheckpoint(
                      10L * i,
                      1,
                      List.of(reading, reading, reading, reading),
                      DiscProbe.elicitation(
                          ways.stream().map(Intervention::name).toList(),
                          ways.stream().map(Intervention::kind).toList(),
                          shares,
                          4,
                          1));
                })
            .toList();
    var evaluator =
        new PixelEvaluator(
            new double[2][SoftDiscs.PIXELS + 1],
            new double[] {1, 1},
            new double[] {1, 1},
            0,
            Provenance.of(Map.of()));
    var weights = new ModelWeights(Map.of("w", Tensor.zeros(1)));
    return new ConceptGeneratorRun(
        study, checkpoints, evaluator, weights, Provenance.of(Map.of()).seed(1));
  }

  private static final GeneratorSweepRun KNOWN = known();

  private static GeneratorSweepRun known() {
    var study = ConceptGenerator.of().steps(100).every(10);
    var sweep = GeneratorSweep.of(study).colours(0.2, 0.4, 0.6).seeds(1, 2);
    return new GeneratorSweepRun(
        sweep,
        List.of(
            List.of(learned(study, 80, 10), learned(study, 200, 10)),
            List.of(learned(study, 40, 20), learned(study, 20, 20)),
            List.of(learned(study, 10, 20), learned(study, 10, 40))));
  }

  @Test
  void aRunThatNeverGetsThereCountsAsAllSteps() {
    assertArrayEquals(new double[] {80, Double.NaN}, KNOWN.times("colour")[0]);
    assertArrayEquals(new double[] {90, 30, 10}, KNOWN.meanTimes("colour"));
  }

  @Test
  void theOrderTurnsWhereMeanTimesAreEqual() {
    // Colour less size: 80, 10, -20.
    assertEquals(0.4 + 0.2 / 3, KNOWN.crossing("colour", "size").crossing(), 1e-12);
    assertEquals(5, KNOWN.trend("colour").learned());
    assertTrue(KNOWN.trend("colour").rho() < -0.8);
  }

  @Test
  void whatWasRecordedCanBeStudied() {
    var report =
        ConceptStudy.of(KNOWN.runs(1).stream().map(ConceptGeneratorRun::recorded).toList()).run();
    assertEquals(2, report.times("colour").length);
  }

  @Test
  void gapsAreLatentLessNaiveOverTheLastSixCheckpoints() {
    // Naive is 1 for steps 80, 90, 100 of the first run and never of the second.
    assertEquals(0.75, KNOWN.gaps().getFirst().mean(), 1e-15);
    assertEquals(2, KNOWN.gaps().getFirst().n());
  }

  @Test
  void theTableHasSeedsSideBySide() {
    assertEquals("80,-", KNOWN.table().getString(0, "T colour"));
    assertEquals(3, KNOWN.table().rowCount());
    assertEquals(2, KNOWN.chart().panels().size());
    assertFalse(KNOWN.summary().contains("NaN"));
  }

  @Test
  void pathsAreMeansOverSeeds() {
    assertEquals(0.5, KNOWN.meanTrajectory(0).value(9, 0), 1e-15);
    assertEquals(1, KNOWN.meanAccuracies(0).concept("size")[9], 1e-15);
  }

  @Test
  void badChoicesAreRefused() {
    var study = GeneratorSweep.of(SHORT);
    assertThrows(IllegalArgumentException.class, () -> study.colours(0.2, 0.1));
    assertThrows(IllegalArgumentException.class, () -> study.colours(0.2, 2));
    assertThrows(IllegalArgumentException.class, () -> study.seeds(1, 1));
    assertThrows(IllegalArgumentException.class, () -> study.seeds(new long[0]));
    assertThrows(IllegalArgumentException.class, () -> KNOWN.runs(3));
  }
}
