package murmuration.scaling.pass;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;
import tech.tablesaw.api.Table;

/**
 * One item that was sampled until it passed r times, and what the number of samples K tells of its
 * chance p of passing (Hu et al. 2024, Predicting emergent abilities with infinite resolution
 * evaluation, ICLR, sections 4 and 5).
 *
 * <pre>{@code
 * var item = PassUntil.of(2, 51_234);     // the second pass came with sample 51,234
 * double p = item.mle();                  // the paper's PU
 * double unbiased = item.umvu();
 * double[] interval = item.interval(0.95);
 * var none = PassUntil.capped(0, 2, 100_000);   // no pass in 100,000 samples: p is not 0
 * double most = none.upperBound(0.95);
 * }</pre>
 *
 * <p>Sampling that is capped and ends with c &lt; r passes leaves a binomial record c of K, which
 * is <i>censored</i>: its estimate is c/K.
 *
 * @param wanted passes r to wait for, 1 or more
 * @param passes passes c seen; below {@code wanted} only where sampling was capped
 * @param samples samples K taken, 1 or more and no fewer than {@code passes}
 */
public record PassUntil(int wanted, int passes, int samples) implements Result {
  private static final double LEVEL = 0.95;

  /** How p is estimated. */
  public enum Estimator {
    /** Maximum likelihood, r/K: the paper's PU. It is too high on average. */
    MLE("r/K"),
    /** {@code (r-1)/(K-1)}, the unbiased estimator of least variance; for r of 2 or more. */
    UMVU("(r-1)/(K-1)");

    private final String formula;

    Estimator(String formula) {
      this.formula = formula;
    }

    /** The formula. */
    @Override
    public String toString() {
      return formula;
    }
  }

  /** Checks the counts. */
  public PassUntil {
    Arguments.require(wanted >= 1, "r is %d: expected at least 1 pass to wait for", wanted);
    Arguments.require(samples >= 1, "K is %d: expected at least 1 sample", samples);
    Arguments.require(
        passes >= 0 && passes <= wanted,
        "passes is %d: expected 0 to the %d waited for",
        passes,
        wanted);
    Arguments.require(
        passes <= samples, "K is %d: expected at least the %d passes", samples, passes);
  }

  /**
   * An item whose r-th pass came with sample K.
   *
   * @param r passes waited for, 1 or more
   * @param k samples used, r or more
   */
  public static PassUntil of(int r, int k) {
    return new PassUntil(r, r, k);
  }

  /**
   * An item that had not passed r times when sampling was stopped.
   *
   * @param passes passes seen, 0 to r - 1
   * @param r passes waited for
   * @param kMax samples taken
   */
  public static PassUntil capped(int passes, int r, int kMax) {
    Arguments.require(passes < r, "passes is %d: expected fewer than the %d waited for", passes, r);
    return new PassUntil(r, passes, kMax);
  }

  /** Whether sampling was stopped before the passes waited for had come. */
  public boolean censored() {
    return passes < wanted;
  }

  /**
   * The maximum-likelihood estimate, passes over samples. Its mean is above p: for r = 1 and p =
   * 0.01 it is 0.0465, for r = 2 0.0193.
   */
  public double mle() {
    return (double) passes / samples;
  }

  /**
   * The unbiased estimate of least variance: {@code (r-1)/(K-1)} (Girshick, Mosteller and Savage
   * 1946), c/K where censored. It is unbiased over all outcomes of capped sampling together.
   *
   * @throws IllegalArgumentException for r = 1, where the only unbiased estimate is 1 if K = 1 and
   *     else 0
   */
  public double umvu() {
    Arguments.require(
        wanted >= 2, "r is 1: expected at least 2 passes for an unbiased estimate of any use");
    return censored() ? mle() : (wanted - 1.0) / (samples - 1.0);
  }

  /** One of the two. */
  public double estimate(Estimator estimator) {
    return switch (Arguments.present("estimator", estimator)) {
      case MLE -> mle();
      case UMVU -> umvu();
    };
  }

  /**
   * The standard error of {@link #mle}, to the first order: {@code sqrt(p^2 (1-p)/r)}, where
   * censored {@code sqrt(p (1-p)/K)}, both at p = passes/samples. It is 0 at 0 passes and where
   * every sample passed, which says nothing of how sure p is; see {@link #interval}.
   */
  public double standardError() {
    double p = mle();
    return Math.sqrt(p * (1 - p) * (censored() ? 1.0 / samples : p / wanted));
  }

  /**
   * The exact interval of p: {@code BetaInv(tail; r, K-r+1)} to {@code BetaInv(1-tail; r, K-r)}, up
   * to 1 where K = r (Haldane 1945); where censored that of Clopper and Pearson (1934).
   *
   * @param level coverage, above 0 and below 1
   * @return low and high
   */
  public double[] interval(double level) {
    var share = new Proportion(passes, samples);
    return censored() ? share.clopperPearson(level) : share.untilSuccesses(level);
  }

  /**
   * The p above which as few passes would be rarer than {@code 1 - level}: one-sided, hence lower
   * than the upper end of {@link #interval}. For 0 passes in K samples it is {@code 1 -
   * (1-level)^(1/K)}, about 3/K at 95 %.
   *
   * @param level coverage, above 0.5 and below 1
   */
  public double upperBound(double level) {
    Arguments.require(level > 0.5 && level < 1, "level is %s: expected above 0.5, below 1", level);
    return interval(2 * level - 1)[1];
  }

  @Override
  public String summary() {
    double[] interval = interval(LEVEL);
    String p = Digits.of(mle(), 4);
    String range = Digits.of(interval[0], 4) + " to " + Digits.of(interval[1], 4);
    if (passes == 0) {
      return String.format(
          Locale.ROOT,
          "no pass in %d samples: p is below %s (one-sided 95 %% bound)",
          samples,
          Digits.of(upperBound(LEVEL), 4));
    }
    return String.format(
        Locale.ROOT,
        "%d of %d passes in %d samples%s: p %s (95 %% %s, exact)%s",
        passes,
        wanted,
        samples,
        censored() ? " (censored)" : "",
        p,
        range,
        wanted < 2 ? "" : ", unbiased " + Digits.of(umvu(), 4));
  }

  @Override
  public Table table() {
    double[] interval = interval(LEVEL);
    return Quantities.of("PassUntil")
        .and("p", mle(), interval[0], interval[1])
        .and("standard error", standardError())
        .and("passes", passes)
        .and("samples", samples)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("passes wanted", Integer.toString(wanted)));
  }
}
