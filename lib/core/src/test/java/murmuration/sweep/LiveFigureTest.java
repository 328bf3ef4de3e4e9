package murmuration.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFigureTest {
  private final List<String> shown = new ArrayList<>();

  private static Figure figure() {
    return Figure.of(Panel.of("x", "y").line("a", new double[] {0, 1}, new double[] {0, 1}));
  }

  private LiveFigure watched() {
    LiveFigure.display(
        () ->
            new LiveFigure.Screen() {
              @Override
              public void show(Figure figure) {
                shown.add(figure.panels().size() + " panel");
              }

              @Override
              public void clear() {
                shown.add("cleared");
              }
            });
    return LiveFigure.open();
  }

  @AfterEach
  void nobodyWatches() {
    LiveFigure.silent();
  }

  @Test
  void isDrawnOnceASecondAndGoesWhenDone() throws InterruptedException {
    try (var live = watched()) {
      live.show(LiveFigureTest::figure);
      assertEquals(List.of(), shown);
      TimeUnit.MILLISECONDS.sleep(1050);
      for (int i = 0; i < 5; i++) {
        live.show(LiveFigureTest::figure);
      }
      live.done();
    }
    assertEquals(List.of("1 panel", "cleared"), shown);
  }

  @Test
  void staysWhereTheWorkDidNotEndWell() throws InterruptedException {
    try (var live = watched()) {
      TimeUnit.MILLISECONDS.sleep(1050);
      live.show(LiveFigureTest::figure);
    }
    assertEquals(List.of("1 panel"), shown);
  }

  @Test
  void drawsNothingWhereNobodyWatches() throws InterruptedException {
    try (var live = LiveFigure.open()) {
      TimeUnit.MILLISECONDS.sleep(1050);
      live.show(
          () -> {
            throw new AssertionError("drawn");
          });
      live.done();
    }
    assertEquals(List.of(), shown);
  }
}
