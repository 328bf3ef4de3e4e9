package murmuration.icl;

/** Which sequences a batch holds: those to train on, and those that tell how a model answers. */
public enum SequenceKind {
  /** Bursty with the task's chance pC, else of independent classes. */
  TRAINING("training mixture"),
  /** Bursty whatever pC is: the "train" accuracy. */
  BURSTY("bursty"),
  /**
   * Novel classes with labels by chance, as often each as in a bursty context: only the context
   * tells the answer.
   */
  IN_CONTEXT("in context"),
  /** The same with every class once, so that no label is commoner than another. */
  IN_CONTEXT_ONCE("in context, each class once"),
  /** Known classes, and no item of the context has the query's label: only the weights tell. */
  IN_WEIGHTS("in weights");

  private final String words;

  SequenceKind(String words) {
    this.words = words;
  }

  /** In words. */
  @Override
  public String toString() {
    return words;
  }
}
