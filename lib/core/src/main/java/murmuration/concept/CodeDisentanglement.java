package murmuration.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How far each factor of the data has a number of the code to itself: the mutual information gap
 * (Chen, Li, Grosse and Duvenaud 2018) and modularity (Ridgeway and Mozer 2018), by the conventions
 * of disentanglement_lib (Locatello et al. 2019). Codes are cut into bins of equal width,
 * informations are plain counts, in nats; less than 1e-12 is rounding and counts as 0.
 *
 * <pre>
 * MIG        = mean over factors k of (I_(1)k - I_(2)k) / H(k)
 * modularity = mean over codes j of 1 - (sum_k I_jk^2 - M_j) / (M_j (K - 1)),  M_j = max_k I_jk^2
 * </pre>
 *
 * <p>This is another convention than {@code murmuration.language.Disentanglement}, whose gaps are
 * taken between attributes for each unit of a message and divided by the entropy of the unit; here
 * they are taken between codes for each factor and divided by the entropy of the factor.
 *
 * <p>Plain counts find information where there is none: a pair of unrelated variables has about
 * {@code (bins - 1)(levels - 1) / (2n)} nats. {@link #permuted} says what that makes of the gap.
 *
 * @param mig the mutual information gap; NaN where every factor is constant, as {@code skipped}
 *     then says
 * @param modularity 1 where every code tells of one factor only; a code that tells of none counts 0
 * @param information {@code I_jk} in nats, codes x factors
 * @param entropy {@code H(k)} of each factor, in nats
 * @param skipped factors that are constant, from 0, left out of the gap
 * @param bins bins for each code
 * @param n samples
 * @param chance the gap with samples of the codes in random order, one of each permutation; empty
 *     without {@link #permuted}
 * @param provenance where it comes from
 */
public record CodeDisentanglement(
    double mig,
    double modularity,
    double[][] information,
    double[] entropy,
    List<Integer> skipped,
    int bins,
    int n,
    double[] chance,
    Provenance provenance)
    implements Charted {
  private static final int BINS = 20;

  /** Keeps its own copies. */
  public CodeDisentanglement {
    Arguments.finite("entropy", entropy, 2);
    Arguments.present("information", information);
    Arguments.require(
        information.length >= 2,
        "information has %d rows: expected at least 2 codes",
        information.length);
    information = information.clone();
    for (int j = 0; j < information.length; j++) {
      Arguments.finite("information[" + j + "]", information[j], 1);
      Arguments.sameLength("entropy", entropy, "information[" + j + "]", information[j]);
      information[j] = information[j].clone();
    }
    entropy = entropy.clone();
    skipped = Arguments.listed("skipped", skipped);
    Arguments.require(bins >= 1 && n >= 1, "bins is %d, n is %d: expected at least 1", bins, n);
    Arguments.series("chance", chance, 0);
    chance = chance.clone();
    Arguments.present("provenance", provenance);
  }

  /** With 20 bins, as disentanglement_lib. */
  public static CodeDisentanglement of(double[][] codes, int[][] factors) {
    return of(codes, factors, BINS);
  }

  /**
   * The measures of codes.
   *
   * @param codes samples x codes, at least 2 of each, finite
   * @param factors samples x factors, at least 2 factors: what each sample was made from
   * @param bins bins for each code, 2 to 1000
   */
  public static CodeDisentanglement of(double[][] codes, int[][] factors, int bins) {
    return of(BinnedCodes.of(codes, factors, bins), new double[0], null);
  }

  private static CodeDisentanglement of(BinnedCodes binned, double[] chance, @Nullable Long seed) {
    double[][] information = binned.information();
    double[] entropy = binned.entropy();
    var skipped = IntStream.range(0, entropy.length).filter(k -> entropy[k] == 0).boxed().toList();
    var provenance =
        Provenance.of(
            Map.of("codes", binned.bins() + " bins of equal width", "information", "plain counts"));
    return new CodeDisentanglement(
        BinnedCodes.gap(information, entropy),
        BinnedCodes.modularity(information),
        information,
        entropy,
        skipped,
        binned.bins(),
        binned.samples(),
        chance,
        seed == null ? provenance : provenance.seed(seed));
  }

  /**
   * The same with what chance gives: the gap when the samples' codes are dealt to the factors at
   * random, so often.
   *
   * @param codes samples x codes, as in {@link #of(double[][], int[][], int)}
   * @param factors samples x factors
   * @param bins bins for each code
   * @param draws permutations, 1 to 100,000
   * @param seed of the permutations
   */
  public static CodeDisentanglement permuted(
      double[][] codes, int[][] factors, int bins, int draws, long seed) {
    var binned = BinnedCodes.of(codes, factors, bins);
    Arguments.require(draws >= 1 && draws <= 100_000, "draws is %d: expected 1 to 100000", draws);
    return of(binned, binned.gapsByChance(draws, seed), seed);
  }

  @Override
  public double[][] information() {
    return Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] entropy() {
    return entropy.clone();
  }

  @Override
  public double[] chance() {
    return chance.clone();
  }

  /** The gap of each factor; NaN for a constant one. */
  public double[] gaps() {
    return BinnedCodes.gaps(information, entropy);
  }

  /** The code that tells most of each factor, from 0. */
  public int[] codeOf() {
    int[] best = new int[entropy.length];
    for (int k = 0; k < best.length; k++) {
      for (int j = 1; j < information.length; j++) {
        best[k] = information[j][k] > information[best[k]][k] ? j : best[k];
      }
    }
    return best;
  }

  /**
   * How often chance gives a gap as large, {@code (1 + number at least as large) / (1 + draws)};
   * NaN where there is no gap.
   *
   * @throws IllegalArgumentException without permutations
   */
  public double p() {
    Arguments.require(
        chance.length > 0,
        "chance has no draws: expected a result of CodeDisentanglement.permuted");
    if (Double.isNaN(mig)) {
      return Double.NaN;
    }
    long atLeast = Arrays.stream(chance).filter(v -> v >= mig).count();
    return (1.0 + atLeast) / (1 + chance.length);
  }

  @Override
  public String summary() {
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d codes in %d bins, %d factors, n = %d",
            information.length,
            bins,
            entropy.length,
            n));
    lines.add(String.format(Locale.ROOT, "mutual information gap: %.4g", mig));
    lines.add(String.format(Locale.ROOT, "modularity: %.4g", modularity));
    if (chance.length > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "gap by chance: mean %.4g, largest %.4g of %d; p = %.3g",
              Arrays.stream(chance).average().orElse(Double.NaN),
              Arrays.stream(chance).max().orElse(Double.NaN),
              chance.length,
              p()));
    }
    if (!skipped.isEmpty()) {
      lines.add("constant factors left out of the gap: " + skipped);
    }
    return String.join("\n", lines);
  }

  /** One row a factor: {@code factor}, {@code entropy}, {@code gap}, {@code code}; in nats. */
  @Override
  public Table table() {
    return Table.create(
        "disentanglement",
        IntColumn.create("factor", IntStream.range(0, entropy.length).toArray()),
        DoubleColumn.create("entropy", entropy),
        DoubleColumn.create("gap", gaps()),
        IntColumn.create("code", codeOf()));
  }

  /** The information of each code about each factor, as colours. */
  @Override
  public Figure chart() {
    double[] codes = IntStream.range(0, information.length).asDoubleStream().toArray();
    double[] factors = IntStream.range(0, entropy.length).asDoubleStream().toArray();
    double[][] z = new double[factors.length][codes.length];
    for (int k = 0; k < factors.length; k++) {
      for (int j = 0; j < codes.length; j++) {
        z[k][j] = information[j][k];
      }
    }
    return Figure.of(Panel.of("Code", "Factor").heat("information (nats)", codes, factors, z));
  }
}
