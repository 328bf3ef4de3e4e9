package murmuration.concept.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.concept.theory.TheorySearch.Parameter;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/** Structured identity mapping fitted to measured concept coordinates. */
final class SimFits {
  private static final int MOST_CONCEPTS = 8;
  private static final int MOST_STEPS = 2000;

  private SimFits() {}

  /**
   * Searches the logarithms of the rates {@code 2 a_k} per span and of w, and c. Steps as shares of
   * their span make all numbers near 1.
   */
  static TheoryFit<CoupledConcepts> of(double[] steps, double[][] z, double learningRate) {
    Arguments.within("learningRate", learningRate, 1e-12, 1e12);
    int d = Curves.columns("z", z);
    Arguments.require(
        d >= 2 && d <= MOST_CONCEPTS, "z has %d curves: expected 2 to %d", d, MOST_CONCEPTS);
    double[] y = TheorySearch.flat(steps, z, d + 2);
    int n = steps.length;
    Arguments.require(n <= MOST_STEPS, "steps has %d values: expected at most %d", n, MOST_STEPS);
    Arguments.require(steps[0] >= 0, "steps start at %s: expected 0 or later", steps[0]);
    double end = steps[n - 1];
    Arguments.within("the last step times the learning rate", end * learningRate, 1e-2, 1e9);
    var unit = new Unit(d, end * learningRate);
    double[] times = Arrays.stream(steps).map(t -> t / end).toArray();
    var found =
        TheorySearch.run(
            "structured identity mapping",
            x -> curves(x, d, times),
            y,
            unit.parameters(),
            starts(times, z));
    double[] mu = IntStream.range(0, d).mapToDouble(k -> unit.signal(found.x()[k])).toArray();
    var model = new CoupledConcepts(mu, Math.exp(found.x()[d]), found.x()[d + 1], learningRate);
    double[] fine = TheorySearch.fine(steps);
    return new TheoryFit<>(
        "structured identity mapping",
        model,
        found.quantities(),
        IntStream.rangeClosed(1, d).mapToObj(k -> "concept " + k).toList(),
        steps,
        z,
        model.at(steps),
        fine,
        model.at(fine),
        found.converged(),
        Provenance.of(
            Map.of(
                "theory",
                "structured identity mapping, two layers",
                "learning rate",
                Double.toString(learningRate))));
  }

  /** Signals from searched rates: {@code exp(x) = 2 a_k span}, {@code a_k = mu_k^2 / d}. */
  private record Unit(int d, double span) {
    double signal(double x) {
      return Math.sqrt(Math.exp(x) * d / (2 * span));
    }

    List<Parameter> parameters() {
      var list = new ArrayList<Parameter>();
      for (int k = 1; k <= d; k++) {
        list.add(
            new Parameter(
                "signal mu of concept " + k, Math.log(1e-2), Math.log(300), this::signal));
      }
      list.add(new Parameter("start w", Math.log(1e-12), Math.log(2), Math::exp));
      list.add(new Parameter("coupling c", -0.999 / (d - 1), 0.999, x -> x));
      return list;
    }
  }

  /** Each curve by itself is nearly logistic: its half time gives its rate for a given start. */
  private static List<double[]> starts(double[] times, double[][] z) {
    int d = z[0].length;
    var starts = new ArrayList<double[]>();
    for (double w : new double[] {1e-4, 1e-2, 0.2}) {
      for (double c : new double[] {-0.3 / (d - 1), 0.02, 0.4}) {
        double[] x = new double[d + 2];
        for (int k = 0; k < d; k++) {
          int half = 0;
          while (half < times.length - 1 && z[half][k] < 0.5) {
            half++;
          }
          x[k] = Math.log(Math.clamp(Math.log(1 / w) / Math.max(times[half], 0.02), 0.1, 200));
        }
        x[d] = Math.log(w);
        x[d + 1] = c;
        starts.add(x);
      }
    }
    return starts;
  }

  /** The concept coordinates, times counted in spans; null where the flow does not get there. */
  private static double @Nullable [] curves(double[] x, int d, double[] times) {
    double[] a = IntStream.range(0, d).mapToDouble(k -> Math.exp(x[k]) / 2).toArray();
    double[][] w0 = CoupledConcepts.start(d, Math.exp(x[d]), x[d + 1]);
    double[][][] weights;
    try {
      weights = SimFlow.of(a, w0, times);
    } catch (IllegalArgumentException tooStiff) {
      return null;
    }
    double[] curves = new double[times.length * d];
    for (int i = 0; i < times.length; i++) {
      for (int p = 0; p < d; p++) {
        for (int q = 0; q < d; q++) {
          curves[i * d + p] += weights[i][p][q] * Math.sqrt(a[q] / a[p]);
        }
      }
    }
    return curves;
  }
}
