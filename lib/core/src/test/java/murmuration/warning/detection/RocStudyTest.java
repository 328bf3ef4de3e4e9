package murmuration.warning.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import murmuration.data.TimeSeries;
import murmuration.math.Kendall;
import murmuration.math.Rng;
import murmuration.warning.Detrend;
import murmuration.warning.EarlyWarning;
import murmuration.warning.Indicators;
import murmuration.warning.Trend;
import murmuration.warning.Window;
import org.junit.jupiter.api.Test;

class RocStudyTest {
  /** Red noise whose phi goes from 0.2 to {@code last} along the record. */
  private static double[][] runs(int count, long seed, double last) {
    double[][] runs = new double[count][200];
    for (int i = 0; i < count; i++) {
      var random = Rng.of(seed, i);
      double v = 0;
      for (int j = 0; j < 200; j++) {
        v = (0.2 + (last - 0.2) * j / 199) * v + random.nextGaussian();
        runs[i][j] = v;
      }
    }
    return runs;
  }

  private static final double[][] NULLS = runs(80, 1, 0.2);
  private static final double[][] EVENTS = runs(60, 2, 0.95);

  @Test
  void slowingDownIsFoundAndAnythingElseIsNot() {
    var curves = RocStudy.of(NULLS, EVENTS).detrend(Detrend.none()).run();
    assertTrue(curves.roc("ac1").low() > 0.8, curves::summary);
    assertTrue(curves.roc("variance").low() > 0.8, curves::summary);
    var skewness = curves.roc("skewness");
    assertTrue(skewness.low() < 0.5 && skewness.high() > 0.5, curves::summary);
    assertEquals(3, curves.table().rowCount());
    assertTrue(curves.test("ac1", "skewness").p() < 0.001);
    assertTrue(curves.chart().svg().startsWith("<"));
  }

  @Test
  void everyRunGoesThroughThePipelineOfARecord() {
    var curves = RocStudy.of(NULLS, EVENTS).window(0.4).run();
    var record = EarlyWarning.of(NULLS[7]).window(0.4);
    double[] ac1 = record.run().rolling().values(Indicators.AC1);
    assertEquals(Kendall.tau(ac1), curves.roc("ac1").nulls()[7]);
    var like = RocStudy.of(NULLS, EVENTS).like(record).run();
    assertArrayEquals(curves.roc("ac1").events(), like.roc("ac1").events());
  }

  @Test
  void trendsDoNotDependOnThreads() throws Exception {
    var study = RocStudy.of(NULLS, EVENTS).indicators(Indicators.SD).trend(Trend.SPEARMAN);
    try (var one = new ForkJoinPool(1)) {
      assertArrayEquals(
          study.run().roc("sd").events(), one.submit(() -> study.run().roc("sd").events()).get());
    }
  }

  @Test
  void aRunWithoutTrendIsLeftOutOfAllCurvesAndCounted() {
    double[][] events = runs(5, 3, 0.9);
    events[2] = new double[200];
    var curves = RocStudy.of(NULLS, events).run();
    assertEquals(4, curves.roc("variance").events().length);
    assertEquals(4, curves.roc("ac1").events().length);
    assertTrue(curves.summary().contains("0 nulls and 1 events"), curves::summary);
    double[][] constant = {new double[200]};
    assertThrows(IllegalArgumentException.class, () -> RocStudy.of(NULLS, constant).run());
  }

  @Test
  void whatIsNoEnsembleIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RocStudy.of(new double[0][], EVENTS));
    var study = RocStudy.of(NULLS, EVENTS);
    assertThrows(IllegalArgumentException.class, () -> study.window(Window.points(201)).run());
    assertThrows(
        IllegalArgumentException.class, () -> study.indicators(Indicators.SD, Indicators.SD));
    var uneven =
        List.of(TimeSeries.of(new double[] {0, 1, 2, 4, 5, 6}, new double[] {1, 2, 1, 2, 1, 2}));
    assertThrows(IllegalArgumentException.class, () -> RocStudy.of(uneven, uneven).run());
  }
}
