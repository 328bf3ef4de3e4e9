package murmuration.concept;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Gradient;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How fast a run moves through concept space, and how sharply it bends. Derivatives are by training
 * step on the uneven grid of checkpoints ({@link Gradient}).
 *
 * @param names the concepts, d of them
 * @param steps training steps, length n
 * @param velocity n x d, coordinates a step
 * @param speed Euclidean length of the velocity, length n
 * @param curvature for two concepts {@code |x'y'' - y'x''| / (x'^2 + y'^2)^1.5}, the second
 *     derivatives by applying the same rule twice, NaN where the speed is 0; empty for other
 *     numbers of concepts
 * @param provenance where it comes from
 */
public record Motion(
    List<String> names,
    double[] steps,
    double[][] velocity,
    double[] speed,
    double[] curvature,
    Provenance provenance)
    implements Charted {
  /** Checks the lengths and keeps its own copy. */
  public Motion {
    names = Arguments.listed("names", names);
    Arguments.increasing("steps", steps);
    Arguments.finite("speed", speed, 2);
    Arguments.sameLength("steps", steps, "speed", speed);
    Arguments.series("curvature", curvature, 0);
    Arguments.require(
        curvature.length == 0 || curvature.length == steps.length,
        "curvature has %d values: expected %d, or none",
        curvature.length,
        steps.length);
    Arguments.present("velocity", velocity);
    Arguments.sameLength("steps", steps, "velocity", new double[velocity.length]);
    velocity = copy(velocity, names.size());
    steps = steps.clone();
    speed = speed.clone();
    curvature = curvature.clone();
    Arguments.present("provenance", provenance);
  }

  private static double[][] copy(double[][] velocity, int d) {
    double[][] copy = new double[velocity.length][];
    for (int i = 0; i < copy.length; i++) {
      double[] row = Arguments.present("a row of velocity", velocity[i]);
      Arguments.require(
          row.length == d, "velocity[%d] has %d numbers: expected %d", i, row.length, d);
      copy[i] = row.clone();
    }
    return copy;
  }

  /** The motion of a run. */
  public static Motion of(ConceptTrajectory run) {
    Arguments.present("run", run);
    double[] steps = run.steps();
    int n = steps.length;
    int d = run.dimension();
    double[][] velocity = new double[n][d];
    double[] speed = new double[n];
    for (int k = 0; k < d; k++) {
      double[] slope = Gradient.of(steps, run.concept(k));
      for (int i = 0; i < n; i++) {
        velocity[i][k] = slope[i];
        speed[i] += slope[i] * slope[i];
      }
    }
    for (int i = 0; i < n; i++) {
      speed[i] = Math.sqrt(speed[i]);
    }
    double[] curvature = d == 2 ? curvature(steps, velocity, speed) : new double[0];
    var provenance = Provenance.of(Map.of()).data(run.provenance().data());
    return new Motion(run.names(), steps, velocity, speed, curvature, provenance);
  }

  private static double[] curvature(double[] steps, double[][] velocity, double[] speed) {
    int n = steps.length;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = velocity[i][0];
      y[i] = velocity[i][1];
    }
    double[] ax = Gradient.of(steps, x);
    double[] ay = Gradient.of(steps, y);
    double[] curvature = new double[n];
    for (int i = 0; i < n; i++) {
      double cube = speed[i] * speed[i] * speed[i];
      curvature[i] = cube > 0 ? Math.abs(x[i] * ay[i] - y[i] * ax[i]) / cube : Double.NaN;
    }
    return curvature;
  }

  /** Training steps, length n. */
  @Override
  public double[] steps() {
    return steps.clone();
  }

  /** Coordinates a step, n x d. */
  @Override
  public double[][] velocity() {
    return copy(velocity, names.size());
  }

  /** Length of the velocity, length n. */
  @Override
  public double[] speed() {
    return speed.clone();
  }

  /** Curvature of a plane run, length n; empty for other numbers of concepts. */
  @Override
  public double[] curvature() {
    return curvature.clone();
  }

  @Override
  public String summary() {
    int fastest = 0;
    for (int i = 1; i < speed.length; i++) {
      fastest = speed[i] > speed[fastest] ? i : fastest;
    }
    return String.format(
        Locale.ROOT,
        "speed in concept space at %d checkpoints: mean %.4g, largest %.4g per step (step %.6g)",
        speed.length,
        Arrays.stream(speed).average().orElse(0),
        speed[fastest],
        steps[fastest]);
  }

  /** One row a checkpoint: {@code step}, {@code speed}, and for two concepts {@code curvature}. */
  @Override
  public Table table() {
    Table table =
        Table.create(
            "motion", DoubleColumn.create("step", steps), DoubleColumn.create("speed", speed));
    return curvature.length == 0
        ? table
        : table.addColumns(DoubleColumn.create("curvature", curvature));
  }

  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("Training step", "Speed in concept space (1/step)").line("run", steps, speed));
  }
}
