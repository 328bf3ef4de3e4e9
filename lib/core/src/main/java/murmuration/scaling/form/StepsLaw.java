package murmuration.scaling.form;

import java.util.ArrayList;
import java.util.List;
import murmuration.math.Arguments;

/**
 * Loss by parameters and optimiser steps, {@code L(N, S) = (N_c / N)^alpha_N + (S_c / S)^alpha_S}
 * (Kaplan et al. 2020, Eq. 1.6): the learning curve of a model of any size.
 *
 * <pre>{@code
 * double loss = Kaplan.PARAMETERS_AND_STEPS.loss(1e9, 1e5);
 * }</pre>
 *
 * @param size the part that more parameters lower
 * @param steps the part that more steps lower
 */
public record StepsLaw(PowerOfScale size, PowerOfScale steps) {
  /** Refuses null. */
  public StepsLaw {
    Arguments.present("size", size);
    Arguments.present("steps", steps);
  }

  /** The loss of a model with so many parameters after so many steps; both above 0. */
  public double loss(double parameters, double count) {
    return size.loss(parameters) + steps.loss(count);
  }

  /**
   * The fit to losses along training, by least squares of ln L: parameters ln N_c, alpha_N, ln S_c
   * and alpha_S.
   *
   * @param parameters N, length n of at least 5, above 0
   * @param steps S, length n, above 0
   * @param losses L, length n, above 0
   */
  public static FormFit<StepsLaw> fit(double[] parameters, double[] steps, double[] losses) {
    double[] logN = Logs.of("parameters", parameters);
    double[] logS = Logs.of("steps", steps);
    double[] logL = Logs.of("losses", losses);
    Arguments.sameLength("parameters", parameters, "steps", steps);
    Arguments.sameLength("parameters", parameters, "losses", losses);
    double half = Logs.mean(logL) - Math.log(2);
    List<double[]> starts = new ArrayList<>();
    for (double a : Logs.EXPONENTS) {
      for (double b : Logs.EXPONENTS) {
        starts.add(new double[] {half / a + Logs.mean(logN), a, half / b + Logs.mean(logS), b});
      }
    }
    return new FormSearch(
            "L = (N_c / N)^alpha_N + (S_c / S)^alpha_S",
            List.of("ln N_c", "alpha_N", "ln S_c", "alpha_S"),
            logL,
            Logs.ones(logN.length),
            (p, i, gradient) -> {
              double size = Math.exp(p[1] * (p[0] - logN[i]));
              double step = Math.exp(p[3] * (p[2] - logS[i]));
              if (gradient != null) {
                gradient[0] = p[1] * size / (size + step);
                gradient[1] = (p[0] - logN[i]) * size / (size + step);
                gradient[2] = p[3] * step / (size + step);
                gradient[3] = (p[2] - logS[i]) * step / (size + step);
              }
              return Math.log(size + step);
            },
            Logs.unbounded(4, -1),
            Logs.unbounded(4, 1))
        .from(
            starts,
            p ->
                new StepsLaw(
                    new PowerOfScale(Math.exp(p[0]), p[1]),
                    new PowerOfScale(Math.exp(p[2]), p[3])));
  }
}
