package murmuration.neural.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * A training of one network: steps down the gradient of a loss.
 *
 * <pre>{@code
 * try (var training = Training.open("line", Adam.rate(0.01));
 *     var progress = Progress.of("line", 1000)) {
 *   Session session = training.session();
 *   NDArray slope = session.weight("slope", Tensor.zeros(1, 1));
 *   InputArray x = session.input(8, 1);
 *   InputArray y = session.input(8, 1);
 *   for (int step = 0; step < 1000; step++) {
 *     x.fill(...);
 *     y.fill(...);
 *     training.step(() -> Layers.meanSquare(Layers.linear(x.array(), slope), y.array()));
 *     progress.tick(); // an interrupt ends the loop here
 *   }
 * }
 * }</pre>
 *
 * <p><b>One at a time.</b> The engine gathers gradients for one training in a JVM: to open a second
 * one is refused. Two processes train beside each other.
 *
 * <p><b>What a loss must not do.</b> In the version in use, {@code mul}, {@code div} and {@code
 * pow} by a Java number leave memory behind that is gone when the gradient wants it: the gradient
 * is wrong, rarely, and nothing says so. The engine's own {@code L2Loss} does that. In a loss every
 * factor is therefore a {@linkplain Session#constant constant} of the session; outside, numbers are
 * safe. Tests compare each network's gradient with and without a garbage collection in between.
 *
 * <p><b>What nothing may do</b>: {@code set} or {@code copyTo} on an array whose Java object does
 * not last, such as a gradient. It lays the array over Java memory that goes with that object, and
 * what reads it later reads something else, or the JVM ends. {@link Session#set} and inputs are
 * safe.
 */
public final class Training implements AutoCloseable {
  private static final float UNLIMITED = -1; // of single numbers; the norm is limited here
  private static final AtomicReference<@Nullable Training> CURRENT = new AtomicReference<>();

  private final String work;
  private final StepRule rule;
  private final Session session;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> squares = new LinkedHashMap<>();
  private long steps;

  private Training(String work, StepRule rule) {
    this.work = work;
    this.rule = rule;
    Training running = CURRENT.compareAndExchange(null, this);
    if (running != null) {
      throw new IllegalStateException(
          String.format(
              "cannot train '%s' now: '%s' is being trained, at step %d, and the engine trains one"
                  + " network at a time in a JVM; wait for it or close it, or start a second JVM",
              work, running.work, running.steps));
    }
    try {
      session = Session.open();
    } catch (RuntimeException e) {
      CURRENT.set(null);
      throw e;
    }
  }

  /**
   * Begins.
   *
   * @param work what is trained, for messages
   * @param rule how weights follow their gradients: {@link Adam} or {@link Descent}
   * @throws IllegalStateException while another training is open in this JVM, and where the native
   *     library cannot be had
   */
  public static Training open(String work, StepRule rule) {
    return new Training(Arguments.present("work", work), Arguments.present("rule", rule));
  }

  /** Where the network's weights, constants and inputs are. */
  public Session session() {
    return session;
  }

  /** Steps done. */
  public long steps() {
    return steps;
  }

  /** One step down the gradient of the loss, one number computed from weights and inputs. */
  public void step(Supplier<NDArray> loss) {
    session.compute(
        () -> {
          gradient(loss);
          update();
          return this;
        });
  }

  /** The same, and the loss before the step; to read it each time costs a little. */
  public double stepAndTell(Supplier<NDArray> loss) {
    return session.compute(
        () -> {
          double value = gradient(loss).getFloat();
          update();
          return value;
        });
  }

  /**
   * The gradient of the loss at the weights as they are, by name; the weights stay.
   *
   * @param between done after the loss has been computed and before its gradient is
   */
  public ModelWeights gradient(Supplier<NDArray> loss, Runnable between) {
    return session.compute(
        () -> {
          gradient(
              () -> {
                NDArray value = loss.get();
                between.run();
                return value;
              });
          var found = new LinkedHashMap<String, NDArray>();
          session.arrays().forEach((name, weight) -> found.put(name, gradientOf(weight)));
          ModelWeights gradients = new ModelWeights(Session.tensors(found));
          // Not by set or copyTo: they lay the array over memory that goes with its Java object.
          found.values().forEach(gradient -> gradient.subi(gradient));
          return gradients;
        });
  }

  private NDArray gradient(Supplier<NDArray> loss) {
    try (GradientCollector collector = NeuralEngine.engine().newGradientCollector()) {
      NDArray value = loss.get();
      collector.backward(value);
      return value;
    } catch (EngineException e) {
      throw new IllegalStateException("the engine could not take a step of '" + work + "'", e);
    }
  }

  private NDArray gradientOf(NDArray weight) {
    NDArray gradient = weight.getGradient();
    gradient.attach(session.memory());
    return gradient;
  }

  private void update() {
    steps++;
    var gradients = new LinkedHashMap<String, NDArray>();
    session.arrays().forEach((name, weight) -> gradients.put(name, gradientOf(weight)));
    float shrunk = shrinkage(gradients);
    gradients.forEach(
        (name, gradient) -> {
          NDArray weight = session.weight(name);
          switch (rule) {
            case Adam adam -> follow(adam, name, weight, gradient, shrunk);
            case Descent descent -> follow(descent, weight, gradient, shrunk);
          }
        });
  }

  private void follow(Adam adam, String name, NDArray weight, NDArray gradient, float shrunk) {
    // In double, so that the first steps of a second moment near 1 keep their digits.
    double first = 1 - Math.pow(Adam.BETA1, (double) steps);
    double second = 1 - Math.pow(Adam.BETA2, (double) steps);
    var state =
        new NDList(weight, gradient, moment(means, name, weight), moment(squares, name, weight));
    weight
        .getNDArrayInternal()
        .adamUpdate(
            state,
            new NDList(weight),
            (float) adam.rate(),
            (float) (adam.rate() * Math.sqrt(second) / first),
            (float) adam.decay(),
            shrunk,
            UNLIMITED,
            Adam.BETA1,
            Adam.BETA2,
            Adam.EPSILON,
            true,
            adam.decay() > 0);
  }

  private static void follow(Descent descent, NDArray weight, NDArray gradient, float shrunk) {
    var state = new NDList(weight, gradient, gradient); // without momentum the last is not read
    weight
        .getNDArrayInternal()
        .sgdUpdate(
            state, new NDList(weight), (float) descent.rate(), 0, shrunk, UNLIMITED, 0, true);
  }

  private float shrinkage(Map<String, NDArray> gradients) {
    if (!Double.isFinite(rule.clip())) {
      return 1;
    }
    double norm =
        Math.sqrt(gradients.values().stream().mapToDouble(g -> g.square().sum().getFloat()).sum());
    return norm > rule.clip() ? (float) (rule.clip() / norm) : 1;
  }

  // Made outside of the scope of a step, so that it lives as long as the session.
  private NDArray moment(Map<String, NDArray> moments, String name, NDArray weight) {
    return moments.computeIfAbsent(
        name, missing -> session.lasting(Tensor.zeros(weight.getShape().getShape())));
  }

  /** All that the next step depends on, for a {@link Checkpoint}: weights and moments. */
  public Map<String, Tensor> state() {
    var state = new LinkedHashMap<String, Tensor>();
    Session.tensors(session.arrays()).forEach((name, t) -> state.put("weight " + name, t));
    Session.tensors(means).forEach((name, t) -> state.put("mean " + name, t));
    Session.tensors(squares).forEach((name, t) -> state.put("square " + name, t));
    return state;
  }

  /**
   * Goes on from a state.
   *
   * @param state of a training of the same network
   * @param done the steps that it had done
   */
  public void restore(Map<String, Tensor> state, long done) {
    Arguments.require(done >= 0, "done is %d: expected 0 steps or more", done);
    ModelWeights all = new ModelWeights(state);
    session
        .arrays()
        .forEach(
            (name, weight) -> {
              long[] shape = weight.getShape().getShape();
              weight.set(all.get("weight " + name, shape));
              if (done > 0 && rule instanceof Adam) {
                moment(means, name, weight).set(all.get("mean " + name, shape));
                moment(squares, name, weight).set(all.get("square " + name, shape));
              }
            });
    steps = done;
  }

  /** Gives the memory back and lets another training begin. */
  @Override
  public void close() {
    try {
      session.close();
    } finally {
      CURRENT.compareAndSet(this, null);
    }
  }
}
