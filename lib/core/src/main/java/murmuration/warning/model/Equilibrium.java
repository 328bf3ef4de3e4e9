package murmuration.warning.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.apache.commons.math3.complex.Complex;
import tech.tablesaw.api.Table;

/**
 * A state of rest, how fast the model returns to it, and the fluctuations that weak noise makes
 * around it: those of the linear model {@code dX = J X dt + G dW} (an Ornstein-Uhlenbeck process),
 * or {@code X' = J X + B z} for a map.
 *
 * @param model the model with its parameters, in words
 * @param components names of the components of the state, length d
 * @param state the state, length d
 * @param real real parts of the eigenvalues of a flow, of the multipliers of a map, length d
 * @param imaginary their imaginary parts, length d
 * @param jacobian J, row by row, d d numbers
 * @param covariance stationary covariance, row by row, d d numbers; NaN if the state is not stable
 * @param isMap whether time is discrete
 */
public record Equilibrium(
    String model,
    List<String> components,
    double[] state,
    double[] real,
    double[] imaginary,
    double[] jacobian,
    double[] covariance,
    boolean isMap)
    implements Result {
  /** Checks the lengths and keeps its own copies. */
  public Equilibrium {
    Arguments.present("model", model);
    components = Arguments.listed("components", components);
    int d = components.size();
    state = sized("state", state, d);
    real = sized("real", real, d);
    imaginary = sized("imaginary", imaginary, d);
    jacobian = sized("jacobian", jacobian, d * d);
    covariance = sized("covariance", covariance, d * d);
  }

  private static double[] sized(String name, double[] values, int size) {
    Arguments.series(name, values, 1);
    Arguments.require(
        values.length == size, "%s has %d values: expected %d", name, values.length, size);
    return values.clone();
  }

  static Equilibrium of(DynamicalModel model, double[] p, double[] x) {
    var linear = new Linearisation(model);
    double[][] residual = linear.jacobian(p, x);
    Complex[] values = linear.eigenvalues(residual);
    int d = x.length;
    double[][] jacobian = linear.isMap() ? Matrices.plusIdentity(residual) : residual;
    double[] covariance = new double[d * d];
    Arrays.fill(covariance, Double.NaN);
    if (linear.isStable(values)) {
      covariance = Matrices.stationary(jacobian, linear.noise(p, x), linear.isMap());
    }
    return new Equilibrium(
        model.getClass().getSimpleName() + " with " + model.parameters(),
        model.components(),
        x,
        Arrays.stream(values).mapToDouble(Complex::getReal).toArray(),
        Arrays.stream(values).mapToDouble(Complex::getImaginary).toArray(),
        Matrices.flat(jacobian),
        covariance,
        linear.isMap());
  }

  @Override
  public double[] state() {
    return state.clone();
  }

  @Override
  public double[] real() {
    return real.clone();
  }

  @Override
  public double[] imaginary() {
    return imaginary.clone();
  }

  @Override
  public double[] jacobian() {
    return jacobian.clone();
  }

  @Override
  public double[] covariance() {
    return covariance.clone();
  }

  /**
   * The real part of the dominant eigenvalue: of a flow the one with the largest real part, 0 at a
   * bifurcation; of a map the multiplier with the largest modulus, on the unit circle there.
   */
  public double eigenvalue() {
    return real[dominant()];
  }

  /** The imaginary part that belongs to {@link #eigenvalue}, as 0 or more. */
  public double frequency() {
    return Math.abs(imaginary[dominant()]);
  }

  /** Whether small disturbances die out. */
  public boolean isStable() {
    return growth(dominant()) < 0;
  }

  private int dominant() {
    return IntStream.range(0, real.length).reduce(0, (a, b) -> growth(b) > growth(a) ? b : a);
  }

  private double growth(int i) {
    return isMap ? Math.hypot(real[i], imaginary[i]) - 1 : real[i];
  }

  /** The sd of the first component under weak noise; NaN if the state is not stable. */
  public double sd() {
    return sd(0);
  }

  /** The sd of a component, counted from 0, under weak noise; NaN if the state is not stable. */
  public double sd(int component) {
    return Math.sqrt(covariance[place(component)]);
  }

  /**
   * The autocorrelation of the first component at an interval of time.
   *
   * @param interval 0 or more; a whole number of steps for maps
   */
  public double ac(double interval) {
    return ac(0, interval);
  }

  /** The same of a component, counted from 0: that of {@code exp(J interval) C}. */
  public double ac(int component, double interval) {
    int place = place(component);
    Arguments.within("interval", interval, 0, Double.MAX_VALUE);
    Arguments.require(
        !isMap || interval == Math.rint(interval) && interval <= 1e6,
        "interval is %s: expected a whole number of steps up to a million",
        interval);
    if (!isStable()) {
      return Double.NaN;
    }
    int d = state.length;
    double[][] a = Matrices.square(jacobian);
    double[][] ahead = isMap ? Matrices.power(a, (int) interval) : Matrices.exp(a, interval);
    double sum = 0;
    for (int k = 0; k < d; k++) {
      sum += ahead[component][k] * covariance[k * d + component];
    }
    return sum / covariance[place];
  }

  private int place(int component) {
    int d = state.length;
    Arguments.require(
        component >= 0 && component < d, "component is %d: expected 0 to %d", component, d - 1);
    return component * (d + 1);
  }

  @Override
  public String summary() {
    String at =
        IntStream.range(0, Math.min(6, state.length))
            .mapToObj(j -> components.get(j) + " = " + Digits.of(state[j], 4))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        """
        Equilibrium of %s
        %s: %s
        dominant %s %s%s
        weak noise: sd of %s %s\
        """,
        model,
        isStable() ? "stable" : "unstable",
        at,
        isMap ? "multiplier" : "eigenvalue",
        Digits.of(eigenvalue(), 4),
        frequency() > 0 ? " ± " + Digits.of(frequency(), 4) + " i" : "",
        components.getFirst(),
        Digits.of(sd(), 4));
  }

  @Override
  public Table table() {
    var rows = Quantities.of("equilibrium");
    for (int j = 0; j < state.length; j++) {
      rows = rows.and(components.get(j), state[j]);
    }
    for (int j = 0; j < state.length; j++) {
      rows = rows.and("sd of " + components.get(j), sd(j));
    }
    return rows.and("eigenvalue", eigenvalue()).and("frequency", frequency()).table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("model", model));
  }
}
