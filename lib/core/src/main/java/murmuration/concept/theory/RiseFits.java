package murmuration.concept.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import murmuration.concept.theory.TheorySearch.Parameter;
import murmuration.data.Provenance;
import murmuration.math.Arguments;

/** Least-squares fits of single curves: logistic rises, Saxe's mode, a fall before a rise. */
final class RiseFits {
  private static final double STEEPEST = Math.log(1e6);
  private static final double FLATTEST = Math.log(1e-3);

  private RiseFits() {}

  static TheoryFit<LogisticRise> logistic(double[] steps, double[] z, FitEnds ends) {
    var axis = Axis.of(steps, z, 2, ends);
    var parameters = List.of(axis.rate("rate k (per step)"), axis.time("time t0 (steps)"));
    var starts = new ArrayList<double[]>();
    for (double rate : new double[] {4, 12, 40}) {
      for (double time : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
        starts.add(new double[] {Math.log(rate), time});
      }
    }
    return fit(
        "logistic rise",
        axis,
        parameters,
        starts,
        x -> new LogisticRise(axis.rateOf(x[0]), axis.timeOf(x[1])),
        LogisticRise::at,
        Map.of());
  }

  /** Searches ln(2 s span/tau) and ln(s/a0 - 1). */
  static TheoryFit<SaxeMode> saxe(double[] steps, double[] z, double tau, FitEnds ends) {
    Arguments.within("tau", tau, 1e-90, 1e90);
    var axis = Axis.of(steps, z, 2, ends);
    Arguments.require(steps[0] >= 0, "steps start at %s: expected 0 or later", steps[0]);
    double unit = tau / (2 * axis.span());
    Arguments.within("the span of steps over tau", axis.span() / tau, 1e-90, 1e90);
    var parameters =
        List.of(
            new Parameter("strength s", FLATTEST, STEEPEST, x -> unit * Math.exp(x)),
            new Parameter("start a0 / s", -3, 200, x -> 1 / (1 + Math.exp(x))));
    var starts = new ArrayList<double[]>();
    for (double rate : new double[] {4, 12, 40}) {
      for (double time : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
        double half = (steps[0] + time * axis.span()) / axis.span();
        starts.add(new double[] {Math.log(rate), Math.min(rate * half, 190)});
      }
    }
    return fit(
        "Saxe's mode",
        axis,
        parameters,
        starts,
        x -> {
          double strength = unit * Math.exp(x[0]);
          return new SaxeMode(strength, strength / (1 + Math.exp(x[1])), tau);
        },
        (mode, t) -> mode.at(t) / mode.strength(),
        Map.of("tau", Double.toString(tau)));
  }

  /** Searches a, m, the fall and by how much the rise is later. */
  static TheoryFit<ToyConcept> remembered(double[] steps, double[] z) {
    var axis = Axis.of(steps, z, 6, FitEnds.ZERO_TO_ONE);
    var parameters =
        List.of(
            new Parameter("start a", 0, 1, x -> x),
            new Parameter("low m", 0, 1, x -> x),
            axis.rate("rate of the fall (per step)"),
            axis.time("time of the fall (steps)"),
            axis.rate("rate of the rise (per step)"),
            new Parameter("steps from fall to rise", 0, 3, axis::stepsOf));
    double first = Math.clamp(z[0], 0.01, 0.99);
    double least = Math.clamp(Arrays.stream(z).min().orElseThrow(), 0.01, 0.99);
    var starts = new ArrayList<double[]>();
    for (double rate : new double[] {8, 25}) {
      for (double fall : new double[] {0.1, 0.3, 0.5}) {
        for (double rise : new double[] {0.15, 0.35}) {
          double k = Math.log(rate);
          starts.add(new double[] {first, least, k, fall, k, rise});
        }
      }
    }
    return fit(
        "fall and rise",
        axis,
        parameters,
        starts,
        x ->
            new ToyConcept(
                Math.clamp(x[0], 0, 1),
                Math.clamp(x[1], 0, 1),
                new LogisticRise(axis.rateOf(x[2]), axis.timeOf(x[3])),
                new LogisticRise(axis.rateOf(x[4]), axis.timeOf(x[3] + x[5]))),
        ToyConcept::at,
        Map.of());
  }

  /** What a searched point is. */
  @FunctionalInterface
  private interface Maker<M> {
    M of(double[] x);
  }

  private static <M> TheoryFit<M> fit(
      String theory,
      Axis axis,
      List<Parameter> parameters,
      List<double[]> starts,
      Maker<M> maker,
      ToDoubleBiFunction<M, Double> curve,
      Map<String, String> options) {
    int own = parameters.size();
    var all = new ArrayList<>(parameters);
    all.addAll(axis.ends().parameters(""));
    double[] free = axis.ends().start();
    var from =
        starts.stream()
            .map(x -> DoubleStream.concat(Arrays.stream(x), Arrays.stream(free)).toArray())
            .toList();
    Drawer drawer =
        (x, steps) -> {
          M model = maker.of(x);
          return Arrays.stream(steps)
              .map(t -> axis.ends().measured(curve.applyAsDouble(model, t), x, own))
              .toArray();
        };
    double[] steps = axis.steps();
    var found = TheorySearch.run(theory, x -> drawer.at(x, steps), axis.z(), all, from);
    double[] fine = TheorySearch.fine(steps);
    var chosen = new LinkedHashMap<String, String>();
    chosen.put("theory", theory);
    chosen.put("ends", axis.ends().which().toString());
    chosen.putAll(options);
    return new TheoryFit<>(
        theory,
        maker.of(found.x()),
        found.quantities(),
        List.of("concept"),
        steps,
        Curves.asColumn(axis.z()),
        Curves.asColumn(drawer.at(found.x(), steps)),
        fine,
        Curves.asColumn(drawer.at(found.x(), fine)),
        found.converged(),
        Provenance.of(chosen));
  }

  /** The measured curve that searched numbers give. */
  @FunctionalInterface
  private interface Drawer {
    double[] at(double[] x, double[] steps);
  }

  /** Steps as shares of their span, so that searched numbers are near 1 whatever the unit. */
  private record Axis(double[] steps, double[] z, double span, Ends ends) {
    static Axis of(double[] steps, double[] z, int parameters, FitEnds which) {
      Arguments.finite("z", z, 1);
      int numbers = parameters + Arguments.present("ends", which).numbers();
      TheorySearch.flat(steps, Curves.asColumn(z), numbers);
      double span = steps[steps.length - 1] - steps[0];
      Arguments.within("the span of steps", span, 1e-90, 1e90);
      return new Axis(steps.clone(), z.clone(), span, Ends.of(which, z));
    }

    double rateOf(double x) {
      return Math.exp(x) / span;
    }

    double timeOf(double x) {
      return steps[0] + x * span;
    }

    double stepsOf(double x) {
      return x * span;
    }

    Parameter rate(String name) {
      return new Parameter(name, FLATTEST, STEEPEST, this::rateOf);
    }

    Parameter time(String name) {
      return new Parameter(name, -2, 3, this::timeOf);
    }
  }
}
