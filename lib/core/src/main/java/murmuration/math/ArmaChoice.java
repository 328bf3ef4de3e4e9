package murmuration.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * ARMA models of one series, compared by Akaike's criterion.
 *
 * @param best the model of lowest AIC; of equals the one of fewest coefficients
 * @param models every model that was fitted, for p = 1..4 and q = 0..4 row by row
 */
public record ArmaChoice(Arma best, List<Arma> models) {
  private static final int MAX_P = 4;
  private static final int MAX_Q = 4;

  /** Keeps its own copy. */
  public ArmaChoice {
    models = List.copyOf(models);
  }

  /**
   * Fits p = 1..4 and q = 0..4 by exact maximum likelihood (Dakos et al. 2012, Methods for
   * detecting early warnings of critical transitions in time series).
   *
   * @param x series without mean, equally spaced, at least 20 values, not constant
   * @throws CancellationException if the calling thread is interrupted
   */
  public static ArmaChoice of(double[] x) {
    Arguments.finite("x", x, 20);
    var fit = ArmaFit.of(x);
    var models = new Arma[MAX_P][MAX_Q + 1];
    var caller = Thread.currentThread();
    for (int size = 1; size <= MAX_P + MAX_Q; size++) {
      int coefficients = size;
      IntStream.rangeClosed(Math.max(1, size - MAX_Q), Math.min(MAX_P, size))
          .parallel()
          .filter(p -> !caller.isInterrupted())
          .forEach(
              p -> {
                int q = coefficients - p;
                models[p - 1][q] = fit.fit(p, q, smaller(models, p, q));
              });
      if (caller.isInterrupted()) {
        throw new CancellationException("the choice of an ARMA model was interrupted");
      }
    }
    var rows = Arrays.stream(models).flatMap(Arrays::stream).toList();
    return new ArmaChoice(best(rows), rows);
  }

  /** The models with one coefficient less of either kind, or of both. */
  private static List<Arma> smaller(Arma[][] models, int p, int q) {
    var smaller = new ArrayList<Arma>();
    if (q > 0) {
      smaller.add(models[p - 1][q - 1]);
    }
    if (p > 1) {
      smaller.add(models[p - 2][q]);
    }
    if (p > 1 && q > 0) {
      smaller.add(models[p - 2][q - 1]);
    }
    return smaller;
  }

  private static Arma best(List<Arma> models) {
    Arma best = models.getFirst();
    for (Arma model : models) {
      double gain = best.aic() - model.aic();
      if (gain > 0 || (gain == 0 && size(model) < size(best))) {
        best = model;
      }
    }
    return best;
  }

  private static int size(Arma model) {
    return model.ar().length + model.ma().length;
  }

  /**
   * Akaike's criterion of ARMA(p, q).
   *
   * @param p 1 to 4
   * @param q 0 to 4
   */
  public double aic(int p, int q) {
    Arguments.within("p", p, 1, MAX_P);
    Arguments.within("q", q, 0, MAX_Q);
    return models.get((p - 1) * (MAX_Q + 1) + q).aic();
  }
}
