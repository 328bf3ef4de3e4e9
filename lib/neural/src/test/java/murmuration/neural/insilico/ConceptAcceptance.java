package murmuration.neural.insilico;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import murmuration.concept.ConceptTrajectory;
import murmuration.concept.Turn;
import murmuration.math.Quantile;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * What runs of the small generator must show, whatever the random numbers: rules found on 22 runs
 * of each kind by two implementations. They hold for means over seeds and for shares of runs.
 */
final class ConceptAcceptance {
  private static final double NEVER = 1500;

  private ConceptAcceptance() {}

  private static double orNever(double time) {
    return Double.isNaN(time) ? NEVER : time;
  }

  private static void each(
      List<InSilicoRun> runs,
      double low,
      double high,
      String what,
      java.util.function.Predicate<InSilicoRun> holds) {
    runs.stream()
        .filter(InSilicoRun.from(low, high))
        .forEach(
            run -> assertTrue(holds.test(run), what + " at " + run.value() + ", " + run.seed()));
  }

  private static double[] means(
      List<InSilicoRun> runs, ToDoubleFunction<InSilicoRun> number, double... values) {
    return Arrays.stream(values).map(v -> InSilicoRun.mean(runs, v, number)).toArray();
  }

  /** A run that never gets there has no time: means of such runs would be made of the last step. */
  private static double[] medians(
      List<InSilicoRun> runs, ToDoubleFunction<InSilicoRun> number, double... values) {
    return Arrays.stream(values).map(at -> median(runs, at, number)).toArray();
  }

  private static double median(
      List<InSilicoRun> runs, double at, ToDoubleFunction<InSilicoRun> number) {
    double[] sorted =
        runs.stream().filter(InSilicoRun.from(at, at)).mapToDouble(number).sorted().toArray();
    return Quantile.ofSorted(sorted, sorted.length, 0.5);
  }

  private static long count(
      List<InSilicoRun> runs, double value, java.util.function.Predicate<InSilicoRun> holds) {
    return runs.stream().filter(InSilicoRun.from(value, value)).filter(holds).count();
  }

  private static void evaluator(List<InSilicoRun> runs) {
    each(
        runs,
        0.15,
        9,
        "the evaluator is right",
        run -> run.max("evaluator_colour") >= 0.97 && run.max("evaluator_size") >= 0.97);
  }

  /** The sweep over colour separations, size separation 0.4. */
  static void colour(List<InSilicoRun> runs) {
    evaluator(runs);
    each(runs, 0.2, 9, "the evaluator is right", run -> run.max("evaluator_colour") >= 0.99);
    for (double at : new double[] {0.1, 0.15, 0.2, 0.3, 0.4, 0.6}) {
      double mean = InSilicoRun.mean(runs, at, run -> orNever(run.time("size")));
      assertTrue(mean <= 250, "size is learned by step 250 at " + at + ": " + mean);
    }
    double[] strong = {0.2, 0.3, 0.4, 0.6, 0.8};
    double[] times = medians(runs, run -> orNever(run.time("colour")), strong);
    double rank = new SpearmansCorrelation().correlation(strong, times);
    assertTrue(rank <= -0.9, "colour is learned earlier, the stronger: " + Arrays.toString(times));

    assertEquals(0, count(runs, 0.1, run -> run.time("naive") > 0), "naive at 0.1");
    long seeds = count(runs, 0.15, run -> true);
    long naive = count(runs, 0.15, run -> run.time("naive") > 0);
    assertTrue(4 * naive <= seeds, "naive prompting gets there at 0.15: " + naive);

    each(
        runs,
        0.15,
        0.4,
        "latent by step 700, to 0.95",
        run -> run.time("latent") <= 700 && run.max("latent") >= 0.95);
    each(
        runs,
        0.15,
        0.2,
        "latent before naive",
        run -> run.time("latent") < orNever(run.time("naive")));
    long hidden = count(runs, 0.1, run -> run.time("latent") < orNever(run.time("naive")));
    assertTrue(2 * hidden >= count(runs, 0.1, run -> true), "latent before naive at 0.1");

    double[] colour = medians(runs, run -> orNever(run.time("colour")), 0.6);
    double[] size = medians(runs, run -> orNever(run.time("size")), 0.6);
    assertTrue(colour[0] < size[0], "colour first at 0.6: " + colour[0] + ", " + size[0]);
    each(runs, 0.8, 0.8, "colour first", run -> run.time("colour") < run.time("size"));
    each(runs, 0.1, 0.3, "size first", run -> run.time("size") < orNever(run.time("colour")));

    for (double at : new double[] {0.1, 0.15, 0.2, 0.3, 0.4}) {
      double gap = InSilicoRun.mean(runs, at, run -> run.end("latent", 6) - run.end("naive", 6));
      assertTrue(gap >= 0.15, "gap at " + at + ": " + gap);
    }
  }

  /** The sweep over size separations, colour separation 0.4. */
  static void size(List<InSilicoRun> runs) {
    evaluator(runs);
    double[] times = means(runs, run -> orNever(run.time("size")), 0.15, 0.2, 0.3, 0.4);
    for (int i = 1; i < times.length; i++) {
      assertTrue(times[i] < times[i - 1], "size earlier, the stronger: " + Arrays.toString(times));
    }
    each(runs, 0, 1, "colour by step 200", run -> run.time("colour") <= 200);
    double[] ends = means(runs, run -> run.end("naive", 6), 0.15, 0.2, 0.4);
    assertTrue(
        ends[0] >= 0.9 && ends[1] >= 0.9 && ends[2] <= 0.8, "naive: " + Arrays.toString(ends));
  }

  /**
   * The sweep over masked shares, flags as conditions, both separations 0.4. Three runs in PyTorch
   * could all be over-prompted to 0.95; of eight here two to three cannot, at any strength.
   */
  static void mask(List<InSilicoRun> runs) {
    evaluator(runs);
    double[] colour = means(runs, run -> run.end("colour", 5), 0, 0.5, 0.9, 1);
    for (int i = 1; i < colour.length; i++) {
      assertTrue(colour[i] < colour[i - 1], "colour falls: " + Arrays.toString(colour));
    }
    assertTrue(colour[0] >= 0.85 && colour[3] <= 0.8, Arrays.toString(colour));
    List<InSilicoRun> open = runs.stream().filter(InSilicoRun.from(0, 0)).toList();
    each(
        runs,
        1,
        1,
        "less blue than unmasked, seed by seed",
        run ->
            open.stream()
                .filter(other -> other.seed() == run.seed())
                .allMatch(other -> run.end("colour", 5) < other.end("colour", 5)));
    for (double at : new double[] {0.5, 0.9, 1}) {
      double pushed = InSilicoRun.mean(runs, at, run -> run.end("over-prompt", 5));
      double latent = InSilicoRun.mean(runs, at, run -> run.end("latent", 5));
      assertTrue(pushed >= 0.8 && latent >= 0.92, at + ": " + pushed + ", " + latent);
    }
  }

  /** Short runs with many checkpoints, three colour separations. */
  static void turn(List<InSilicoRun> runs) {
    for (double at : new double[] {0.15, 0.2, 0.3}) {
      var path = path(runs, at);
      double[] colour = path.concept("colour");
      double[] size = path.concept("size");
      int by120 = 0;
      int lowest = 0;
      for (int i = 0; i < colour.length; i++) {
        by120 = path.step(i) <= 120 ? i : by120;
        lowest = colour[i] < colour[lowest] ? i : lowest;
      }
      assertTrue(colour[lowest] < 0.45, "towards red at " + at + ": " + colour[lowest]);
      assertTrue(size[by120] >= 0.8, "small by step 120 at " + at + ": " + size[by120]);
      double end = colour[colour.length - 1];
      assertTrue(at < 0.2 || end >= (at < 0.3 ? 0.65 : 0.7), "blue in the end: " + end);
      Turn turn = Turn.of(path.slice(0, 300));
      assertTrue(
          turn.step() >= 60 && turn.step() <= 260 && turn.angle() >= (at < 0.3 ? 45 : 25),
          at + ": " + turn.summary());
    }
    each(
        runs,
        0.2,
        0.3,
        "latent by 360, no later than naive",
        run -> run.time("latent") <= 360 && run.time("latent") <= orNever(run.time("naive")));
  }

  /** The held-out class, mean over seeds, smoothed by 2 checkpoints. */
  static ConceptTrajectory path(List<InSilicoRun> runs, double at) {
    return ConceptTrajectory.mean(
            runs.stream()
                .filter(InSilicoRun.from(at, at))
                .map(
                    run -> {
                      double[] steps = run.curve("step");
                      double[][] values = new double[steps.length][];
                      for (int i = 0; i < steps.length; i++) {
                        values[i] =
                            new double[] {run.curve("p11_colour")[i], run.curve("p11_size")[i]};
                      }
                      return ConceptTrajectory.of(List.of("colour", "size"), steps, values);
                    })
                .toList())
        .smooth(2);
  }
}
