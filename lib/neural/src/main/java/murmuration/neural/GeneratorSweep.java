package murmuration.neural;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;
import murmuration.sweep.LiveFigure;
import murmuration.sweep.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Runs of a {@link ConceptGenerator} over one of its choices and over seeds: the experiment behind
 * "the stronger a concept's signal, the earlier it is learned".
 *
 * <pre>{@code
 * GeneratorSweepRun sweep =
 *     GeneratorSweep.of(ConceptGenerator.of()).colours(0.1, 0.2, 0.4, 0.8).seeds(0, 1, 2).run();
 * }</pre>
 *
 * <p>Runs follow one another, for the engine trains one network at a time. The run that is going on
 * shows itself in a notebook. With {@link #keepIn} every run is in a file of its own, and a sweep
 * that was interrupted goes on where it stopped when it is run again.
 *
 * @param generator what is trained, but for the choice that varies
 * @param axis the choice
 * @param values its values, strictly increasing, 1 to 100
 * @param seeds one run each, 1 to 1000, all different
 * @param folder where runs are kept, or null for nowhere
 */
public record GeneratorSweep(
    ConceptGenerator generator, Axis axis, double[] values, long[] seeds, @Nullable Path folder) {
  private static final int MOST_VALUES = 100;
  private static final int MOST_SEEDS = 1000;

  /** What varies. */
  public enum Axis {
    /** The separation of red and blue. */
    COLOUR("colour"),
    /** The separation of large and small. */
    SIZE("size"),
    /** The share of (red, small) that is silent about colour. */
    MASKED("masked");

    private final String word;

    Axis(String word) {
      this.word = word;
    }

    /** Its name in tables. */
    public String word() {
      return word;
    }

    ConceptGenerator set(ConceptGenerator generator, double value) {
      return switch (this) {
        case COLOUR -> generator.colour(value);
        case SIZE -> generator.size(value);
        case MASKED -> generator.masked(value);
      };
    }
  }

  /** Checks the values, by trying each, and keeps its own copies. */
  public GeneratorSweep {
    Arguments.present("generator", generator);
    Arguments.present("axis", axis);
    Arguments.increasing("values", values);
    Arguments.require(
        values.length <= MOST_VALUES,
        "values has %d numbers: expected at most %d",
        values.length,
        MOST_VALUES);
    for (double value : values) {
      axis.set(generator, value);
    }
    Arguments.present("seeds", seeds);
    Arguments.require(
        seeds.length >= 1
            && seeds.length <= MOST_SEEDS
            && Arrays.stream(seeds).distinct().count() == seeds.length,
        "seeds are %d: expected 1 to %d, all different",
        seeds.length,
        MOST_SEEDS);
    values = values.clone();
    seeds = seeds.clone();
  }

  /** The colour separation of this generator alone, seeds 0 to 2. */
  public static GeneratorSweep of(ConceptGenerator generator) {
    Arguments.present("generator", generator);
    double[] own = {generator.discs().colour()};
    return new GeneratorSweep(generator, Axis.COLOUR, own, new long[] {0, 1, 2}, null);
  }

  /** The same over these colour separations, strictly increasing. */
  public GeneratorSweep colours(double... separations) {
    return new GeneratorSweep(generator, Axis.COLOUR, separations, seeds, folder);
  }

  /** The same over these size separations, strictly increasing. */
  public GeneratorSweep sizes(double... separations) {
    return new GeneratorSweep(generator, Axis.SIZE, separations, seeds, folder);
  }

  /** The same over these shares of (red, small) silent about colour, strictly increasing. */
  public GeneratorSweep masks(double... shares) {
    return new GeneratorSweep(generator, Axis.MASKED, shares, seeds, folder);
  }

  /** The same with these seeds. */
  public GeneratorSweep seeds(long... numbers) {
    return new GeneratorSweep(generator, axis, values, numbers, folder);
  }

  /** The same with each run in a file of this folder, to be gone on with after an interrupt. */
  public GeneratorSweep keepIn(Path runs) {
    return new GeneratorSweep(generator, axis, values, seeds, Arguments.present("runs", runs));
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public long[] seeds() {
    return seeds.clone();
  }

  /** Trains all of them, or what is left of them. */
  public GeneratorSweepRun run() {
    long total = (long) values.length * seeds.length * generator.steps();
    List<List<ConceptGeneratorRun>> runs = new ArrayList<>();
    try (var progress = Progress.of(this.toString(), total);
        var live = LiveFigure.open()) {
      for (double value : values) {
        ConceptGenerator study = axis.set(generator, value);
        List<ConceptGeneratorRun> alike = new ArrayList<>();
        for (long seed : seeds) {
          Path file = folder == null ? null : folder.resolve(name(value, seed));
          RunFile saved =
              file != null && Files.exists(file) ? RunFile.read(file).of(study, seed) : null;
          alike.add(study.run(seed, file, saved, progress, live));
        }
        runs.add(alike);
      }
      live.done();
    }
    return new GeneratorSweepRun(this, runs);
  }

  private String name(double value, long seed) {
    return axis.word() + "-" + value + "-seed-" + seed + ".checkpoint";
  }

  @Override
  public String toString() {
    return values.length + " values of " + axis.word() + " x " + seeds.length + " seeds";
  }
}
