package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncatedPowerLawTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.05, 1",
    "0, 0.001, 1",
    "1.9, 1e-5, 1",
    "0.8, 1e-4, 3",
    "1.2, 0.002, 500",
    "3, 2, 7"
  })
  void itsSumsAreThoseOfAllTerms(double a, double c, int first) {
    double total = 0;
    double mean = 0;
    for (int x = first; x < first + 60 / c; x++) {
      double weight = Math.exp(-a * Math.log(x) - c * x);
      total += weight;
      mean += weight * x;
    }
    var law = TruncatedPowerLaw.of(a, c, first);
    assertEquals(Math.log(total), law.logTotal(), 2e-8);
    assertEquals(mean / total, law.mean(), 1e-6 * mean / total);
  }

  /**
   * The golden file's fit of "forestgap3", a = 1.91553, c = 1.49e-8: the peer's log-likelihood of
   * 92 patches is 0.011 higher than the law allows, as if its sum ended after some 12,000 terms.
   */
  @Test
  void aSumThatEndsEarlyClaimsALikelihoodThatIsTooHigh() {
    double a = 1.91553467852976;
    double c = 1.49011611938477e-08;
    double cut = 0;
    for (int x = 1; x <= 12_000; x++) {
      cut += Math.exp(-a * Math.log(x) - c * x);
    }
    assertEquals(0.0112, 92 * (TruncatedPowerLaw.of(a, c, 1).logTotal() - Math.log(cut)), 6e-4);
  }
}
