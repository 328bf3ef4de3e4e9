package murmuration.warning.model;

import java.util.Arrays;
import java.util.stream.Collectors;
import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * A value of a parameter at which the attractors of a model change.
 *
 * @param kind how they change
 * @param parameter name of the parameter
 * @param value its critical value
 * @param state the state there, length d; NaN where the change is not at one state
 */
public record CriticalPoint(Kind kind, String parameter, double value, double[] state) {
  /** How attractors change. */
  public enum Kind {
    /** A stable and an unstable equilibrium meet and vanish: an eigenvalue is 0. */
    FOLD,
    /** A fold at a kink of the equations, where no eigenvalue passes 0. */
    NONSMOOTH_FOLD,
    /** Two equilibria pass through one another and exchange stability: an eigenvalue is 0. */
    TRANSCRITICAL,
    /** As transcritical, with two mirrored equilibria born. */
    PITCHFORK,
    /** An oscillation is born: a pair of eigenvalues is imaginary. */
    HOPF,
    /** A cycle of two steps is born: a multiplier is -1. */
    FLIP,
    /** An oscillation of a map is born: a pair of multipliers has modulus 1. */
    NEIMARK_SACKER,
    /** A chaotic attractor meets the edge of its basin. */
    CRISIS,
    /** A path that leaves a saddle returns to it. */
    HOMOCLINIC;

    /** What it is called. */
    public String words() {
      return switch (this) {
        case FOLD -> "fold";
        case NONSMOOTH_FOLD -> "fold at a kink";
        case TRANSCRITICAL -> "transcritical";
        case PITCHFORK -> "pitchfork";
        case HOPF -> "Hopf";
        case FLIP -> "flip";
        case NEIMARK_SACKER -> "Neimark-Sacker";
        case CRISIS -> "crisis";
        case HOMOCLINIC -> "homoclinic";
      };
    }
  }

  /** Keeps its own copy. */
  public CriticalPoint {
    Arguments.present("kind", kind);
    Arguments.present("parameter", parameter);
    Parameters.finite("value", value);
    state = Arguments.present("state", state).clone();
  }

  @Override
  public double[] state() {
    return state.clone();
  }

  /** In words, such as {@code fold at h = 0.2604 (state 0.4781)}. */
  public String words() {
    String where =
        Arrays.stream(state)
            .mapToObj(v -> Digits.of(v, 4))
            .collect(Collectors.joining(", ", " (state ", ")"));
    return kind.words() + " at " + parameter + " = " + Digits.of(value, 6) + where;
  }
}
