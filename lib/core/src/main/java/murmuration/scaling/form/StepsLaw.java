package murmuration.scaling.form;

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
}
