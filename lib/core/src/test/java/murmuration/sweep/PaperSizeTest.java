package murmuration.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaperSizeTest {
  @Test
  void theQuickRunIsTheRule() {
    assertFalse(PaperSize.isAsked(null));
    assertFalse(PaperSize.isAsked(" "));
    assertFalse(PaperSize.isAsked("quick"));
    assertTrue(PaperSize.isAsked("paper"));
    assertEquals(PaperSize.isAsked() ? 9 : 2, PaperSize.runs(2, 9));
  }

  @Test
  void anotherWordIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PaperSize.isAsked("papier"));
    assertThrows(IllegalArgumentException.class, () -> PaperSize.runs(0, 9));
    assertThrows(IllegalArgumentException.class, () -> PaperSize.runs(1, -1));
  }
}
