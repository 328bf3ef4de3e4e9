package murmuration.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import murmuration.scaling.FitLoss;
import murmuration.scaling.LawDraws;
import murmuration.scaling.LawParameter;
import murmuration.scaling.ScalingFit;
import murmuration.scaling.ScalingLaw;
import murmuration.scaling.TrainingRuns;

/** Our side of {@code scaling.py}, on one thread. */
final class ScalingJobs {
  private static final ForkJoinPool ONE_THREAD = new ForkJoinPool(1);

  private ScalingJobs() {}

  /** Without arguments the loop of jobs; with a file of runs the seconds of a first call. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      JobLoop.serve(ScalingJobs::run);
      return;
    }
    TrainingRuns runs = runs(JobLoop.numbers(arguments[0]));
    long start = System.nanoTime();
    bootstrap(runs);
    System.out.printf(Locale.ROOT, "%.6f%n", (System.nanoTime() - start) / 1e9);
  }

  private static double[] run(String job, double[] x) {
    if (job.startsWith("bnsl") || job.startsWith("reference")) {
      return CurveJobs.run(job, x);
    }
    return switch (job) {
      case "huber-fit-grid-4500" -> new double[] {huber(runs(x)).objective()};
      case "huber-bootstrap-4000" -> {
        LawDraws draws = bootstrap(runs(x));
        yield new double[] {
          draws.standardError(LawParameter.ALPHA), draws.standardError(LawParameter.BETA)
        };
      }
      case "asymmetric-fit-243" -> new double[] {asymmetric(runs(x)).objective()};
      case "mean-pass-at-k-128-items" -> PassJobs.meanPassAtK(x);
      case "beta-binomial-128-items" -> PassJobs.betaLaw(x);
      default ->
          throw new IllegalArgumentException("job is " + job + ": expected one of scaling.py");
    };
  }

  /** Sizes, tokens and losses, one after another. */
  static TrainingRuns runs(double[] x) {
    int n = x.length / 3;
    return TrainingRuns.of(
        Arrays.copyOf(x, n), Arrays.copyOfRange(x, n, 2 * n), Arrays.copyOfRange(x, 2 * n, 3 * n));
  }

  static ScalingFit huber(TrainingRuns runs) {
    return ScalingLaw.of(runs).loss(FitLoss.HUBER_LOG).fit();
  }

  static ScalingFit asymmetric(TrainingRuns runs) {
    return ScalingLaw.of(runs).loss(FitLoss.ASYM_MAE).fit();
  }

  /** The fit and 4000 resamples. */
  static LawDraws bootstrap(TrainingRuns runs) {
    return onOneThread(() -> huber(runs).bootstrap(4000).seed(1).run());
  }

  private static <T> T onOneThread(Callable<T> work) {
    return ONE_THREAD.submit(work).join();
  }
}
