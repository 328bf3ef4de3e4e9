package murmuration.neural.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class SessionTest {
  @Test
  void computesWhatItIsTold() {
    try (var session = Session.open()) {
      NDArray weight = session.weight("w", Tensor.of(new float[] {1, 2, 3, 4}, 2, 2));
      NDArray bias = session.weight("b", Tensor.of(new float[] {10, 20}, 2));
      InputArray x = session.input(1, 2);
      x.fill(new float[] {5, 6});
      float[] y = session.compute(() -> Layers.linear(x.array(), weight, bias).toFloatArray());
      assertArrayEquals(new float[] {5 + 12 + 10, 15 + 24 + 20}, y);
      x.fill(new float[] {0, 0});
      assertArrayEquals(
          new float[] {10, 20},
          session.compute(() -> Layers.linear(x.array(), weight, bias).toFloatArray()));
    }
  }

  @Test
  void anArrayThatIsTheResultLivesOnInTheScopeAround() {
    try (var session = Session.open()) {
      InputArray start = session.input(3);
      start.fill(new float[] {1, 2, 3});
      float[] sixteen =
          session.compute(
              () -> {
                NDArray x = start.array().add(0);
                for (int i = 0; i < 4; i++) {
                  NDArray last = x;
                  x = session.compute(() -> last.add(last), last);
                }
                return x.toFloatArray();
              });
      assertArrayEquals(new float[] {16, 32, 48}, sixteen);
    }
  }

  @Test
  void weightsGoOutAndComeBackByNameAndShape() {
    try (var session = Session.open()) {
      session.weight("w", InitialWeights.normal(Rng.of(1), 1, 2, 3));
      ModelWeights kept = session.weights();
      assertEquals(6, kept.count());
      session.set(new ModelWeights(Map.of("w", Tensor.zeros(2, 3))));
      assertArrayEquals(new float[6], session.weights().get("w", 2, 3));
      session.set(kept);
      assertEquals(kept, session.weights());
      for (var wrong : new Tensor[] {Tensor.zeros(3, 2), Tensor.zeros(6)}) {
        assertThrows(
            IllegalArgumentException.class,
            () -> session.set(new ModelWeights(Map.of("w", wrong))));
      }
      assertThrows(IllegalArgumentException.class, () -> session.weight("w", Tensor.zeros(1)));
    }
  }
}
