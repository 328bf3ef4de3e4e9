package murmuration.concept.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
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
  static TheoryFit<CoupledConcepts> of(
      double[] steps, double[][] z, double learningRate, FitEnds which) {
    Arguments.within("learningRate", learningRate, 1e-12, 1e12);
    int d = Curves.columns("z", z);
    Arguments.require(
        d >= 2 && d <= MOST_CONCEPTS, "z has %d curves: expected 2 to %d", d, MOST_CONCEPTS);
    int numbers = d + 2 + d * Arguments.present("ends", which).numbers();
    double[] y = TheorySearch.flat(steps, z, numbers);
    var ends = IntStream.range(0, d).mapToObj(k -> Ends.of(which, Curves.column(z, k))).toList();
    int n = steps.length;
    Arguments.require(n <= MOST_STEPS, "steps has %d values: expected at most %d", n, MOST_STEPS);
    Arguments.require(steps[0] >= 0, "steps start at %s: expected 0 or later", steps[0]);
    double end = steps[n - 1];
    Arguments.within("the last step times the learning rate", end * learningRate, 1e-2, 1e9);
    var unit = new Unit(d, end * learningRate);
    double[] times = Arrays.stream(steps).map(t -> t / end).toArray();
    var parameters = new ArrayList<>(unit.parameters());
    double[] free = new double[0];
    for (int k = 0; k < d; k++) {
      parameters.addAll(ends.get(k).parameters(" of concept " + (k + 1)));
      free = DoubleStream.concat(Arrays.stream(free), Arrays.stream(ends.get(k).start())).toArray();
    }
    var flow = new LastCurves(d, times);
    TheorySearch.Theory theory = x -> measured(flow.at(x), x, d, ends);
    var found =
        TheorySearch.run(
            "structured identity mapping", theory, y, parameters, with(free, starts(times, z)));
    double[] x = found.x();
    double[] mu = IntStream.range(0, d).mapToDouble(k -> unit.signal(x[k])).toArray();
    var model = new CoupledConcepts(mu, Math.exp(x[d]), x[d + 1], learningRate);
    double[] fine = TheorySearch.fine(steps);
    return new TheoryFit<>(
        "structured identity mapping",
        model,
        found.quantities(),
        IntStream.rangeClosed(1, d).mapToObj(k -> "concept " + k).toList(),
        steps,
        z,
        drawn(model.at(steps), x, d, ends),
        fine,
        drawn(model.at(fine), x, d, ends),
        found.converged(),
        Provenance.of(
            Map.of(
                "theory",
                "structured identity mapping, two layers",
                "learning rate",
                Double.toString(learningRate),
                "ends",
                which.toString())));
  }

  private static double[][] drawn(double[][] curves, double[] x, int d, List<Ends> ends) {
    double[][] drawn = new double[curves.length][d];
    for (int i = 0; i < drawn.length; i++) {
      for (int k = 0; k < d; k++) {
        drawn[i][k] = ends.get(k).measured(curves[i][k], x, place(d, k, ends));
      }
    }
    return drawn;
  }

  private static double @Nullable [] measured(
      double @Nullable [] curves, double[] x, int d, List<Ends> ends) {
    if (curves != null) {
      for (int i = 0; i < curves.length; i++) {
        curves[i] = ends.get(i % d).measured(curves[i], x, place(d, i % d, ends));
      }
    }
    return curves;
  }

  /** Where the ends of concept k stand among the searched numbers. */
  private static int place(int d, int k, List<Ends> ends) {
    return d + 2 + k * ends.getFirst().which().numbers();
  }

  private static List<double[]> with(double[] ends, List<double[]> starts) {
    return starts.stream()
        .map(x -> DoubleStream.concat(Arrays.stream(x), Arrays.stream(ends)).toArray())
        .toList();
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
          double[] curve = Curves.column(z, k);
          double middle =
              (Arrays.stream(curve).max().orElseThrow() + Arrays.stream(curve).min().orElseThrow())
                  / 2;
          int half = 0;
          while (half < times.length - 1 && curve[half] < middle) {
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

  /** The last curves are kept: ends are changed without the flow being integrated again. */
  private static final class LastCurves {
    private final int d;
    private final double[] times;
    private double[] numbers = {};
    private double @Nullable [] last;

    LastCurves(int d, double[] times) {
      this.d = d;
      this.times = times;
    }

    double @Nullable [] at(double[] x) {
      double[] wanted = Arrays.copyOf(x, d + 2);
      if (!Arrays.equals(wanted, numbers)) {
        last = curves(wanted, d, times);
        numbers = wanted;
      }
      return last == null ? null : last.clone();
    }
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
