package murmuration.scaling;

import java.util.concurrent.atomic.AtomicInteger;
import murmuration.math.Interruption;
import murmuration.sweep.Parallel;

/**
 * The fits of many samples of the same points, each from the fit of all.
 *
 * @param vectors the law of each sample: ln A, ln B, ln E, alpha, beta
 * @param objectives its objective on its own sample
 * @param converged how many had stopped falling
 */
record ResampleFits(double[][] vectors, double[] objectives, int converged) {
  /** Samples in a job: a job has its own working space. */
  private static final int BLOCK = 32;

  /** Says which sample is the i-th. */
  interface Sampler {
    /**
     * Changes the weights and losses of the points, which hold those of the whole sample.
     *
     * @param i which sample
     * @param weights weight of each point
     * @param losses loss of each point
     */
    void take(int i, double[] weights, double[] losses);
  }

  static ResampleFits of(ScalingFit fit, LawPoints points, int count, Sampler sampler) {
    ScalingLaw study = fit.study();
    double[] start = points.centred(fit.law().vector());
    double[][] vectors = new double[count][];
    double[] objectives = new double[count];
    var converged = new AtomicInteger();
    Parallel.forEach(
        "bootstrap of a scaling law",
        (count + BLOCK - 1) / BLOCK,
        block -> {
          var search = new LawSearch(points, study.loss(), study.kept(), study.oneExponent());
          double[] weights = new double[points.size];
          double[] losses = new double[points.size];
          int end = Math.min(count, (block + 1) * BLOCK);
          for (int i = block * BLOCK; i < end; i++) {
            Interruption.check("the bootstrap of a scaling law");
            System.arraycopy(points.weight, 0, weights, 0, points.size);
            System.arraycopy(points.loss, 0, losses, 0, points.size);
            sampler.take(i, weights, losses);
            LawSearch.Descent descent = search.refit(weights, losses, start);
            vectors[i] = study.exact(points.law(descent.centred())).vector();
            objectives[i] = descent.objective();
            if (descent.converged()) {
              converged.incrementAndGet();
            }
          }
        });
    return new ResampleFits(vectors, objectives, converged.get());
  }
}
