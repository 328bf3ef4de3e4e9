package murmuration.bench;

import java.util.concurrent.TimeUnit;
import murmuration.math.Rng;
import murmuration.warning.spatial.ForestGap;
import murmuration.warning.spatial.Landscape;
import murmuration.warning.spatial.LocalFacilitation;
import murmuration.warning.spatial.MoransI;
import murmuration.warning.spatial.Neighbourhood;
import murmuration.warning.spatial.PatchDistribution;
import murmuration.warning.spatial.Patches;
import murmuration.warning.spatial.RadialSpectrum;
import murmuration.warning.spatial.SpatialHarvest;
import murmuration.warning.spatial.SpatialModel;
import murmuration.warning.spatial.SpatialNull;
import murmuration.warning.spatial.SpatialSignal;
import murmuration.warning.spatial.SpatialWarning;
import murmuration.warning.spatial.SpatialWorld;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Landscapes of 400 x 400 cells, and steps of lattices of a million. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpatialBenchmark {
  private final Landscape landscape = Landscape.random(400, 400, 0.55, 1);
  private final SpatialWorld dryland = million(new LocalFacilitation());
  private final SpatialWorld forest = million(new ForestGap(0.05, 0.07, 0.2));
  private final SpatialWorld harvest = million(new SpatialHarvest());

  private static SpatialWorld million(SpatialModel model) {
    return model.begin(1000, 1000, model.start(), model.step(), Rng.of(1));
  }

  /** Moran's I with its closed-form mean and variance. */
  @Benchmark
  public MoransI moran() {
    return MoransI.of(landscape);
  }

  /** The r-spectrum and its ratio. */
  @Benchmark
  public RadialSpectrum spectrum() {
    return RadialSpectrum.of(landscape);
  }

  /** Patches of four neighbours. */
  @Benchmark
  public Patches patches() {
    return Patches.of(landscape, Neighbourhood.FOUR, false);
  }

  /** Four laws of some ten thousand patches. */
  @Benchmark
  public PatchDistribution laws() {
    return Patches.of(landscape).distribution();
  }

  /** Four indicators against 199 permutations, all cores. */
  @Benchmark
  public SpatialSignal permutations() {
    return SpatialWarning.of(landscape).against(SpatialNull.permutation(199).seed(1)).run();
  }

  /** A step of a million cells with three states. */
  @Benchmark
  public double drylandStep() {
    dryland.step();
    return dryland.occupied();
  }

  /** A step of a million cells with two states. */
  @Benchmark
  public double forestStep() {
    forest.step();
    return forest.occupied();
  }

  /** A step of a million levels, noise included. */
  @Benchmark
  public double harvestStep() {
    harvest.step();
    return harvest.occupied();
  }
}
