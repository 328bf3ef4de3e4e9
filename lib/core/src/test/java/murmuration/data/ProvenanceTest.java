package murmuration.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  @Test
  void itReadsAsOneLineInTheOrderOfTheAnalysis() {
    var options = new LinkedHashMap<String, String>();
    options.put("window", "0.5");
    options.put("detrend", "gaussian(0.25)");
    var plain = Provenance.of(options);
    assertTrue(plain.library().matches("murmuration \\d.*"), plain.library());
    String start = plain.library() + ", Java " + Runtime.version();
    assertEquals(start + "; window 0.5; detrend gaussian(0.25)", plain.toString());
    assertEquals(
        start + "; window 0.5; detrend gaussian(0.25); seed 7; data " + Datasets.source("lr04"),
        plain.seed(7).data(Datasets.source("lr04")).toString());
  }

  @Test
  void theOptionsAreItsOwn() {
    var options = new LinkedHashMap<String, String>();
    var provenance = Provenance.of(options);
    options.put("window", "0.5");
    assertTrue(provenance.options().isEmpty());
    assertThrows(
        UnsupportedOperationException.class, () -> provenance.options().put("window", "1"));
  }
}
