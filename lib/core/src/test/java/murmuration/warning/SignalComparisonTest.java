package murmuration.warning;

import static murmuration.warning.Indicators.AC1;
import static murmuration.warning.Indicators.VARIANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import murmuration.data.Datasets;
import org.junit.jupiter.api.Test;

class SignalComparisonTest {
  private static final EarlyWarning STUDY =
      EarlyWarning.of(Datasets.series("ewstools-ricker-fold"))
          .until(860)
          .indicators(VARIANCE, AC1)
          .against(Surrogates.ar1(99).seed(1));
  private static final Signal ALL = STUDY.run();
  private static final Signal LATE = STUDY.between(400, 860).run();

  @Test
  void aRowHoldsTheNumbersOfItsRecord() {
    var both = SignalComparison.of(List.of("all", "late"), List.of(ALL, LATE));
    assertEquals(LATE.tau(AC1), both.records().doubleColumn("τ ac1").get(1), 0);
    assertEquals(ALL.test(VARIANCE).pRight(), both.table().doubleColumn("p rise").get(0), 0);
    assertEquals(4, both.table().rowCount());
    assertEquals(2, both.chart().panels().size());
  }

  @Test
  void risesAreCountedRecordByRecord() {
    var both = SignalComparison.of(List.of("all", "late"), List.of(ALL, LATE));
    long expected = List.of(ALL, LATE).stream().filter(s -> s.test(AC1).pRight() < 0.05).count();
    assertEquals(expected, both.rising(AC1));
    assertTrue(both.summary().contains("ac1"), both.summary());
  }

  @Test
  void everyRecordKeepsItsOwnSeedAndData() {
    var other = STUDY.against(Surrogates.ar1(99).seed(7)).run();
    var options =
        SignalComparison.of(List.of("one", "two"), List.of(ALL, other)).provenance().options();
    assertEquals(ALL.provenance().toString(), options.get("one"));
    assertEquals(other.provenance().toString(), options.get("two"));
    assertThrows(
        IllegalArgumentException.class,
        () -> SignalComparison.of(List.of("one", "one"), List.of(ALL, other)));
  }

  @Test
  void refusesRecordsThatCannotStandSideBySide() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SignalComparison.of(List.of("a"), List.of(ALL, LATE)));
    assertThrows(IllegalArgumentException.class, () -> SignalComparison.of(List.of(), List.of()));
    var other = STUDY.indicators(AC1).run();
    assertThrows(
        IllegalArgumentException.class,
        () -> SignalComparison.of(List.of("a", "b"), List.of(ALL, other)));
  }
}
