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
}
