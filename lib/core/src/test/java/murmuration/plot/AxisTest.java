package murmuration.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import murmuration.data.TimeSeries;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final double[] AGES = {58_000, 40_000, 17_000};
  private static final double[] VALUES = {1, 2, 3};

  private static List<String> labels(Panel panel, Scale scale) {
    return panel.x().ticks(scale, 5).major().stream().map(Ticks.Tick::label).toList();
  }

  @Test
  void agesAreMarkedAsAgesOldestFirst() {
    var panel = Panel.over(TimeSeries.ofAges(AGES, VALUES), "value");
    assertEquals("age", panel.x().label());
    assertEquals(
        List.of("50\u2009000", "40\u2009000", "30\u2009000", "20\u2009000"),
        labels(panel, new Scale(-58_000, -17_000, false)));
  }

  @Test
  void timesAreMarkedAsTheyAre() {
    var panel = Panel.over(TimeSeries.of(new double[] {0, 5, 10}, VALUES), "value");
    assertEquals("0", labels(panel, new Scale(0, 10, false)).getFirst());
  }

  @Test
  void namesStandAtTheirNumbers() {
    var panel = Panel.of("Record", "tau").xNames("a", "b", "c");
    var ticks = panel.x().ticks(new Scale(panel.x().from(), panel.x().to(), false), 2);
    assertEquals(
        List.of(new Ticks.Tick(1, "a"), new Ticks.Tick(2, "b"), new Ticks.Tick(3, "c")),
        ticks.major());
  }

  @Test
  void namesAndAgesNeedALinearAxis() {
    var names = Panel.of("Record", "tau").xNames("a");
    assertThrows(IllegalArgumentException.class, names::logX);
    assertThrows(IllegalArgumentException.class, () -> Panel.of("x", "y").logX().negatedX());
    assertThrows(IllegalArgumentException.class, () -> Panel.of("x", "y").xNames());
  }
}
