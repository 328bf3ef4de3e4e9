package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;

/**
 * The forms of a one-dimensional scaling law: y a loss or an error above 0, x a scale above 0.
 * Exponents are positive where y falls.
 */
public enum CurveForm {
  /** {@code y = beta x^-c}: M1 of Alabdulmohsin et al. (2022). */
  POWER(new PowerModel(false), "beta", "c"),
  /** {@code y = e + beta x^-c}, e at least 0: M2, a power law above a floor. */
  OFFSET(new BrokenModel(0), "e", "beta", "c"),
  /** {@code y = beta (1/x + gamma)^c}, gamma at least 0: M3, a power law that levels off. */
  M3(new PowerModel(true), "beta", "c", "gamma"),
  /**
   * {@code (y - e)/(y0 - y)^alpha = beta x^-c}, {@code e < y < y0}: M4, a law with a floor and a
   * ceiling (Alabdulmohsin, Neyshabur and Zhai 2022, Revisiting neural scaling laws in language and
   * vision).
   */
  M4(new SaturatingModel(), "e", "y0", "alpha", "beta", "c"),
  /**
   * The broken law without a break, {@code y = a + b x^-c0}: the same curves as {@link #OFFSET}.
   */
  BNSL0(new BrokenModel(0), "a", "b", "c0"),
  /**
   * The broken law with one break, {@code y = a + b x^-c0 (1 + (x/d1)^(1/f1))^(-c1 f1)} (Caballero,
   * Gupta, Rish and Krueger 2023, Broken neural scaling laws, Eq. 1): the exponent goes from c0 to
   * {@code c0 + c1} around d1, the sharper the smaller f1; c1 below 0 can give curves that rise.
   */
  BNSL1(new BrokenModel(1), "a", "b", "c0", "c1", "d1", "f1"),
  /** The broken law with two breaks; a factor as in {@link #BNSL1} for each. */
  BNSL2(new BrokenModel(2), "a", "b", "c0", "c1", "d1", "f1", "c2", "d2", "f2"),
  /** The broken law with three breaks; a factor as in {@link #BNSL1} for each. */
  BNSL3(new BrokenModel(3), "a", "b", "c0", "c1", "d1", "f1", "c2", "d2", "f2", "c3", "d3", "f3"),
  /** {@code y = e + A exp(-k x)}, e at least 0. */
  EXPONENTIAL(new ExponentialModel(), "e", "A", "k"),
  /** {@code y = a + b ln x}. */
  LOGLINEAR(new LogLinearModel(), "a", "b"),
  /** {@code y = lo + height/(1 + exp(-(u + v ln x)))}, lo at least 0, {@code height = hi - lo}. */
  SIGMOID(new SigmoidModel(), "lo", "height", "u", "v");

  private final CurveModel model;
  private final List<String> names;

  CurveForm(CurveModel model, String... names) {
    this.model = model;
    this.names = List.of(names);
  }

  /** The broken law with so many breaks, 0 to 3. */
  public static CurveForm broken(int breaks) {
    return switch (breaks) {
      case 0 -> BNSL0;
      case 1 -> BNSL1;
      case 2 -> BNSL2;
      case 3 -> BNSL3;
      default -> throw new IllegalArgumentException("breaks is " + breaks + ": expected 0 to 3");
    };
  }

  /** All forms but {@link #BNSL0}, which is {@link #OFFSET} by another name. */
  public static List<CurveForm> distinct() {
    var forms = new ArrayList<>(Arrays.asList(values()));
    forms.remove(BNSL0);
    return List.copyOf(forms);
  }

  /** The names of the parameters, in order. */
  public List<String> names() {
    return names;
  }

  /** The number of parameters p; a fit needs at least p + 1 points. */
  public int parameters() {
    return names.size();
  }

  /** The breaks of a broken law; 0 for the other forms. */
  public int breaks() {
    return model instanceof BrokenModel broken ? broken.breaks() : 0;
  }

  /**
   * The form's value.
   *
   * @param parameters in the order of {@link #names}, finite; those of scale (beta, b, A, k, d, f,
   *     height) above 0
   * @param x above 0
   */
  public double at(double[] parameters, double x) {
    double[] theta = theta(parameters);
    Arguments.positive("x", x);
    return model.at(x, Math.log(x), theta, null);
  }

  /** The form's values at several x; see {@link #at}. */
  public double[] curve(double[] parameters, double[] x) {
    double[] theta = theta(parameters);
    return Arrays.stream(Arguments.present("x", x))
        .map(v -> model.at(Arguments.positive("x", v), Math.log(v), theta, null))
        .toArray();
  }

  /** What a fit minimises where nothing else is said: the authors' choice. */
  public CurveObjective objective() {
    return breaks() > 0 ? CurveObjective.LOG1P : CurveObjective.LOG;
  }

  CurveModel model() {
    return model;
  }

  private double[] theta(double[] parameters) {
    Arguments.finite("parameters", parameters, 0);
    Arguments.require(
        parameters.length == parameters(),
        "parameters has %d values: expected %d, %s",
        parameters.length,
        parameters(),
        names);
    double[] theta = model.theta(parameters);
    for (int j = 0; j < theta.length; j++) {
      Arguments.require(
          Double.isFinite(theta[j]),
          "%s is %s: expected a number above 0",
          names.get(j),
          parameters[j]);
    }
    return theta;
  }
}
