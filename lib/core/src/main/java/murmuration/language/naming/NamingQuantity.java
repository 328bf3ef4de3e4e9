package murmuration.language.naming;

import murmuration.math.Arguments;

/** What one run of a naming game comes to. */
public enum NamingQuantity {
  /** Interactions until consensus; NaN of a run that was stopped before. */
  CONVERGENCE_TIME("convergence time (interactions)"),
  /** The largest number of words that all agents held together. */
  MOST_WORDS("most words"),
  /** The first time of this number. */
  TIME_OF_MOST_WORDS("time of most words (interactions)"),
  /** The largest number of distinct words at once. */
  MOST_DISTINCT("most distinct words"),
  /** Words when the run ended. */
  LAST_WORDS("words at the end"),
  /** Distinct words when the run ended. */
  LAST_DISTINCT("distinct words at the end");

  private final String words;

  NamingQuantity(String words) {
    this.words = words;
  }

  /** Its value in a run. */
  public double of(NamingRun run) {
    Arguments.present("run", run);
    return switch (this) {
      case CONVERGENCE_TIME -> run.converged() ? (double) run.interactions() : Double.NaN;
      case MOST_WORDS -> run.mostWords();
      case TIME_OF_MOST_WORDS -> run.timeOfMostWords();
      case MOST_DISTINCT -> run.mostDistinct();
      case LAST_WORDS -> run.lastWords();
      case LAST_DISTINCT -> run.lexicon().length;
    };
  }

  /** What it is, with its unit. */
  @Override
  public String toString() {
    return words;
  }
}
