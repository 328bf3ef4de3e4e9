package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ZipfRankTest {
  /** Counts so large that rounding them to whole numbers does not matter. */
  private static long[] exact(int types, double s, double q) {
    return LongStream.rangeClosed(1, types)
        .map(r -> Math.max(1, Math.round(1e15 * Math.pow((r + q) / (1 + q), -s))))
        .toArray();
  }

  @Test
  void countsThatFallAsTheInverseRankHaveExponentOne() {
    var fit = ZipfRank.of(LongStream.rangeClosed(1, 10).map(r -> 2520 / r).toArray());
    assertEquals(1, fit.exponent(), 1e-8);
    assertEquals(2520.0 / fit.tokens(), fit.share(1), 1e-8);
    assertEquals(252.0 / fit.tokens(), fit.share(10), 1e-8);
  }

  @Property(tries = 60)
  void anExactLawIsFoundAgain(
      @ForAll @IntRange(min = 2, max = 300) int types,
      @ForAll @DoubleRange(min = 0.05, max = 3) double s) {
    assertEquals(s, ZipfRank.of(exact(types, s, 0)).exponent(), 1e-6);
  }

  @Test
  void mandelbrotsShiftIsFoundAgain() {
    var fit = ZipfRank.mandelbrot(exact(200, 1.3, 2.7));
    assertEquals(1.3, fit.exponent(), 1e-5);
    assertEquals(2.7, fit.shift(), 1e-4);
    var plain = ZipfRank.mandelbrot(exact(200, 1.3, 0));
    assertEquals(1.3, plain.exponent(), 1e-5);
    assertEquals(0, plain.shift(), 1e-5);
  }

  @Test
  void equalCountsHaveNoSlope() {
    var fit = ZipfRank.of(7, 7, 7, 7);
    assertEquals(0, fit.exponent(), 1e-12);
    assertEquals(0.25, fit.share(3), 1e-12);
    assertEquals(-28 * Math.log(4), fit.logLikelihood(), 1e-9);
  }

  @Test
  void twoTypesAreFittedExactly() {
    var fit = ZipfRank.of(3_000_000_000_000_000_000L, 1);
    assertEquals(Math.log(3e18) / Math.log(2), fit.exponent(), 1e-6);
  }

  @Test
  void theShiftNeverFitsWorse() {
    long[] counts = {900, 700, 560, 470, 400, 20, 3, 1, 1};
    var plain = ZipfRank.of(counts);
    var shifted = ZipfRank.mandelbrot(counts);
    assertTrue(shifted.logLikelihood() >= plain.logLikelihood());
    assertEquals(plain.tokens(), shifted.tokens());
  }

  @Test
  void aCountOfNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ZipfRank.of(5, 0));
    assertThrows(IllegalArgumentException.class, () -> ZipfRank.of(5));
    assertThrows(IllegalArgumentException.class, () -> ZipfRank.of(Long.MAX_VALUE, Long.MAX_VALUE));
  }
}
