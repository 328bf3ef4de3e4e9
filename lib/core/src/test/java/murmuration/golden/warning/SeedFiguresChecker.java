package murmuration.golden.warning;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Rng;
import murmuration.warning.model.CriticalPoint;
import murmuration.warning.model.CriticalPoint.Kind;
import murmuration.warning.model.SchreiberCrisis;
import murmuration.warning.model.Simulation;
import murmuration.warning.model.SmoothGrazing;

/**
 * Figures 2 and 3 of the 2013 review: a crisis without slowing down, and slowing down without a
 * bifurcation. The statistics of chance are means over more runs than the file's, with its
 * tolerances.
 */
public final class SeedFiguresChecker implements Checker {
  private static final int RUNS_OF_CHAOS = 300;
  private static final int RUNS_OF_GRAZING = 30;

  @Override
  public String kind() {
    return "warning/seed-figures";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    crisis(file.root().at("fig2"), report);
    smooth(file.root().at("fig3"), report);
  }

  private static void crisis(Node figure, Report report) {
    for (Node path : figure.at("trajectories").items()) {
      double[] expected = Arrays.copyOf(path.at("x").numbers(), 11);
      double[] found = run(path.at("m").number(), path.at("x0").number(), 11).state();
      String name = "m = " + path.at("m").number();
      report.numbers(name, expected, found, new Tolerance(1e-6, 1e-6));
    }
    double crisis =
        new SchreiberCrisis()
            .critical().stream()
                .filter(point -> point.kind() == Kind.CRISIS)
                .mapToDouble(CriticalPoint::value)
                .findFirst()
                .orElse(Double.NaN);
    double largest = figure.at("largest_m_persisting").number();
    report.number("largest_m_persisting", largest, crisis, Tolerance.absolute(0.01));
    Node band = figure.at("band");
    Tolerance near = Tolerance.absolute(0.05);
    double[] m = band.at("m").numbers();
    for (int k = 0; k < m.length; k++) {
      double[] found = band(m[k], k);
      report.number("mean at m = " + m[k], band.at("mean").numbers()[k], found[0], near);
      report.number("sd at m = " + m[k], band.at("sd").numbers()[k], found[1], near);
      report.number("acf1 at m = " + m[k], band.at("acf1").numbers()[k], found[2], near);
    }
  }

  private static Simulation run(double m, double start, int points) {
    var model = new SchreiberCrisis().with("m", m);
    return model.unforced().burnIn(0).duration(points).from(start).simulate(0);
  }

  /** Mean, sd and acf1 of iterations 799 to 1000, over runs with m within 0.05. */
  private static double[] band(double m, long seed) {
    double[] sums = new double[3];
    for (int i = 0; i < RUNS_OF_CHAOS; i++) {
      var random = Rng.of(seed, i);
      double near = m + 0.1 * random.nextDouble() - 0.05;
      double[] x = run(near, random.nextDouble(), 1001).state();
      add(moments(Arrays.copyOfRange(x, 799, 1001)), sums);
    }
    return Arrays.stream(sums).map(sum -> sum / RUNS_OF_CHAOS).toArray();
  }

  private static void smooth(Node figure, Report report) {
    double[] c = figure.at("c").numbers();
    double interval = figure.at("sampling_interval").number();
    Tolerance exact = Tolerance.absolute(1e-10);
    double[] sd = new double[c.length];
    for (int k = 0; k < c.length; k++) {
      var rest = new SmoothGrazing().with("c", c[k]).equilibrium();
      String at = " at c = " + c[k];
      report.number(
          "equilibrium" + at, figure.at("equilibrium").numbers()[k], rest.state()[0], exact);
      report.number(
          "eigenvalue" + at, figure.at("eigenvalue").numbers()[k], rest.eigenvalue(), exact);
      report.number("sd" + at, figure.at("ou_sd").numbers()[k], rest.sd(), exact);
      report.number(
          "ac1" + at, figure.at("ou_ac1_at_sampling").numbers()[k], rest.ac(interval), exact);
      sd[k] = rest.sd();
    }
    int peak = IntStream.range(0, c.length).reduce(0, (a, b) -> sd[b] > sd[a] ? b : a);
    report.holds("peak of sd", c[peak] >= 1.1 && c[peak] <= 1.3, "expected at 1.1 to 1.3");
    Node simulated = figure.at("simulated");
    double[] few = simulated.at("c").numbers();
    for (int k = 0; k < few.length; k++) {
      double[] found = simulated(few[k], interval);
      String at = " at c = " + few[k];
      report.number(
          "simulated sd" + at, simulated.at("sd").numbers()[k], found[1], Tolerance.relative(0.12));
      report.number(
          "simulated acf1" + at,
          simulated.at("acf1").numbers()[k],
          found[2],
          Tolerance.absolute(0.08));
    }
  }

  private static double[] simulated(double c, double interval) {
    var scenario =
        new SmoothGrazing()
            .with("c", c)
            .unforced()
            .duration(200 * interval)
            .every(interval, 100)
            .burnIn(50);
    double[] sums = new double[3];
    for (Simulation run : scenario.simulate(RUNS_OF_GRAZING, 1).runs()) {
      add(moments(run.state()), sums);
    }
    return Arrays.stream(sums).map(sum -> sum / RUNS_OF_GRAZING).toArray();
  }

  private static void add(double[] values, double[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += values[j];
    }
  }

  /** Mean, sd and autocorrelation at lag 1. */
  private static double[] moments(double[] x) {
    double mean = Arrays.stream(x).average().orElseThrow();
    double squares = 0;
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      squares += (x[i] - mean) * (x[i] - mean);
      products += i == 0 ? 0 : (x[i] - mean) * (x[i - 1] - mean);
    }
    return new double[] {mean, Math.sqrt(squares / (x.length - 1)), products / squares};
  }
}
