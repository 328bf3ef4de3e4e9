package murmuration;

import java.util.List;
import java.util.Locale;

/**
 * A module that one has only if one asks for it, because of what it brings along. The core works
 * without any of them.
 */
public enum OptionalModule {
  /** Detectors learned from simulations, on Smile (GPL-3.0-or-later). */
  LEARN("murmuration.learn.LearnedDetector", "LearnedDetector HiddenRegimes"),

  /** Small networks that learn while one watches, on the Deep Java Library and PyTorch. */
  NEURAL(
      "murmuration.neural.engine.NeuralEngine",
      "ConceptGenerator AttentionLearner NeuralLewis NeuralForaging");

  private static final String VERSION = "0.1.0";

  private final String witness;
  private final String types;

  OptionalModule(String witness, String types) {
    this.witness = witness;
    this.types = types;
  }

  /** The name of its package, such as {@code murmuration.neural}. */
  public String packageName() {
    return "murmuration." + name().toLowerCase(Locale.ROOT);
  }

  /** The name of its artifact, such as {@code murmuration-neural}. */
  public String artifact() {
    return "murmuration-" + name().toLowerCase(Locale.ROOT);
  }

  /** Types that users begin with. */
  public List<String> types() {
    return List.of(types.split(" "));
  }

  /** Whether it is on the class path. */
  public boolean isPresent() {
    return isPresent(OptionalModule.class.getClassLoader())
        || isPresent(Thread.currentThread().getContextClassLoader());
  }

  private boolean isPresent(ClassLoader loader) {
    try {
      Class.forName(witness, false, loader);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Does nothing where the module is there.
   *
   * @throws IllegalStateException where it is not, with how to get it
   */
  public void require() {
    if (!isPresent()) {
      throw new IllegalStateException(howToGetIt());
    }
  }

  /** How to get it, in words. */
  public String howToGetIt() {
    return "%1$s is in the optional module %2$s, which is not on the class path. In a clone, ./run setup builds it; in a notebook, add %%maven io.github.murmuration:%2$s:%3$s; in a program, add the dependency io.github.murmuration:%2$s:%3$s"
        .formatted(packageName(), artifact(), VERSION);
  }
}
