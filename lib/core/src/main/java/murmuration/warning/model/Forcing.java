package murmuration.warning.model;

import java.util.function.DoubleUnaryOperator;
import murmuration.math.Arguments;

/**
 * How a parameter changes during a run. The step of integration from one point to the next uses the
 * value at the earlier one.
 */
public sealed interface Forcing {
  /**
   * The value at a time.
   *
   * @param time since the start of the run, 0 to {@code duration}
   * @param duration time of the run's last point
   */
  double at(double time, double duration);

  /** What it does, in a few words. */
  String words();

  /** From one value at the first point to another at the last, in a straight line. */
  static Forcing linear(double from, double to) {
    return new Linear(from, to);
  }

  /** One value until a time, another from then on. */
  static Forcing step(double before, double after, double time) {
    return new Step(before, after, time);
  }

  /** One value throughout: the null of a study. */
  static Forcing constant(double value) {
    return new Constant(value);
  }

  /**
   * A function of the time since the start of the run.
   *
   * @param of from time to value, the same at each call; called from several threads
   */
  static Forcing function(DoubleUnaryOperator of) {
    return new Function(of);
  }

  /** See {@link #linear}. */
  record Linear(double from, double to) implements Forcing {
    /** Checks the values. */
    public Linear {
      finite("from", from);
      finite("to", to);
    }

    @Override
    public double at(double time, double duration) {
      return from + (to - from) * (time / duration);
    }

    @Override
    public String words() {
      return from + " to " + to;
    }
  }

  /** See {@link Forcing#step}. */
  record Step(double before, double after, double time) implements Forcing {
    /** Checks the values. */
    public Step {
      finite("before", before);
      finite("after", after);
      finite("time", time);
    }

    @Override
    public double at(double now, double duration) {
      return now < time ? before : after;
    }

    @Override
    public String words() {
      return before + ", from " + time + " on " + after;
    }
  }

  /** See {@link #constant}. */
  record Constant(double value) implements Forcing {
    /** Checks the value. */
    public Constant {
      finite("value", value);
    }

    @Override
    public double at(double time, double duration) {
      return value;
    }

    @Override
    public String words() {
      return "constant " + value;
    }
  }

  /** See {@link #function}. */
  record Function(DoubleUnaryOperator of) implements Forcing {
    /** Refuses null. */
    public Function {
      Arguments.present("of", of);
    }

    @Override
    public double at(double time, double duration) {
      double value = of.applyAsDouble(time);
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "forcing at time " + time + " is " + value + ": expected a finite number");
      }
      return value;
    }

    @Override
    public String words() {
      return "a function of time";
    }
  }

  private static void finite(String name, double value) {
    Arguments.require(Double.isFinite(value), "%s is %s: expected a finite number", name, value);
  }
}
