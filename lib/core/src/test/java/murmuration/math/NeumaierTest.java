package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NeumaierTest {
  @Test
  void smallNumbersSurviveLargeOnesThatComeAndGo() {
    var sum = new Neumaier();
    for (int i = 0; i < 1000; i++) {
      sum.add(1e16);
      sum.add(0.1);
      sum.add(-1e16);
    }
    assertEquals(100, sum.value(), 1e-11);
    sum.clear();
    assertEquals(0, sum.value());
  }

  /** Numbers from 1e-8 to 1e16: a plain sum is off by more than 1 when they have left again. */
  @Test
  void whatIsExchangedLeavesNothingBehind() {
    double[] x = {1e16, 3, -7e-8, 1e16, 0.1, 2e9};
    var sum = new Neumaier();
    sum.add(0.25);
    double before = 0;
    for (double v : x) {
      sum.exchange(v, before);
      before = v;
    }
    var copy = new Neumaier();
    copy.set(sum);
    copy.exchange(0, before);
    assertEquals(0.25, copy.value(), 1e-15);
    assertEquals(0.25 + 2e9, sum.value(), 1e-6);
  }
}
