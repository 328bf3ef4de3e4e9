package murmuration.warning.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import murmuration.warning.model.Continuation.Place;
import murmuration.warning.model.CriticalPoint.Kind;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** The critical points between two neighbouring places of a curve of equilibria. */
final class Crossings {
  private static final int EVALUATIONS = 200;
  private static final double KINK = 1e-4;
  private static final double FLAT = 1e-5;

  private final Continuation curve;
  private final Place from;
  private final Place to;
  private final double length;

  Crossings(Continuation curve, Place from, Place to, double length) {
    this.curve = curve;
    this.from = from;
    this.to = to;
    this.length = length;
  }

  void addTo(List<CriticalPoint> found) {
    if (changes(Crossings::slope)) {
      Place at = solve(Crossings::slope);
      add(found, Math.abs(slope(at)) < KINK ? Kind.FOLD : Kind.NONSMOOTH_FOLD, at);
    } else if (changes(this::determinant)) {
      Place at = solve(this::determinant);
      add(found, branching(at), at);
    }
    if (curve.isMap() && changes(this::flip)) {
      add(found, Kind.FLIP, solve(this::flip));
    }
    if (changes(this::oscillation)) {
      Kind kind = curve.isMap() ? Kind.NEIMARK_SACKER : Kind.HOPF;
      add(found, kind, solve(this::oscillation));
    }
  }

  private void add(List<CriticalPoint> found, Kind kind, Place at) {
    if (curve.isInside(at)) {
      found.add(curve.point(kind, at));
    }
  }

  /** How the parameter changes along the curve: 0 at a fold. */
  static double slope(Place place) {
    return place.direction()[place.direction().length - 1];
  }

  /** 0 where an eigenvalue is 0, or a multiplier 1. */
  private double determinant(Place place) {
    return determinantPlus(place, 0);
  }

  /** 0 where a multiplier is -1. */
  private double flip(Place place) {
    return determinantPlus(place, 2);
  }

  private double determinantPlus(Place place, double shift) {
    double[][] a = curve.jacobian(place.u());
    for (int i = 0; i < a.length; i++) {
      a[i][i] += shift;
    }
    return new LUDecomposition(MatrixUtils.createRealMatrix(a), 0).getDeterminant();
  }

  /** Growth of the pair of complex eigenvalues that grows most: NaN where there is none. */
  private double oscillation(Place place) {
    return Arrays.stream(place.eigenvalues())
        .filter(value -> value.getImaginary() != 0)
        .mapToDouble(this::growth)
        .max()
        .orElse(Double.NaN);
  }

  private double growth(Complex value) {
    return curve.isMap() ? value.abs() - 1 : value.getReal();
  }

  private boolean changes(ToDoubleFunction<Place> test) {
    return test.applyAsDouble(from) * test.applyAsDouble(to) < 0;
  }

  private Place solve(ToDoubleFunction<Place> test) {
    try {
      double part =
          new BrentSolver(1e-15, 1e-16)
              .solve(EVALUATIONS, s -> test.applyAsDouble(at(s)), 0, length);
      return at(part);
    } catch (TooManyEvaluationsException e) {
      return from;
    }
  }

  private Place at(double part) {
    if (part <= 0) {
      return from;
    }
    Place place = part >= length ? to : curve.ahead(from, part);
    return place == null ? from : place;
  }

  /** Pitchfork where the residual does not curve along the direction that loses stability. */
  private Kind branching(Place at) {
    var svd = new SingularValueDecomposition(MatrixUtils.createRealMatrix(curve.jacobian(at.u())));
    int last = at.u().length - 2;
    double[] v = svd.getV().getColumn(last);
    double[] w = svd.getU().getColumn(last);
    double scale = Math.max(svd.getNorm(), 1e-300);
    return Math.abs(curve.curvature(at, v, w)) < FLAT * scale ? Kind.PITCHFORK : Kind.TRANSCRITICAL;
  }
}
