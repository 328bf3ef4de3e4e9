package murmuration.language.iterated;

import static murmuration.language.iterated.MiniatureLanguages.COUNT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * One generation of Bayesian learning, exactly: the chance of every language to be learned from
 * every other, and the law that many generations settle to.
 *
 * @param study what it is of
 * @param matrix row g, column h: the chance that language h is learned from a teacher of g
 */
public record TransitionLaw(BayesianLearning study, double[][] matrix) implements Result {
  private static final int MOST_UTTERANCES = 6;
  private static final int KINDS_OF_UTTERANCE = 16;
  private static final int BLOCK = 1024;
  private static final double ROUNDING = 1e-9;

  /** Checks that rows are laws, and keeps its own copy. */
  public TransitionLaw {
    Arguments.present("study", study);
    Arguments.present("matrix", matrix);
    Arguments.require(
        matrix.length == COUNT, "matrix has %d rows: expected %d", matrix.length, COUNT);
    for (int g = 0; g < COUNT; g++) {
      Arguments.finite("matrix[" + g + "]", matrix[g], COUNT);
      double sum = Arrays.stream(matrix[g]).sum();
      Arguments.require(
          matrix[g].length == COUNT && Math.abs(sum - 1) < ROUNDING,
          "matrix[%d] has %d values of sum %s: expected %d of sum 1",
          g,
          matrix[g].length,
          sum,
          COUNT);
    }
    matrix = copy(matrix);
  }

  /** Goes through all multisets of utterances, in blocks whose sums are added in order. */
  static TransitionLaw of(BayesianLearning study) {
    Arguments.require(
        study.utterances() <= MOST_UTTERANCES,
        "utterances is %d: expected at most %d for the exact law",
        study.utterances(),
        MOST_UTTERANCES);
    var heard = new ArrayList<int[]>();
    collect(heard, new int[KINDS_OF_UTTERANCE], 0, study.utterances());
    var blocks =
        Parallel.map(
            "exact law of learning",
            Math.ceilDiv(heard.size(), BLOCK),
            b -> sum(study, heard.subList(b * BLOCK, Math.min(heard.size(), (b + 1) * BLOCK))));
    double[][] matrix = new double[COUNT][COUNT];
    for (double[][] block : blocks) {
      for (int g = 0; g < COUNT; g++) {
        add(matrix[g], block[g], 1);
      }
    }
    return new TransitionLaw(study, matrix);
  }

  private static void collect(List<int[]> heard, int[] counts, int first, int left) {
    if (first == KINDS_OF_UTTERANCE - 1) {
      counts[first] = left;
      heard.add(counts.clone());
      return;
    }
    for (int c = 0; c <= left; c++) {
      counts[first] = c;
      collect(heard, counts, first + 1, left - c);
    }
  }

  private static double[][] sum(BayesianLearning study, List<int[]> heard) {
    var teaching = new BayesianTeaching(study);
    double[][] sum = new double[COUNT][COUNT];
    for (int[] counts : heard) {
      double[] law = teaching.law(counts);
      for (int g = 0; g < COUNT; g++) {
        double chance = teaching.chance(g, counts);
        if (chance > 0) {
          add(sum[g], law, chance);
        }
      }
    }
    return sum;
  }

  private static void add(double[] to, double[] values, double factor) {
    for (int h = 0; h < COUNT; h++) {
      to[h] += factor * values[h];
    }
  }

  @Override
  public double[][] matrix() {
    return copy(matrix);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * The law of the next generation's language.
   *
   * @param law a probability for each language of this generation
   */
  public double[] next(double[] law) {
    Arguments.finite("law", law, COUNT);
    Arguments.require(law.length == COUNT, "law has %d values: expected %d", law.length, COUNT);
    double[] next = new double[COUNT];
    for (int g = 0; g < COUNT; g++) {
      add(next, matrix[g], law[g]);
    }
    return next;
  }

  /**
   * The law that stays as it is, by the elimination of Grassmann, Taksar and Heyman (1985, Oper.
   * Res. 33:1107), which does not subtract.
   *
   * @return a probability for each language; 0 for those that are never learned
   * @throws IllegalArgumentException without noise, where there may be several
   */
  public double[] stationary() {
    Arguments.require(
        study.noise() > 0 && study.noise() < 1,
        "noise is %s: expected above 0, below 1",
        study.noise());
    int[] learned = IntStream.range(0, COUNT).filter(this::isLearned).toArray();
    int n = learned.length;
    double[][] p = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        p[i][j] = matrix[learned[i]][learned[j]];
      }
    }
    double[] law = eliminate(p);
    double[] stationary = new double[COUNT];
    for (int i = 0; i < n; i++) {
      stationary[learned[i]] = law[i];
    }
    return stationary;
  }

  private boolean isLearned(int language) {
    return Arrays.stream(matrix).anyMatch(row -> row[language] > 0);
  }

  private static double[] eliminate(double[][] p) {
    int n = p.length;
    for (int k = n - 1; k > 0; k--) {
      double out = 0;
      for (int j = 0; j < k; j++) {
        out += p[k][j];
      }
      for (int i = 0; i < k; i++) {
        p[i][k] /= out;
        for (int j = 0; j < k; j++) {
          p[i][j] += p[i][k] * p[k][j];
        }
      }
    }
    double[] law = new double[n];
    law[0] = 1;
    double sum = 1;
    for (int k = 1; k < n; k++) {
      for (int i = 0; i < k; i++) {
        law[k] += law[i] * p[i][k];
      }
      sum += law[k];
    }
    for (int k = 0; k < n; k++) {
      law[k] /= sum;
    }
    return law;
  }

  @Override
  public String summary() {
    var text = new StringBuilder("exact law of ").append(study);
    if (study.noise() > 0 && study.noise() < 1) {
      var settled = MiniatureLanguages.mass(stationary());
      var prior = MiniatureLanguages.mass(MiniatureLanguages.prior());
      for (LanguageClass kind : LanguageClass.values()) {
        text.append(
            String.format(
                Locale.ROOT,
                "%n%s: in the long run %.6f, prior %.6f",
                BayesianChain.words(kind),
                settled.of(kind),
                prior.of(kind)));
      }
    }
    return text.toString();
  }

  /** The mass of each kind in the long run; no rows where there is no single law. */
  @Override
  public Table table() {
    var rows = Quantities.of("law of iterated learning");
    if (study.noise() > 0 && study.noise() < 1) {
      var settled = MiniatureLanguages.mass(stationary());
      for (LanguageClass kind : LanguageClass.values()) {
        rows = rows.and("share " + BayesianChain.words(kind), settled.of(kind));
      }
    }
    return rows.table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(study.options());
  }
}
