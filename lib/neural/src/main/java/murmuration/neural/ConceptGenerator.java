package murmuration.neural;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import murmuration.concept.image.PixelEvaluator;
import murmuration.concept.image.SoftDiscs;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.LiveFigure;
import murmuration.sweep.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A small conditional generator that is watched while it learns two concepts: flow matching on
 * {@link SoftDiscs} of three classes, the fourth, small and blue, held out (after Park et al. 2024,
 * Emergence of hidden capabilities, whose diffusion models take a GPU).
 *
 * <pre>{@code
 * var run = ConceptGenerator.of().colour(0.2).size(0.4).steps(1500).every(50).run(1);
 * HiddenCapability hidden = run.hidden();
 * ConceptTrajectory path = run.trajectory().smooth(2);
 * }</pre>
 *
 * <p>A network of 97,024 weights is trained by AdamW (rate 0.001, decay 0.01, 128 pictures a step)
 * on 2048 pictures a class. At each checkpoint it is asked for every class, and for the held-out
 * one also by over-prompts (the colour 1.5, 2 and 3 times as far from the middle), by latent
 * interventions (0.5, 1 and 2 times the embedding difference of large blue and large red) and by a
 * patch along that difference; a {@link PixelEvaluator} reads 64 pictures of each.
 *
 * <p>A seed gives the same run to the last digit on one kind of processor, and the same conclusions
 * on others: compare runs by several seeds and bands. A run of 1500 steps takes some 3 seconds.
 *
 * @param discs the pictures and what is told of them
 * @param steps training steps, 2 to 1,000,000
 * @param every steps from one checkpoint to the next, 1 to 1,000,000
 * @param samples pictures a prompt, 1 to 1000
 */
public record ConceptGenerator(SoftDiscs discs, int steps, int every, int samples) {
  private static final int MOST_STEPS = 1_000_000;
  private static final int MOST_SAMPLES = 1000;
  private static final long EVALUATOR = 4;
  private static final long NOISE = 5;

  /** Checks the numbers. */
  public ConceptGenerator {
    Arguments.present("discs", discs);
    Arguments.within("steps", steps, 2, MOST_STEPS);
    Arguments.within("every", every, 1, MOST_STEPS);
    Arguments.within("samples", samples, 1, MOST_SAMPLES);
  }

  /** Both separations 0.4, 1500 steps, a checkpoint every 50, 64 pictures a prompt. */
  public static ConceptGenerator of() {
    return new ConceptGenerator(SoftDiscs.of(), 1500, 50, 64);
  }

  /** The same on these pictures. */
  public ConceptGenerator discs(SoftDiscs pictures) {
    return new ConceptGenerator(pictures, steps, every, samples);
  }

  /** The same with this colour separation, above 0 and at most 0.8. */
  public ConceptGenerator colour(double separation) {
    return discs(discs.colour(separation));
  }

  /** The same with this size separation, above 0 and at most 0.6. */
  public ConceptGenerator size(double separation) {
    return discs(discs.size(separation));
  }

  /** The same with flags as conditions: red, blue, large, small. */
  public ConceptGenerator flags() {
    return discs(discs.flags());
  }

  /** The same with this share of the conditions of (red, small) silent about colour, 0 to 1. */
  public ConceptGenerator masked(double share) {
    return discs(discs.masked(share));
  }

  /** The same with so many steps, 2 to 1,000,000. */
  public ConceptGenerator steps(int number) {
    return new ConceptGenerator(discs, number, every, samples);
  }

  /** The same with a checkpoint every so many steps, at most half of all. */
  public ConceptGenerator every(int number) {
    return new ConceptGenerator(discs, steps, number, samples);
  }

  /** The same with so many pictures a prompt, 1 to 1000. */
  public ConceptGenerator samples(int number) {
    return new ConceptGenerator(discs, steps, every, number);
  }

  /**
   * Trains.
   *
   * @param seed of data, weights, batches and samples
   */
  public ConceptGeneratorRun run(long seed) {
    return run(seed, null);
  }

  /**
   * Trains, and saves the run at each checkpoint as one whole file, from which {@link #resume} goes
   * on after an interrupt.
   *
   * @param seed of data, weights, batches and samples
   * @param file in place of one that may be there; null for none
   */
  public ConceptGeneratorRun run(long seed, @Nullable Path file) {
    try (var progress = Progress.of(this + ", seed " + seed, steps);
        var live = LiveFigure.open()) {
      var run = run(seed, file, null, progress, live);
      live.done();
      return run;
    }
  }

  /**
   * Goes on with a run that was interrupted, to the end that it would have had, number for number,
   * and saves it in the same file; a run that had ended is read.
   *
   * @param file of {@link #run(long, Path)}
   */
  public static ConceptGeneratorRun resume(Path file) {
    RunFile saved = RunFile.read(file);
    ConceptGenerator study = saved.study();
    try (var progress = Progress.of(study.toString(), study.steps);
        var live = LiveFigure.open()) {
      var run = study.run(saved.seed(), file, saved, progress, live);
      live.done();
      return run;
    }
  }

  /** The whole run or the rest of it; one tick a step, whoever did it. */
  ConceptGeneratorRun run(
      long seed, @Nullable Path file, @Nullable RunFile saved, Progress progress, LiveFigure live) {
    Arguments.require(
        steps / every >= 2, "every is %d: expected at most half of %d steps", every, steps);
    var evaluator = PixelEvaluator.of(discs, Rng.seed(seed, EVALUATOR));
    try (var training = new DiscTraining(discs, seed)) {
      long noise = Rng.seed(seed, NOISE);
      var probe = new DiscProbe(training.network(), discs, evaluator, samples, noise);
      List<ConceptCheckpoint> seen = new ArrayList<>();
      if (saved != null) {
        saved.restore(training.training());
        seen.addAll(saved.checkpoints(noise));
        for (long step = 0; step < training.training().steps(); step++) {
          progress.tick();
        }
      }
      while (training.training().steps() < steps) {
        long step = training.training().steps() + 1;
        if (step % every == 0) {
          seen.add(probe.look(step, training.stepAndTell()));
          if (file != null) {
            RunFile.write(file, this, seed, training.training(), seen);
          }
          show(live, seen, seed);
        } else {
          training.step();
        }
        progress.tick();
      }
      return new ConceptGeneratorRun(
          this, seen, evaluator, training.training().session().weights(), provenance(seed));
    }
  }

  private void show(LiveFigure live, List<ConceptCheckpoint> seen, long seed) {
    if (seen.size() >= 2) {
      String title = this + ", seed " + seed + ": step " + seen.getLast().step();
      live.show(() -> GeneratorPicture.of(seen, title));
    }
  }

  private Provenance provenance(long seed) {
    Map<String, String> settings = RunFile.settings(this, seed);
    settings.remove(RunFile.SEED);
    return Provenance.of(settings).seed(seed);
  }

  /** In words, such as {@code "discs with colour 0.2, size 0.4"}. */
  @Override
  public String toString() {
    return "discs with colour "
        + discs.colour()
        + ", size "
        + discs.size()
        + (discs.flagged() ? ", flags" : "")
        + (discs.masked() > 0 ? ", " + discs.masked() + " masked" : "");
  }
}
