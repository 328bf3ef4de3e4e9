package murmuration.bench;

import java.util.concurrent.TimeUnit;
import murmuration.language.Language;
import murmuration.language.MantelTest;
import murmuration.language.Topsim;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Topographic similarity on all cores, of messages of 8 symbols out of 20. The goal: 5 ns a pair on
 * one core, everything included, which is 63 ms at n = 5000.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LanguageBenchmark {
  private static final Language THOUSAND = LanguageJobs.drawn(1000);
  private static final Language FIVE_THOUSAND = LanguageJobs.drawn(5000);

  /** How many permutations. */
  @Param("999")
  public int permutations;

  /** A thousand records. */
  @Benchmark
  public Topsim thousand() {
    return Topsim.of(THOUSAND);
  }

  /** Five thousand records. */
  @Benchmark
  public Topsim fiveThousand() {
    return Topsim.of(FIVE_THOUSAND);
  }

  /** Five thousand records with edit distances over the mean of two lengths. */
  @Benchmark
  public Topsim fiveThousandAsEgg() {
    return Topsim.of(FIVE_THOUSAND, Topsim.egg());
  }

  /** A thousand records, messages dealt out again and again. */
  @Benchmark
  public MantelTest mantel() {
    return Topsim.of(THOUSAND).permutations(permutations).run();
  }
}
