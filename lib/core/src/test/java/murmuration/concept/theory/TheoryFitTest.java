package murmuration.concept.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class TheoryFitTest {
  private static final double[] STEPS =
      IntStream.rangeClosed(0, 50).mapToDouble(i -> 40 * i).toArray();

  @Test
  void aRiseIsFoundExactlyWithoutNoise() {
    var truth = new LogisticRise(0.01, 700);
    var fit = LogisticRise.fit(STEPS, truth.curve(STEPS));
    assertEquals(0.01, fit.model().rate(), 1e-9);
    assertEquals(700, fit.model().time(), 1e-5);
    assertEquals(1, fit.rSquared(), 1e-12);
  }

  /** 400 noisy rises: hits are Binomial(400, 0.95); outside 361 to 395 once in 2,000 runs. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    var truth = new LogisticRise(0.008, 900);
    int hits = 0;
    for (int run = 0; run < 400; run++) {
      var random = Rng.of(7, run);
      double[] z =
          Arrays.stream(truth.curve(STEPS)).map(v -> v + 0.03 * random.nextGaussian()).toArray();
      var time = LogisticRise.fit(STEPS, z).quantities().rows().get(1);
      hits += time.low() <= 900 && 900 <= time.high() ? 1 : 0;
    }
    assertTrue(hits >= 361 && hits <= 395, "held in " + hits + " of 400");
  }

  @Test
  void aFallBeforeTheRiseIsFound() {
    var truth = new ToyConcept(0.5, 0.1, new LogisticRise(0.02, 300), new LogisticRise(0.01, 1200));
    var fit = ToyConcept.fit(STEPS, truth.curve(STEPS));
    assertEquals(0.1, fit.model().low(), 1e-6);
    assertEquals(300, fit.model().fall().time(), 1e-2);
    assertEquals(1200, fit.model().rise().time(), 1e-2);
    assertTrue(
        fit.criteria().aicc() < LogisticRise.fit(STEPS, truth.curve(STEPS)).criteria().aicc());
  }

  @Test
  void floorsAndCeilingsOfAnEvaluatorAreFound() {
    double[] rise = new LogisticRise(0.01, 700).curve(STEPS);
    double[] z = Arrays.stream(rise).map(v -> 0.2 + 0.7 * v).toArray();
    var fit = LogisticRise.fit(STEPS, z, FitEnds.BOTH);
    assertEquals(700, fit.model().time(), 1e-4);
    assertEquals(0.9, fit.quantities().rows().get(2).value(), 1e-8);
    assertEquals(0.2, fit.quantities().rows().get(3).value(), 1e-8);
    var half =
        SaxeMode.fit(STEPS, Arrays.stream(rise).map(v -> 0.5 * v).toArray(), 100, FitEnds.CEILING);
    assertEquals(0.5, half.model().strength(), 1e-6);
    assertEquals(700, half.model().halfTime(), 1e-2);
  }

  @Test
  void whatTheCurveDoesNotDetermineHasNoNarrowInterval() {
    var random = Rng.of(11);
    double[] jump =
        Arrays.stream(STEPS)
            .map(t -> (t < 1000 ? 0.2 : 0.9) + 0.02 * random.nextGaussian())
            .toArray();
    var rate = LogisticRise.fit(STEPS, jump, FitEnds.BOTH).quantities().rows().getFirst();
    assertTrue(Double.isNaN(rate.low()) || rate.high() > 10 * rate.low(), rate.toString());
  }

  @Test
  void signalsAndCouplingOfTwoConceptsAreFound() {
    double[] steps = IntStream.rangeClosed(0, 40).mapToDouble(i -> 10 * i).toArray();
    var truth = new CoupledConcepts(new double[] {1, 2}, 0.01, 0.2, 0.02);
    var fit = CoupledConcepts.fit(steps, truth.at(steps), 0.02);
    assertEquals(1, fit.model().mu()[0], 1e-4);
    assertEquals(2, fit.model().mu()[1], 1e-4);
    assertEquals(0.01, fit.model().start(), 1e-5);
    assertEquals(0.2, fit.model().coupling(), 1e-3);
  }

  @Test
  void theUnitOfTimeDoesNotMatter() {
    var random = Rng.of(3);
    double[] z =
        Arrays.stream(new LogisticRise(0.008, 900).curve(STEPS))
            .map(v -> v + 0.02 * random.nextGaussian())
            .toArray();
    var fit = LogisticRise.fit(STEPS, z).model();
    var other = LogisticRise.fit(Arrays.stream(STEPS).map(t -> 1e-3 * t).toArray(), z).model();
    assertEquals(fit.rate(), 1e-3 * other.rate(), 1e-9);
    assertEquals(fit.time(), 1e3 * other.time(), 1e-4);
  }

  @Test
  void aCurveThatNeverChangesIsRefused() {
    double[] flat = new double[STEPS.length];
    assertThrows(IllegalArgumentException.class, () -> LogisticRise.fit(STEPS, flat));
    double[] two = {0, 1};
    assertThrows(IllegalArgumentException.class, () -> LogisticRise.fit(two, two));
    double[] hole = STEPS.clone();
    hole[3] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> LogisticRise.fit(STEPS, hole));
  }

  @Test
  void theSummaryReadsAsAReport() {
    var fit = LogisticRise.fit(STEPS, new LogisticRise(0.01, 700).curve(STEPS));
    assertTrue(
        fit.summary()
            .startsWith("logistic rise: 1 curve at 51 steps\nrate k (per step): 0.01000 ["));
    assertTrue(fit.summary().lines().count() <= 12);
    assertEquals(4, fit.table().rowCount());
    assertEquals(1, fit.chart().panels().size());
  }
}
