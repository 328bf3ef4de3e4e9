package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Property(tries = 300)
  void selectsWhatSortingPutsThere(@ForAll @Size(min = 1, max = 50) int[] codes) {
    double[] x = Arrays.stream(codes).asDoubleStream().toArray();
    double[] coarse = Arrays.stream(codes).mapToDouble(v -> Math.floorMod(v, 5)).toArray();
    for (double[] a : new double[][] {x, coarse}) {
      double[] sorted = a.clone();
      Arrays.sort(sorted);
      for (int k = 0; k < a.length; k++) {
        assertEquals(sorted[k], Selection.smallest(a.clone(), k));
      }
      double median = (sorted[(a.length - 1) / 2] + sorted[a.length / 2]) / 2;
      assertEquals(median, Selection.median(a));
    }
  }

  @Test
  void refusesAPositionOutside() {
    assertThrows(IllegalArgumentException.class, () -> Selection.smallest(new double[2], 2));
    assertThrows(IllegalArgumentException.class, () -> Selection.median(new double[0]));
  }
}
