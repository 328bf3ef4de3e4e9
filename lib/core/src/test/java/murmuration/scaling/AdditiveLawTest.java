package murmuration.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AdditiveLawTest {
  /** The loss that chinchilla 0.2.0 predicts for Chinchilla itself. */
  @Test
  void thePrintedHoffmannLawGivesChinchillaItsLoss() {
    assertEquals(1.9366454705587175, AdditiveLaw.HOFFMANN_ROUNDED.loss(7e10, 1.4e12), 1e-13);
  }

  @Test
  void roundingTheHoffmannLawChangesItsLoss() {
    double printed = AdditiveLaw.HOFFMANN_ROUNDED.loss(7e10, 1.4e12);
    assertEquals(-0.0158, AdditiveLaw.HOFFMANN.loss(7e10, 1.4e12) - printed, 1e-4);
  }

  @Test
  void aLawMayHaveNoIrreducibleLoss() {
    var law = AdditiveLaw.of(0, 1, 1, 0.5, 0.5);
    assertEquals(0.2, law.loss(100, 100), 1e-15);
    assertEquals(0, law.irreducible());
  }

  @Test
  void theVectorIsInTheOrderOfTheLiterature() {
    assertArrayEquals(
        new double[] {Math.log(2), Math.log(3), 0, 0.4, 0.5},
        AdditiveLaw.of(1, 2, 3, 0.4, 0.5).vector());
  }

  @Test
  void sizesMustBeAboveZero() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> AdditiveLaw.REPLICATION.loss(0, 1e9));
    assertEquals("parameters is 0.0: expected a finite number above 0", e.getMessage());
  }
}
