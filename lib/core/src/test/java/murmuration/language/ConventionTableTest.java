package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConventionTableTest {
  private static double value(ConventionTable table, String metric, String convention) {
    return table.of(metric).stream()
        .filter(row -> row.convention().equals(convention))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** A symbol for each attribute, said value times, then 4; rows padded with 0. */
  private static Language unary() {
    int[][] grid = Specimen.grid(3, 4);
    int[][] messages = new int[grid.length][12];
    for (int i = 0; i < grid.length; i++) {
      int next = 0;
      for (int a = 0; a < 3; a++) {
        Arrays.fill(messages[i], next, next += grid[i][a], a + 1);
        messages[i][next++] = 4;
      }
    }
    return Language.fromPadded(grid, messages, 0);
  }

  @Test
  void paddingAloneMakesPeersDisagree() {
    var table = ConventionTable.of(unary());
    assertEquals(0.7209, value(table, "topsim", "default"), 5e-5);
    assertEquals(0.5428, value(table, "topsim", "EGG core"), 5e-5);
    assertEquals(1, value(table, "bosdis", "EGG"), 1e-12);
    assertEquals(0.75, value(table, "bosdis", "emlangkit"), 1e-12);
  }

  @Test
  void aCompositionalCodeScoresAQuarterOrOneInContextIndependence() {
    var table = ConventionTable.of(Specimen.own(2, 4));
    assertEquals(0.25, value(table, "context independence", "default"), 1e-6);
    assertEquals(1, value(table, "context independence", "Lowe"), 1e-6);
    assertEquals(0.0, value(table, "information", "less chance"));
  }

  @Test
  void undefinedIsNanExceptForWhoMakesItNought() {
    var table = ConventionTable.of(Language.of(Specimen.grid(2, 3), new int[9][0]));
    assertEquals(Double.NaN, value(table, "topsim", "default"));
    assertEquals(0.0, value(table, "topsim", "Ueda"));
    assertTrue(table.summary().contains("posdis: undefined under every convention"));
  }
}
