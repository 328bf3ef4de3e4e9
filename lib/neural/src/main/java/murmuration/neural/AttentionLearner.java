package murmuration.neural;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.icl.CompetitionCurve;
import murmuration.icl.CompetitionRun;
import murmuration.icl.CompetitionScore;
import murmuration.icl.EvaluationSet;
import murmuration.icl.InContextTask;
import murmuration.math.Arguments;
import murmuration.neural.engine.Checkpoint;
import murmuration.sweep.LiveFigure;
import murmuration.sweep.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A small attention-only network that is watched while it learns to name the label of an item, from
 * its context or by heart (after Reddy 2024, The mechanistic basis of data dependence and abrupt
 * learning in an in-context classification task).
 *
 * <pre>{@code
 * var learner = AttentionLearner.of(InContextTask.standard().classes(512));
 * AttentionRun run = learner.run(1);
 * CompetitionCurve three = learner.curve(0, 1, 2);
 * }</pre>
 *
 * <p>Two layers of attention with one head each and residuals, the first one causal, then a
 * read-out of three linear layers with ReLU on the query; trained by Adam on the cross-entropy of
 * the query's label. At each checkpoint it is asked an {@link EvaluationSet} of its own, the same
 * each time.
 *
 * <p>A seed gives the same run to the last digit on one kind of processor, and the same conclusions
 * on others: compare runs by several seeds and bands. A run of 1000 steps takes some 3 seconds.
 *
 * @param task the task
 * @param steps training steps, 1 to 1,000,000; 1000 by default
 * @param every steps from one checkpoint to the next, 1 to {@code steps}; 100 by default
 * @param batch sequences a step, 1 to 10,000; 128 by default
 * @param sequences test sequences of each kind at a checkpoint, 1 to 100,000; 512 by default
 * @param rate Adam's learning rate, above 0; 0.003 by default
 */
public record AttentionLearner(
    InContextTask task, int steps, int every, int batch, int sequences, double rate) {
  static final String KIND = "attention learner";
  private static final int MOST_STEPS = 1_000_000;
  private static final int MOST_BATCH = 10_000;
  private static final int MOST_SEQUENCES = 100_000;
  private static final List<String> ROWS = List.of("loss", "train", "in context", "in weights");

  /** Checks the numbers. */
  public AttentionLearner {
    Arguments.present("task", task);
    Arguments.within("steps", steps, 1, MOST_STEPS);
    Arguments.within("every", every, 1, MOST_STEPS);
    Arguments.within("batch", batch, 1, MOST_BATCH);
    Arguments.within("sequences", sequences, 1, MOST_SEQUENCES);
    Arguments.positive("rate", rate);
  }

  /** With the defaults. */
  public static AttentionLearner of(InContextTask task) {
    return new AttentionLearner(task, 1000, 100, 128, 512, 0.003);
  }

  /** The same on another task. */
  public AttentionLearner task(InContextTask value) {
    return new AttentionLearner(value, steps, every, batch, sequences, rate);
  }

  /** The same with so many training steps. */
  public AttentionLearner steps(int value) {
    return new AttentionLearner(task, value, every, batch, sequences, rate);
  }

  /** The same with a checkpoint every so many steps. */
  public AttentionLearner every(int value) {
    return new AttentionLearner(task, steps, value, batch, sequences, rate);
  }

  /** The same with so many sequences a step. */
  public AttentionLearner batch(int value) {
    return new AttentionLearner(task, steps, every, value, sequences, rate);
  }

  /** The same with so many test sequences of each kind. */
  public AttentionLearner sequences(int value) {
    return new AttentionLearner(task, steps, every, batch, value, rate);
  }

  /** The same with another learning rate. */
  public AttentionLearner rate(double value) {
    return new AttentionLearner(task, steps, every, batch, sequences, value);
  }

  /**
   * Trains.
   *
   * @param seed of vectors, weights, batches and tests
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public AttentionRun run(long seed) {
    return run(seed, null, null);
  }

  /**
   * Trains, and saves the run at each checkpoint as one whole file, from which {@link #resume} goes
   * on after an interrupt.
   *
   * @param seed of vectors, weights, batches and tests
   * @param file in place of one that may be there
   */
  public AttentionRun run(long seed, Path file) {
    return run(seed, Arguments.present("file", file), null);
  }

  /**
   * Goes on with a run that was interrupted, to the end that it would have had, number for number,
   * and saves it in the same file; a run that had ended is read.
   *
   * @param file of {@link #run(long, Path)}
   */
  public static AttentionRun resume(Path file) {
    Checkpoint saved = Checkpoint.read(file, KIND);
    var settings = AttentionSettings.of(saved.settings());
    return settings.learner().run(settings.seed(), file, saved);
  }

  /**
   * Trains once for each seed, one after another.
   *
   * @param seeds at least one, each once
   */
  public List<AttentionRun> runs(long... seeds) {
    long different = Arrays.stream(Arguments.present("seeds", seeds)).distinct().count();
    Arguments.require(
        seeds.length >= 1 && different == seeds.length,
        "seeds are %s: expected at least one, each once",
        Arrays.toString(seeds));
    List<AttentionRun> runs = new ArrayList<>();
    try (var progress = Progress.of(task.toString(), (long) seeds.length * steps);
        var live = LiveFigure.open()) {
      for (long seed : seeds) {
        runs.add(run(seed, null, null, progress, live));
      }
      live.done();
    }
    return List.copyOf(runs);
  }

  /**
   * The curves of {@link #runs}.
   *
   * @param seeds at least one, each once
   */
  public CompetitionCurve curve(long... seeds) {
    return new CompetitionCurve(runs(seeds).stream().map(AttentionRun::curve).toList());
  }

  private AttentionRun run(long seed, @Nullable Path file, @Nullable Checkpoint saved) {
    try (var progress = Progress.of(task + ", seed " + seed, steps);
        var live = LiveFigure.open()) {
      var run = run(seed, file, saved, progress, live);
      live.done();
      return run;
    }
  }

  private AttentionRun run(
      long seed,
      @Nullable Path file,
      @Nullable Checkpoint saved,
      Progress progress,
      LiveFigure live) {
    Arguments.require(every <= steps, "every is %d: expected at most the %d steps", every, steps);
    try (var training = new AttentionTraining(this, seed)) {
      var test =
          EvaluationSet.of(
              AttentionTraining.source(this, seed), sequences, AttentionTraining.testSeed(seed));
      List<double[]> rows = new ArrayList<>();
      if (saved != null) {
        saved.requireSettings(AttentionSettings.write(this, seed));
        training.training().restore(saved.state(), saved.step());
        rows.addAll(read(saved));
        for (long step = 0; step < saved.step(); step++) {
          progress.tick();
        }
      }
      while (training.training().steps() < steps) {
        boolean last = training.training().steps() + 1 == steps;
        if ((training.training().steps() + 1) % every == 0 || last) {
          double loss = training.stepAndTell();
          rows.add(row(loss, test.score(training::scores)));
          if (file != null) {
            write(file, seed, training, rows);
          }
          live.show(() -> curve(seed, rows).chart());
        } else {
          training.step();
        }
        progress.tick();
      }
      return new AttentionRun(this, curve(seed, rows), training.weights());
    }
  }

  private static double[] row(double loss, CompetitionScore score) {
    return new double[] {loss, score.train(), score.inContext(), score.inWeights()};
  }

  /** The checkpoints so far; the last step is one, whether or not {@code every} divides it. */
  private CompetitionRun curve(long seed, List<double[]> rows) {
    double[] at =
        IntStream.range(0, rows.size())
            .mapToDouble(i -> Math.min((i + 1.0) * every, steps))
            .toArray();
    return new CompetitionRun(
        task,
        seed,
        sequences,
        at,
        column(rows, 0),
        column(rows, 1),
        column(rows, 2),
        column(rows, 3));
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  private void write(Path file, long seed, AttentionTraining training, List<double[]> rows) {
    Map<String, double[]> series = new LinkedHashMap<>();
    for (int c = 0; c < ROWS.size(); c++) {
      series.put(ROWS.get(c), column(rows, c));
    }
    new Checkpoint(
            KIND,
            training.training().steps(),
            AttentionSettings.write(this, seed),
            training.training().state(),
            series)
        .write(file);
  }

  private static List<double[]> read(Checkpoint saved) {
    double[][] columns =
        ROWS.stream()
            .map(name -> Arguments.present(name, saved.series().get(name)))
            .toArray(double[][]::new);
    return IntStream.range(0, columns[0].length)
        .mapToObj(i -> IntStream.range(0, columns.length).mapToDouble(c -> columns[c][i]).toArray())
        .toList();
  }

  /** In words. */
  @Override
  public String toString() {
    return "attention learner, "
        + steps
        + " steps of "
        + batch
        + " sequences, rate "
        + rate
        + "; "
        + task;
  }
}
