package murmuration.scaling.pass;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.plot.Panel;

/** Mean pass@k as observed, and as laws have it. */
final class SuccessPicture {
  private static final int PER_DECADE = 6;
  private static final double BEYOND = 100;

  private SuccessPicture() {}

  /** Laws of the same items, at least one. */
  static Panel panel(List<SuccessFit> fits) {
    PassCounts counts = fits.getFirst().counts();
    int most = counts.fewestSamples();
    PassAtK observed = PassAtK.of(counts, grid(most));
    Panel panel =
        Panel.of("Attempts k", "Mean pass@k")
            .logX()
            .points("observed", observed.attempts(), observed.values(), observed.standardErrors());
    int[] k = grid((int) Math.min(BEYOND * most, 1e8));
    double[] x = Arrays.stream(k).asDoubleStream().toArray();
    for (SuccessFit fit : fits) {
      if (fit.law() != null) {
        panel =
            panel.line(fit.family().word(), x, Arrays.stream(k).mapToDouble(fit::passAt).toArray());
      }
    }
    return panel;
  }

  /** Numbers from 1 to {@code most}, evenly spaced in their logarithms. */
  static int[] grid(int most) {
    int steps = (int) Math.ceil(PER_DECADE * Math.log10(most));
    return IntStream.rangeClosed(0, steps)
        .map(i -> steps == 0 ? 1 : (int) Math.round(Math.pow(most, (double) i / steps)))
        .distinct()
        .toArray();
  }
}
