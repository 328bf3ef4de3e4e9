package murmuration.scaling.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.LeastSquares;
import murmuration.math.LogSpaced;
import murmuration.math.Rng;
import murmuration.scaling.FitStatus;
import murmuration.scaling.TrainingRuns;
import org.junit.jupiter.api.Test;

class FormFitTest {
  private static final double[] SIZES = LogSpaced.of(1e6, 1e10, 6);
  private static final double[] DATA = LogSpaced.of(1e8, 1e12, 6);

  /** The grid of {@link #SIZES} by {@link #DATA}, with normal noise in ln L. */
  private static TrainingRuns runs(CoupledLaw law, double noise, long seed) {
    double[] n = new double[36];
    double[] d = new double[36];
    double[] loss = new double[36];
    for (int i = 0; i < 36; i++) {
      n[i] = SIZES[i / 6];
      d[i] = DATA[i % 6];
      loss[i] = law.loss(n[i], d[i]) * Math.exp(noise * Rng.of(seed, i).nextGaussian());
    }
    return TrainingRuns.of(n, d, loss);
  }

  @Test
  void aPowerOfScaleIsTheRegressionOfLogOnLog() {
    double[] x = LogSpaced.of(1e6, 1e9, 12);
    double[] y = new double[12];
    Arrays.setAll(
        y, i -> Kaplan.PARAMETERS.loss(x[i]) * Math.exp(0.01 * Rng.of(1, i).nextGaussian()));
    var fit = PowerOfScale.fit(x, y);
    double[] logX = Arrays.stream(x).map(Math::log).toArray();
    double[] logY = Arrays.stream(y).map(Math::log).toArray();
    LeastSquares line = LeastSquares.line(logX, logY);
    assertEquals(-line.coefficients()[1], fit.law().exponent(), 1e-12);
    assertEquals(line.standardError(1), fit.standardError(1), 1e-9);
    assertEquals(line.rss(), fit.rss(), 1e-12);
    assertEquals(FitStatus.OK, fit.status());
  }

  @Test
  void everyFormFindsItsOwnConstants() {
    double[] x = LogSpaced.of(1e6, 1e10, 8);
    var power = PowerOfScale.fit(x, Arrays.stream(x).map(Kaplan.TOKENS::loss).toArray());
    assertEquals(5.4e13, power.law().scale(), 5.4e13 * 1e-8);
    double[] c = LogSpaced.of(1e-6, 1e3, 8);
    var size =
        OptimalSizeLaw.fit(c, Arrays.stream(c).map(Kaplan.OPTIMAL_SIZE::parameters).toArray());
    assertEquals(0.73, size.law().exponent(), 1e-12);
    assertEquals(1.3e9, size.law().coefficient(), 1);
    var coupled = CoupledLaw.fitWithoutFloor(runs(Kaplan.PARAMETERS_AND_TOKENS, 0, 1));
    assertEquals(6.4e13, coupled.law().parameterScale(), 6.4e13 * 1e-6);
    assertEquals(1.8e13, coupled.law().tokenScale(), 1.8e13 * 1e-6);
    assertEquals(0.103, coupled.law().beta(), 1e-9);
  }

  @Test
  void theLawOfStepsFindsItsOwnConstants() {
    double[] n = new double[36];
    double[] s = new double[36];
    double[] loss = new double[36];
    double[] steps = LogSpaced.of(1e3, 1e6, 6);
    for (int i = 0; i < 36; i++) {
      n[i] = SIZES[i / 6];
      s[i] = steps[i % 6];
      loss[i] = Kaplan.PARAMETERS_AND_STEPS.loss(n[i], s[i]);
    }
    var fit = StepsLaw.fit(n, s, loss);
    assertEquals(0.077, fit.law().size().exponent(), 1e-9);
    assertEquals(0.76, fit.law().steps().exponent(), 1e-8);
    assertEquals(6.5e13, fit.law().size().scale(), 6.5e13 * 1e-6);
    assertEquals(2.1e3, fit.law().steps().scale(), 1e-3);
  }

  @Test
  void aCoupledLawWithAFloorIsFound() {
    CoupledLaw truth = new CoupledLaw(Math.log(300), Math.log(900), 1.7, 0.35, 0.3);
    var fit = CoupledLaw.fit(runs(truth, 0, 1));
    assertEquals(1.7, fit.law().irreducible(), 1e-8);
    assertEquals(0.35, fit.law().alpha(), 1e-8);
    assertEquals(0.3, fit.law().beta(), 1e-8);
    assertEquals(Math.log(900), fit.law().logB(), 1e-6);
  }

  @Test
  void theIntervalsOfACoupledLawCoverTheTruth() {
    CoupledLaw truth = new CoupledLaw(Math.log(300), Math.log(900), 1.7, 0.35, 0.3);
    int covered = 0;
    for (int t = 0; t < 200; t++) {
      double[] beta = CoupledLaw.fit(runs(truth, 0.005, 50 + t)).interval(3, 0.95);
      covered += beta[0] <= 0.3 && 0.3 <= beta[1] ? 1 : 0;
    }
    // binomial sd of 190: 3.1; four of these
    assertEquals(190, covered, 13);
  }

  @Test
  void aFloorThatIsNotThereEndsOnItsBound() {
    CoupledLaw truth = new CoupledLaw(Math.log(300), Math.log(900), 0, 0.35, 0.3);
    // noise of this seed bends the losses so that E would be negative
    FormFit<CoupledLaw> fit = CoupledLaw.fit(runs(truth, 0.05, 3));
    long seed = 3;
    while (fit.status() == FitStatus.OK) {
      fit = CoupledLaw.fit(runs(truth, 0.05, ++seed));
    }
    assertEquals(FitStatus.BOUNDARY, fit.status());
    assertEquals(0, fit.law().irreducible(), 0);
    assertTrue(Double.isNaN(fit.standardError(0)));
    assertTrue(fit.summary().contains("BOUNDARY"));
  }

  @Test
  void theValueOfRepeatedDataIsFound() {
    DataConstrainedLaw truth = DataConstrainedLaw.MUENNIGHOFF;
    double[] n = new double[60];
    double[] d = new double[60];
    double[] unique = new double[60];
    double[] loss = new double[60];
    for (int i = 0; i < 60; i++) {
      n[i] = new double[] {1e8, 4e8, 1e9}[i % 3];
      unique[i] = new double[] {1e8, 1e9}[i / 3 % 2];
      d[i] = unique[i] * (1 << (i / 6));
      loss[i] = truth.loss(n[i], d[i], unique[i]);
    }
    var fit = DataConstrainedLaw.fit(truth.base(), TrainingRuns.of(n, d, loss), unique);
    assertEquals(15.387756, fit.law().repeatedTokens(), 1e-6);
    assertEquals(5.309743, fit.law().repeatedParameters(), 1e-6);
    assertEquals(FitStatus.OK, fit.status());
  }

  @Test
  void withoutRepetitionsTheirValueIsNotDetermined() {
    DataConstrainedLaw truth = DataConstrainedLaw.MUENNIGHOFF;
    double[] n = {1e8, 2e8, 3e8, 4e8, 5e8};
    double[] d = {1e10, 2e10, 3e10, 4e10, 5e10};
    double[] loss = IntStream.range(0, 5).mapToDouble(i -> truth.loss(n[i], d[i], d[i])).toArray();
    var fit = DataConstrainedLaw.fit(truth.base(), TrainingRuns.of(n, d, loss), d);
    assertEquals(FitStatus.SINGULAR, fit.status());
    assertTrue(Double.isNaN(fit.standardError(0)));
  }

  @Test
  void theErrorOfTasksFindsItsOwnConstants() {
    DownstreamError truth = new DownstreamError(0.85, 2.1, 0.7);
    double[] loss = {2, 2.3, 2.6, 3, 3.5, 4, 5};
    var fit = DownstreamError.fit(loss, Arrays.stream(loss).map(truth::error).toArray());
    assertEquals(0.85, fit.law().ceiling(), 1e-9);
    assertEquals(2.1, fit.law().gain(), 1e-8);
    assertEquals(0.7, fit.law().rate(), 1e-9);
  }

  @Test
  void tooFewPointsAreRefusedByNumber() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> DownstreamError.fit(new double[] {1, 2, 3}, new double[] {0.1, 0.2, 0.3}));
    assertTrue(String.valueOf(refused.getMessage()).contains("at least 4 points, got 3"));
  }

  @Test
  void oneLossSaysNothingOfTheErrorOfTasks() {
    double[] same = {2, 2, 2, 2, 2};
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> DownstreamError.fit(same, new double[] {0.1, 0.2, 0.3, 0.4, 0.5}));
    assertTrue(String.valueOf(refused.getMessage()).contains("points that vary"));
  }

  @Test
  void aWeightOfTwoIsARunTwice() {
    CoupledLaw truth = new CoupledLaw(Math.log(300), Math.log(900), 1.7, 0.35, 0.3);
    TrainingRuns runs = runs(truth, 0.005, 4);
    double[] weights = runs.weights();
    weights[5] = 2;
    int[] rows = IntStream.concat(IntStream.of(5), IntStream.range(0, 36)).toArray();
    var weighted = CoupledLaw.fit(runs.weighted(weights));
    var repeated = CoupledLaw.fit(runs.rows(rows));
    assertEquals(repeated.law().beta(), weighted.law().beta(), 1e-7);
    assertEquals(repeated.standardError(3), weighted.standardError(3), 1e-7);
    assertEquals(37, weighted.n());
  }
}
