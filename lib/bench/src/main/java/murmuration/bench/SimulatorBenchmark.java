package murmuration.bench;

import java.util.concurrent.TimeUnit;
import murmuration.warning.model.BifurcationDiagram;
import murmuration.warning.model.DynamicalModel;
import murmuration.warning.model.Forcing;
import murmuration.warning.model.Lorenz63;
import murmuration.warning.model.MayHarvest;
import murmuration.warning.model.RickerHarvest;
import murmuration.warning.model.RosenzweigMacArthur;
import murmuration.warning.model.Simulation;
import murmuration.warning.model.Simulations;
import murmuration.warning.model.SmoothGrazing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steps of integration a second, noise included, on one core unless said. All models run first, so
 * that the engine has met them all, as in a notebook.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SimulatorBenchmark {
  private static final int STEPS = 1_000_000;
  private long seed;

  /** Lets the engine meet the models. */
  @Setup(Level.Trial)
  public void meet() {
    for (DynamicalModel model :
        new DynamicalModel[] {
          new MayHarvest(), new RickerHarvest(), new SmoothGrazing(), new RosenzweigMacArthur()
        }) {
      model.forced().simulate(20, 1);
    }
    new Lorenz63().forced().simulate(1);
  }

  /** May's harvest, Euler-Maruyama, one component, driven. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Simulation mayHarvest() {
    return new MayHarvest().forced().duration(STEPS * 0.01).burnIn(0).simulate(seed++);
  }

  /** Predator and prey, Euler-Maruyama, two components, driven. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Simulation rosenzweigMacArthur() {
    return new RosenzweigMacArthur().forced().duration(STEPS * 0.01).burnIn(0).simulate(seed++);
  }

  /** The Ricker map, driven. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Simulation rickerHarvest() {
    return new RickerHarvest().forced().duration(STEPS).burnIn(0).simulate(seed++);
  }

  /** Lorenz's attractor, Runge-Kutta of fourth order, three components. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Simulation lorenz63() {
    return new Lorenz63().forced().duration(STEPS * 0.005).burnIn(0).simulate(seed++);
  }

  /** 100 runs of May's harvest on all cores. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Simulations ensemble() {
    var scenario = new MayHarvest().forced(Forcing.linear(0.15, 0.27)).duration(STEPS * 1e-4);
    return scenario.burnIn(0).simulate(100, seed++);
  }

  /** The diagram of May's harvest with both folds: diagrams a second. */
  @Benchmark
  public BifurcationDiagram diagram() {
    return new MayHarvest().diagram();
  }
}
