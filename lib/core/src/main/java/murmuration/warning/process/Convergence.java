package murmuration.warning.process;

import java.util.Locale;
import murmuration.math.Digits;

/**
 * How a maximum was proved to be one.
 *
 * @param gradient largest component of the gradient of the log-likelihood there, by the logarithms
 *     of the rates that were searched
 * @param starts how many searches were made from different starts; 1 where the maximum has a closed
 *     form
 * @param agreeing how many of them ended within 1e-6 of the highest log-likelihood
 * @param atEdge whether a rate lies at an end of the range that was searched, so that the
 *     likelihood is highest where the record says nothing more
 */
public record Convergence(double gradient, int starts, int agreeing, boolean atEdge) {
  private static final double FLAT = 0.01;

  /**
   * Whether the search ended where the likelihood is flat (a gradient up to 0.01) or at an end of
   * its range. Where it did not, as for states whose noise is lost beside their level, the
   * estimates are not those of the highest likelihood.
   */
  public boolean isSettled() {
    return atEdge || gradient <= FLAT;
  }

  /** In one phrase. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "gradient %s, %d of %d searches agree%s%s",
        Digits.of(gradient, 2),
        agreeing,
        starts,
        atEdge ? ", a rate at the end of its range" : "",
        isSettled() ? "" : "; NOT settled: no maximum");
  }
}
