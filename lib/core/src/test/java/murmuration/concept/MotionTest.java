package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MotionTest {
  private static final List<String> NAMES = List.of("x", "y");

  private static ConceptTrajectory run(double[] t, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    double[][] z = new double[t.length][];
    for (int i = 0; i < t.length; i++) {
      z[i] = new double[] {x.applyAsDouble(t[i]), y.applyAsDouble(t[i])};
    }
    return ConceptTrajectory.of(NAMES, t, z);
  }

  @Test
  void onACircleOfRadiusAHalfTheCurvatureIsTwo() {
    double[] t = IntStream.range(0, 200).mapToDouble(i -> i * 0.005).toArray();
    var motion = Motion.of(run(t, s -> 0.5 * Math.cos(s), s -> 0.5 * Math.sin(s)));
    for (int i = 2; i < 198; i++) {
      assertEquals(2, motion.curvature()[i], 2e-4);
      assertEquals(0.5, motion.speed()[i], 1e-5);
    }
  }

  @Test
  void whereNothingMovesThereIsNoCurvature() {
    var motion = Motion.of(run(new double[] {0, 1, 2, 3}, t -> 0.3, t -> 0.7));
    assertArrayEquals(new double[4], motion.speed());
    assertEquals(Double.NaN, motion.curvature()[1]);
  }

  @Test
  void threeConceptsHaveASpeedAndNoPlaneCurvature() {
    var run =
        ConceptTrajectory.of(
            List.of("a", "b", "c"), new double[] {0, 2}, new double[][] {{0, 0, 0}, {2, 4, 4}});
    assertArrayEquals(new double[] {3, 3}, Motion.of(run).speed());
    assertEquals(0, Motion.of(run).curvature().length);
  }

  /** In the flat tails of a sigmoid, where a weighted sum of values loses most digits. */
  @Test
  void curvatureIsThatOfExactArithmeticWhereTheRunHardlyMoves() {
    double[] t = IntStream.range(0, 40).mapToDouble(i -> i * i + 20.0 * i).toArray();
    var run =
        run(t, s -> 1 / (1 + Math.exp(-(s - 300) / 40)), s -> 1 / (1 + Math.exp(-(s - 900) / 90)));
    double[] found = Motion.of(run).curvature();
    double[] exact = curvature(run);
    for (int i = 0; i < found.length; i++) {
      assertEquals(exact[i], found[i], 1e-9 * Math.max(exact[i], 1e-6), "checkpoint " + i);
    }
  }

  private static double[] curvature(ConceptTrajectory run) {
    BigDecimal[] t = exact(run.steps());
    BigDecimal[] x = gradient(t, exact(run.concept(0)));
    BigDecimal[] y = gradient(t, exact(run.concept(1)));
    BigDecimal[] ax = gradient(t, x);
    BigDecimal[] ay = gradient(t, y);
    double[] curvature = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      BigDecimal squares = x[i].multiply(x[i]).add(y[i].multiply(y[i]));
      BigDecimal cross = x[i].multiply(ay[i]).subtract(y[i].multiply(ax[i])).abs();
      BigDecimal cube = squares.sqrt(DIGITS).multiply(squares);
      curvature[i] = cross.divide(cube, DIGITS).doubleValue();
    }
    return curvature;
  }

  private static final MathContext DIGITS = new MathContext(60);

  private static BigDecimal[] exact(double[] values) {
    return Arrays.stream(values).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
  }

  private static BigDecimal[] gradient(BigDecimal[] t, BigDecimal[] f) {
    int n = t.length;
    BigDecimal[] g = new BigDecimal[n];
    for (int i = 0; i < n; i++) {
      int left = Math.max(i - 1, 0);
      int right = Math.min(i + 1, n - 1);
      BigDecimal h1 = t[i].subtract(t[left]);
      BigDecimal h2 = t[right].subtract(t[i]);
      BigDecimal top =
          left == i || right == i
              ? f[right].subtract(f[left])
              : h1.multiply(h1)
                  .multiply(f[right])
                  .add(h2.multiply(h2).subtract(h1.multiply(h1)).multiply(f[i]))
                  .subtract(h2.multiply(h2).multiply(f[left]));
      BigDecimal bottom =
          left == i || right == i ? h1.add(h2) : h1.multiply(h2).multiply(h1.add(h2));
      g[i] = top.divide(bottom, DIGITS);
    }
    return g;
  }
}
