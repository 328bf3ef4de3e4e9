package murmuration.neural.engine;

/** How weights follow their gradients. */
public sealed interface StepRule permits Adam, Descent {
  /** The largest Euclidean norm of the whole gradient, above 0; infinity for no limit. */
  double clip();
}
