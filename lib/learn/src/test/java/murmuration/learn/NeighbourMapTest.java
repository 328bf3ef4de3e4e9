package murmuration.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class NeighbourMapTest {
  private static final int EACH = 40;

  /** Three clouds in 20 dimensions, this far apart in the first three. */
  private static double[][] clouds(double apart, long seed) {
    var random = Rng.of(seed);
    return IntStream.range(0, 3 * EACH)
        .mapToObj(
            i -> {
              double[] row = new double[20];
              Arrays.setAll(row, c -> random.nextGaussian() + (c == i / EACH ? apart : 0));
              return row;
            })
        .toArray(double[][]::new);
  }

  private static List<String> kinds() {
    return IntStream.range(0, 3 * EACH).mapToObj(i -> "cloud " + i / EACH).toList();
  }

  @Test
  void cloudsThatAreApartAreApartOnTheMap() {
    var map = NeighbourMap.of(clouds(15, 1), kinds(), 15, 1);
    assertEquals(1, map.purity(10));
    double[][] places =
        IntStream.range(0, 3 * EACH)
            .mapToObj(i -> new double[] {map.x()[i], map.y()[i]})
            .toArray(double[][]::new);
    var again = new NeighbourMap(places, kinds(), map.x(), map.y(), 15, 1);
    assertEquals(1, again.purity(10), "neighbours on the map are of one kind");
    assertEquals(1, again.kept(10), 1e-12);
    assertTrue(map.kept(10) > 2 * 10 / 119.0, "kept " + map.kept(10));
  }

  /** Without structure the share is that of chance; 4 standard errors of 1200 dependent pairs. */
  @Test
  void oneCloudWithThreeNamesHasThePurityOfChance() {
    var map = NeighbourMap.of(clouds(0, 2), kinds(), 15, 1);
    assertEquals(39 / 119.0, map.purityOfChance(), 1e-12);
    assertEquals(map.purityOfChance(), map.purity(10), 0.06);
  }

  @Test
  void aSeedGivesOneMapWhateverTheThreads() {
    var map = NeighbourMap.of(clouds(3, 3), kinds(), 15, 7);
    try (var pool = new ForkJoinPool(5)) {
      var other = pool.submit(() -> NeighbourMap.of(clouds(3, 3), kinds(), 15, 7)).join();
      assertArrayEquals(map.x(), other.x(), 0);
      assertArrayEquals(map.y(), other.y(), 0);
    }
    assertTrue(
        !Arrays.equals(map.x(), NeighbourMap.of(clouds(3, 3), kinds(), 15, 8).x()),
        "another seed gives another");
  }

  @Test
  void anInterruptStopsTheMap() throws InterruptedException {
    var thrown = new AtomicReference<Throwable>();
    var drawing =
        Thread.startVirtualThread(
            () -> {
              try {
                NeighbourMap.of(
                    Stream.of(clouds(1, 9), clouds(1, 10), clouds(1, 11), clouds(1, 12))
                        .flatMap(Arrays::stream)
                        .toArray(double[][]::new),
                    Collections.nCopies(480, "a"),
                    15,
                    1);
              } catch (CancellationException e) {
                thrown.set(e);
              }
            });
    drawing.interrupt();
    drawing.join();
    assertInstanceOf(CancellationException.class, thrown.get());
  }

  @Test
  void theMapShowsItself() {
    var map = NeighbourMap.of(clouds(15, 4), kinds(), 15, 1);
    assertTrue(map.summary().contains("120 rows of 20 numbers, 3 kinds"), map.summary());
    assertEquals(120, map.table().rowCount());
    assertEquals(3, map.chart().panels().getFirst().layers().size());
  }

  @Test
  void whatNoMapCanBeDrawnOfIsRefused() {
    double[][] rows = clouds(1, 5);
    rows[4][2] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> NeighbourMap.of(rows, kinds(), 15, 1));
    var few = new double[5][3];
    assertThrows(
        IllegalArgumentException.class,
        () -> NeighbourMap.of(few, List.of("a", "a", "a", "a", "a"), 2, 1));
    var good = clouds(1, 6);
    assertThrows(IllegalArgumentException.class, () -> NeighbourMap.of(good, kinds(), 90, 1));
    assertThrows(IllegalArgumentException.class, () -> NeighbourMap.of(good, List.of(), 15, 1));
  }
}
