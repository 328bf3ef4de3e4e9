package murmuration.warning.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Interruption;
import murmuration.warning.model.CriticalPoint.Kind;
import org.apache.commons.math3.complex.Complex;
import org.jspecify.annotations.Nullable;

/**
 * Follows a curve of equilibria along a parameter by its pseudo-arclength (Keller 1977), around
 * folds, and finds the critical points on it: where between two points of the curve an eigenvalue
 * condition changes sign, Brent's method solves for it on the curve.
 */
final class Continuation {
  private static final double LONGEST = 0.01;
  private static final double SHORTEST = 1e-8;
  private static final double STRAIGHT = 0.9;
  private static final double BEYOND_KINK = 1e-4;
  private static final int MOST_POINTS = 20_000;
  private static final int NEWTON_STEPS = 20;
  private static final double ACCURACY = 1e-13;
  private static final double FAR = 1e3;
  private static final double BELOW_FLOOR = 0.05;

  /** A point of the curve: state and parameter, the direction of the curve, the eigenvalues. */
  record Place(double[] u, double[] direction, Complex[] eigenvalues, boolean isStable) {
    double[] state() {
      return Arrays.copyOf(u, u.length - 1);
    }

    double parameter() {
      return u[u.length - 1];
    }
  }

  /** A half of a curve, from where it was begun to an end of the range. */
  record Half(List<Place> places, List<CriticalPoint> critical) {}

  private final DynamicalModel model;
  private final Linearisation linear;
  private final String parameter;
  private final int driven;
  private final double[] p;
  private final double low;
  private final double high;
  private final double[] scale;

  Continuation(DynamicalModel model, String parameter, double low, double high, double[] start) {
    this.model = model;
    this.parameter = parameter;
    this.low = low;
    this.high = high;
    linear = new Linearisation(model);
    driven = Parameters.index(model, parameter);
    p = Parameters.values(model);
    scale = new double[start.length + 1];
    double largest = Arrays.stream(start).map(Math::abs).max().orElse(1);
    for (int j = 0; j < start.length; j++) {
      scale[j] = Math.max(Math.abs(start[j]), Math.max(0.1 * largest, 1e-3));
    }
    scale[start.length] = high - low;
  }

  /** From an equilibrium at a value of the parameter, at first towards more of it or less. */
  Half from(double[] state, double value, boolean upwards) {
    double[] u = Arrays.copyOf(state, state.length + 1);
    u[state.length] = value;
    double[] along = new double[u.length];
    along[state.length] = upwards ? 1 : -1;
    var places = new ArrayList<Place>();
    var critical = new ArrayList<CriticalPoint>();
    double[] direction = direction(u, along);
    if (!Rest.finite(direction)) {
      return new Half(places, critical);
    }
    Place here = place(u, direction);
    places.add(here);
    double length = LONGEST;
    while (places.size() < MOST_POINTS) {
      Interruption.check("continuation");
      Place next = ahead(here, length);
      boolean smooth = next != null && turn(here, next) >= STRAIGHT;
      if (!smooth && length > SHORTEST) {
        length /= 2;
        continue;
      }
      if (!smooth) {
        next = aroundKink(here);
      }
      if (next == null) {
        break;
      }
      if (smooth) {
        new Crossings(this, here, next, length).addTo(critical);
      } else if (Crossings.slope(here) * Crossings.slope(next) < 0 && isInside(here)) {
        critical.add(point(Kind.NONSMOOTH_FOLD, here));
      }
      here = next;
      places.add(here);
      length = Math.min(LONGEST, 1.5 * length);
      if (isOutside(here)) {
        break;
      }
    }
    return new Half(places, critical);
  }

  /**
   * Where the equations have a kink, the curve goes on in another direction: the one that they have
   * just beyond, forwards or backwards. Null where there is none.
   */
  private @Nullable Place aroundKink(Place here) {
    double[] beyond = here.u.clone();
    for (int j = 0; j < beyond.length; j++) {
      beyond[j] += BEYOND_KINK / 10 * here.direction[j] * scale[j];
    }
    double[] other = direction(beyond, here.direction);
    if (!Rest.finite(other)) {
      return null;
    }
    for (int sign : new int[] {1, -1}) {
      double[] along = Arrays.stream(other).map(v -> sign * v).toArray();
      Place turned = new Place(here.u, along, here.eigenvalues, here.isStable);
      Place next = ahead(turned, BEYOND_KINK);
      if (next != null && turn(turned, next) > STRAIGHT) {
        return next;
      }
    }
    return null;
  }

  private static double turn(Place a, Place b) {
    double cosine = 0;
    for (int j = 0; j < a.direction.length; j++) {
      cosine += a.direction[j] * b.direction[j];
    }
    return cosine;
  }

  private boolean isOutside(Place place) {
    double value = place.parameter();
    boolean outside = value < low || value > high;
    for (int j = 0; j < place.u.length - 1; j++) {
      outside |= Math.abs(place.u[j]) > FAR * scale[j];
      outside |= place.u[j] < model.floor() - BELOW_FLOOR * scale[j];
    }
    return outside;
  }

  boolean isInside(Place place) {
    boolean inside = place.parameter() >= low && place.parameter() <= high;
    for (double x : place.state()) {
      inside &= x >= model.floor() - 1e-6;
    }
    return inside;
  }

  /** The point of the curve a length ahead, in units of the scales; null where none is found. */
  @Nullable Place ahead(Place from, double length) {
    int d = scale.length - 1;
    double[] u = from.u.clone();
    for (int j = 0; j <= d; j++) {
      u[j] += length * from.direction[j] * scale[j];
    }
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[] right = Arrays.copyOf(residual(u), d + 1);
      right[d] = -length;
      for (int j = 0; j <= d; j++) {
        right[d] += from.direction[j] * (u[j] - from.u[j]) / scale[j];
      }
      double[] move = Rest.solve(bordered(u, from.direction), right);
      if (!Rest.finite(move)) {
        return null;
      }
      double size = 0;
      for (int j = 0; j <= d; j++) {
        u[j] -= move[j] * scale[j];
        size = Math.max(size, Math.abs(move[j]));
      }
      if (size > 2 * length + 1e-9) {
        return null;
      }
      if (size < ACCURACY || i > 6 && size < 1e-10) {
        double[] direction = direction(u, from.direction);
        return Rest.finite(direction) ? place(u, direction) : null;
      }
    }
    return null;
  }

  private double[] residual(double[] u) {
    int d = u.length - 1;
    p[driven] = u[d];
    return linear.residual(p, Arrays.copyOf(u, d));
  }

  double[][] jacobian(double[] u) {
    int d = u.length - 1;
    p[driven] = u[d];
    return linear.jacobian(p, Arrays.copyOf(u, d));
  }

  /** Derivatives by the scaled state and parameter, and a last row. */
  private double[][] bordered(double[] u, double[] last) {
    int d = u.length - 1;
    double[][] jacobian = jacobian(u);
    double[] byParameter = linear.byParameter(p, driven, Arrays.copyOf(u, d), scale[d]);
    double[][] a = new double[d + 1][d + 1];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        a[i][j] = jacobian[i][j] * scale[j];
      }
      a[i][d] = byParameter[i] * scale[d];
    }
    a[d] = last.clone();
    return a;
  }

  /** The unit vector along the curve, on the side of another. */
  private double[] direction(double[] u, double[] side) {
    double[] right = new double[u.length];
    right[u.length - 1] = 1;
    double[] along = Rest.solve(bordered(u, side), right);
    double norm = Math.sqrt(Arrays.stream(along).map(v -> v * v).sum());
    return Arrays.stream(along).map(v -> v / norm).toArray();
  }

  private Place place(double[] u, double[] direction) {
    double[][] jacobian = jacobian(u);
    if (!Arrays.stream(jacobian).allMatch(Rest::finite)) {
      return new Place(u, new double[] {Double.NaN}, new Complex[0], false);
    }
    Complex[] values = linear.eigenvalues(jacobian);
    return new Place(u, direction, values, linear.isStable(values));
  }

  boolean isMap() {
    return linear.isMap();
  }

  CriticalPoint point(Kind kind, Place at) {
    return new CriticalPoint(kind, parameter, at.parameter(), at.state());
  }

  /** Second derivative of the residual along v, times w, at a place. */
  double curvature(Place at, double[] v, double[] w) {
    double[] state = at.state();
    double size = 0;
    for (double x : state) {
      size = Math.max(size, Math.abs(x));
    }
    double h = 1e-3 * Math.max(size, 1e-2);
    double[] above = new double[state.length];
    double[] below = new double[state.length];
    for (int j = 0; j < state.length; j++) {
      above[j] = state[j] + h * v[j];
      below[j] = state[j] - h * v[j];
    }
    p[driven] = at.parameter();
    double[] up = linear.residual(p, above);
    double[] middle = linear.residual(p, state);
    double[] down = linear.residual(p, below);
    double sum = 0;
    for (int j = 0; j < state.length; j++) {
      sum += w[j] * (up[j] - 2 * middle[j] + down[j]) / (h * h);
    }
    return sum;
  }
}
