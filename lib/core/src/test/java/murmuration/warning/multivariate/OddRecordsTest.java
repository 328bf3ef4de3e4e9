package murmuration.warning.multivariate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

/** Every routine on every odd record: a refusal in words, or a result that can be read. */
class OddRecordsTest {
  private static final List<Function<MultivariateSeries, Charted>> ROUTINES =
      List.of(
          s -> MultivariateWarning.of(s).against(MultivariateSurrogates.var1(5)).run(),
          s -> MultivariateWarning.of(s).against(MultivariateSurrogates.jointPhases(5)).run(),
          s ->
              MultivariateWarning.of(s)
                  .window(Window.points(5).nan(Window.Missing.OMIT))
                  .against(MultivariateSurrogates.independentPhases(5))
                  .run(),
          s -> MultivariateRolling.of(s, Window.points(3), MultivariateIndicators.MULTI_AR),
          MaxAutocorrelationFactors::of,
          s -> RollingCovariance.of(s, Window.fraction(0.5)),
          s -> VarJacobian.of(s, Window.points(4)),
          s -> StabilityExponent.multiAr(s, Window.fraction(0.5)),
          s -> DegenerateFingerprint.of(s, Window.fraction(0.5)),
          SMapJacobian::of,
          s -> SMapJacobian.of(s, 1000));

  private static Stream<MultivariateSeries> records() {
    double[][] x = VarProcess.along(1, 1, 0).simulate(30, i -> 0.5, 1);
    var records = new ArrayList<double[][]>();
    records.add(x);
    records.add(new double[30][3]);
    records.add(new double[][] {{1, 2}});
    records.add(new double[][] {{1, 2}, {2, 1}, {0, 5}});
    records.add(new double[30][1]);
    records.add(Matrices.filled(30, 2, Double.NaN));
    records.add(
        changed(x, (row, i) -> new double[] {1e150 * row[0] / 10, 1e-300 * row[1], row[2]}));
    records.add(changed(x, (row, i) -> new double[] {1e-160 * row[0], 1e-170 * row[1]}));
    records.add(changed(x, (row, i) -> new double[] {row[0], Double.NaN}));
    records.add(changed(x, (row, i) -> new double[] {row[0], i % 2 == 0 ? row[1] : Double.NaN}));
    records.add(changed(x, (row, i) -> new double[] {row[0], row[0], row[1]}));
    records.add(changed(x, (row, i) -> new double[] {row[0], i == 15 ? 1 : 0, i < 15 ? 0 : 1}));
    records.add(changed(x, (row, i) -> new double[] {i, 2 * i, i * i}));
    records.add(changed(x, (row, i) -> new double[] {row[0]}));
    records.add(
        changed(
            x, (row, i) -> IntStream.range(0, 40).mapToDouble(j -> Math.sin(i * j * j)).toArray()));
    return records.stream().map(MultivariateSeries::of);
  }

  private interface Change {
    double[] of(double[] row, int i);
  }

  private static double[][] changed(double[][] x, Change change) {
    return IntStream.range(0, x.length).mapToObj(i -> change.of(x[i], i)).toArray(double[][]::new);
  }

  @Test
  void nothingBreaksAndEverythingCanBeRead() {
    int results = 0;
    for (var record : records().toList()) {
      for (var routine : ROUTINES) {
        try {
          Charted result = routine.apply(record);
          assertTrue(result.summary().lines().count() <= 13, result.summary());
          assertTrue(result.table().columnCount() > 0);
          assertTrue(!result.chart().panels().isEmpty());
          assertTrue(!result.provenance().toString().isEmpty());
          results++;
        } catch (IllegalArgumentException e) {
          assertTrue(String.valueOf(e.getMessage()).length() > 12, e.getMessage());
        }
      }
    }
    assertTrue(results > 60, "results: " + results);
  }

  @Test
  void verySmallNumbersAreMeasuredInTheirOwnUnits() {
    double[][] x = VarProcess.along(1, 1).simulate(60, i -> 0.5, 1);
    double[][] small =
        Arrays.stream(x)
            .map(r -> new double[] {1e-200 * r[0], 1e-200 * r[1]})
            .toArray(double[][]::new);
    for (var indicator : List.of(MultivariateIndicators.MVI, MultivariateIndicators.MEAN_SD)) {
      double expected = last(x, indicator);
      assertEquals(expected, 1e200 * last(small, indicator), 1e-9 * expected);
    }
    assertEquals(
        last(x, MultivariateIndicators.EIGEN_MAF),
        last(small, MultivariateIndicators.EIGEN_MAF),
        1e-9);
  }

  private static double last(double[][] x, MultivariateIndicator indicator) {
    return MultivariateRolling.of(MultivariateSeries.of(x), Window.points(30), indicator)
        .values(indicator)[59];
  }

  @Test
  void whatIsOneForASingleColumnHasNoTrend() {
    var one =
        MultivariateSeries.of(VarProcess.along(1, 1, 0).simulate(120, i -> 0.5, 1)).columns("x1");
    var indicators =
        new MultivariateIndicator[] {
          MultivariateIndicators.EIGEN_COV,
          MultivariateIndicators.PCA_SD,
          MultivariateIndicators.MAF_SD,
          MultivariateIndicators.MUTUAL_INFORMATION
        };
    var signal =
        MultivariateWarning.of(one)
            .indicators(indicators)
            .against(MultivariateSurrogates.var1(9))
            .run();
    for (var indicator : indicators) {
      assertEquals(Double.NaN, signal.tau(indicator), indicator.name());
    }
  }

  @Test
  void anInterruptStopsTheWindowsOfOneRecord() {
    var series = MultivariateSeries.of(VarProcess.along(1, 1, 0).simulate(200, i -> 0.5, 1));
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () -> MultivariateRolling.of(series, Window.fraction(0.5), MultivariateIndicators.MVI));
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> VarJacobian.of(series, Window.fraction(0.5)));
  }
}
