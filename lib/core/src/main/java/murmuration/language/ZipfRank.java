package murmuration.language;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LineSearch;
import tech.tablesaw.api.Table;

/**
 * Zipf's law by rank, {@code p(r) ~ (r + q)^-s} over the ranks r = 1..R that occur, by maximum
 * likelihood: {@link #of} with q = 0 (Zipf 1949), {@link #mandelbrot} with q of 0 or more free
 * (Mandelbrot 1953).
 *
 * <pre>{@code
 * double s = ZipfRank.of(2520, 1260, 840, 630, 504).exponent();     // 1
 * ZipfRank bent = ZipfRank.mandelbrot(900, 700, 560, 470, 400);
 * }</pre>
 *
 * <p>Ranks are taken from the same counts that are fitted, so that even equal frequencies give some
 * slope: read s beside that of a shuffled or uniform language of the same size. The standard error
 * takes tokens as independent, and q as known.
 *
 * @param exponent s
 * @param shift q; 0 in the plain law
 * @param shiftFree whether q was fitted
 * @param logLikelihood of the tokens, in nats, without the multinomial constant
 * @param standardError of s
 * @param types ranks R
 * @param tokens sum of the counts
 * @param provenance where it comes from
 */
public record ZipfRank(
    double exponent,
    double shift,
    boolean shiftFree,
    double logLikelihood,
    double standardError,
    int types,
    long tokens,
    Provenance provenance)
    implements Result {

  /** Checks the numbers. */
  public ZipfRank {
    Arguments.require(exponent >= 0, "exponent is %s: expected 0 or more", exponent);
    Arguments.require(shift >= 0, "shift is %s: expected 0 or more", shift);
    Arguments.require(types >= 2, "types is %d: expected at least 2", types);
    Arguments.require(tokens >= types, "tokens is %d: expected at least %d", tokens, types);
    Arguments.present("provenance", provenance);
  }

  /**
   * Zipf's law.
   *
   * @param counts how often each type occurs, in any order, each at least 1; at least two types and
   *     at most a million
   */
  public static ZipfRank of(long... counts) {
    long[] ranked = TypeCounts.ranked(counts);
    return of(new RankLikelihood(ranked).at(0), ranked, false);
  }

  /**
   * The Zipf-Mandelbrot law; q is sought from 0 to 10 R, where the law is as good as geometric.
   *
   * @param counts how often each type occurs, in any order, each at least 1; at least two types and
   *     at most a million
   */
  public static ZipfRank mandelbrot(long... counts) {
    long[] ranked = TypeCounts.ranked(counts);
    var likelihood = new RankLikelihood(ranked);
    var best =
        LineSearch.maximum(
            u -> likelihood.at(Math.expm1(u)).logLikelihood(),
            0,
            Math.log1p(10.0 * ranked.length),
            24,
            1e-9);
    var shifted = likelihood.at(Math.expm1(best.at()));
    var plain = likelihood.at(0);
    return of(shifted.logLikelihood() > plain.logLikelihood() ? shifted : plain, ranked, true);
  }

  private static ZipfRank of(RankLikelihood.Fit fit, long[] ranked, boolean free) {
    return new ZipfRank(
        fit.s(),
        fit.q(),
        free,
        fit.logLikelihood(),
        fit.standardError(),
        ranked.length,
        TypeCounts.sum(ranked),
        Provenance.of(Map.of("law", free ? "Zipf-Mandelbrot" : "Zipf by rank")));
  }

  /**
   * The share of tokens that the law gives to a rank.
   *
   * @param rank 1 to the number of types
   */
  public double share(int rank) {
    Arguments.require(rank >= 1 && rank <= types, "rank is %d: expected 1 to %d", rank, types);
    double total = 0;
    for (int r = 1; r <= types; r++) {
      total += Math.exp(-exponent * Math.log((r + shift) / (rank + shift)));
    }
    return 1 / total;
  }

  /** {@code 2 k - 2 ln L} with k = 1 parameter, or 2 where the shift is free. */
  public double aic() {
    return (shiftFree ? 4 : 2) - 2 * logLikelihood;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s: exponent %s ± %s%s (%d types, %d tokens), AIC %s",
        shiftFree ? "Zipf-Mandelbrot law by rank" : "Zipf's law by rank",
        Digits.of(exponent, 4),
        Digits.of(standardError, 2),
        shiftFree ? ", shift " + Digits.of(shift, 4) : "",
        types,
        tokens,
        Digits.of(aic(), 6));
  }

  @Override
  public Table table() {
    return Quantities.of(shiftFree ? "Zipf-Mandelbrot" : "Zipf by rank")
        .and("exponent", exponent, exponent - 1.96 * standardError, exponent + 1.96 * standardError)
        .and("shift", shift)
        .and("log-likelihood, nats", logLikelihood)
        .and("types", types)
        .and("tokens", (double) tokens)
        .table();
  }
}
