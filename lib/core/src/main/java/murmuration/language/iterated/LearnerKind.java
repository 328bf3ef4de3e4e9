package murmuration.language.iterated;

/** How a Bayesian learner chooses a language from its posterior. */
public enum LearnerKind {
  /** It draws one with its posterior probability. */
  SAMPLER,
  /** It takes the most probable one, and draws among equals. */
  MAP
}
