package murmuration.golden.language;

import java.util.Map;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.EosPolicy;
import murmuration.language.Language;
import murmuration.language.MeaningDistance;
import murmuration.language.MessageDistance;
import murmuration.language.Topsim;
import murmuration.language.TopsimConvention;
import murmuration.language.TopsimCorrelation;

/** Topographic similarity under every convention of the file. */
final class TopsimSection implements MetricsLanguagesChecker.Section {
  private static final TopsimConvention RAW = Topsim.standard();
  private static final TopsimConvention PEARSON = RAW.correlation(TopsimCorrelation.PEARSON);
  private static final TopsimConvention PADDED = RAW.eos(EosPolicy.PADDED);

  private static final Map<String, TopsimConvention> EGG =
      Map.of(
          "egg_topsim_hamming_edit_padded",
          Topsim.egg(),
          "egg_topsim_hamming_hamming_padded",
          PADDED.messages(MessageDistance.HAMMING),
          "egg_topsim_cosine_edit_padded",
          Topsim.egg().meanings(MeaningDistance.COSINE),
          "egg_topsim_euclidean_edit_padded",
          PADDED
              .meanings(MeaningDistance.EUCLIDEAN)
              .messages(MessageDistance.EDIT_OVER_PADDED_LENGTH),
          "egg_topsim_onehotcosine_edit_padded",
          PADDED.meanings(MeaningDistance.ONE_HOT_COSINE),
          "egg_topsim_onehotjaccard_edit_padded",
          PADDED.meanings(MeaningDistance.JACCARD),
          "egg_compo_topsim_onehotcosine_editoverlen_padded",
          Topsim.eggCompo());

  private static final Map<String, TopsimConvention> STRIPPED =
      Map.of(
          "spearman_hamming_edit_raw",
          RAW,
          "spearman_hamming_edit_over_mean_length",
          RAW.messages(MessageDistance.EDIT_OVER_MEAN_LENGTH),
          "spearman_hamming_edit_over_max_length",
          RAW.messages(MessageDistance.EDIT_OVER_MAX_LENGTH),
          "pearson_hamming_edit_raw",
          PEARSON,
          "pearson_hamming_edit_over_mean_length",
          PEARSON.messages(MessageDistance.EDIT_OVER_MEAN_LENGTH));

  @Override
  public void check(GoldenFile file, GoldenLanguage given, Report report) {
    var tolerance = Tolerance.parse("" + file.root().at("tolerance").at("other").value());
    Node egg = given.node().at("expected_egg");
    EGG.forEach(
        (name, convention) -> {
          Language language =
              name.contains("cosine_edit_") && !name.contains("onehot")
                  ? given.raised()
                  : given.language();
          compare(egg.at(name), Topsim.of(language, convention), tolerance, report);
        });
    Node stripped = given.node().at("expected_variants_eos_stripped");
    STRIPPED.forEach(
        (name, convention) ->
            compare(stripped.at(name), Topsim.of(given.language(), convention), tolerance, report));
    sums(stripped, Topsim.of(given.language()), report);
  }

  /** The number of pairs, and the sums of their edits and of the attributes that differ. */
  private static void sums(Node stripped, Topsim found, Report report) {
    report.equal(stripped.path() + ".pairs", stripped.at("pairs").integer(), found.pairs());
    double edits = 0;
    double differing = 0;
    for (var step : found.profile()) {
      edits += step.pairs() * step.message();
      differing += step.pairs() * step.meaning() * found.language().attributeCount();
    }
    report.equal(
        stripped.path() + ".sum_edit",
        Math.round(stripped.at("sum_edit").number()),
        Math.round(edits));
    report.equal(
        stripped.path() + ".sum_hamming_count",
        Math.round(stripped.at("sum_hamming_count").number()),
        Math.round(differing));
  }

  private static void compare(Node expected, Topsim found, Tolerance tolerance, Report report) {
    report.number(expected.path(), expected.number(), found.value(), tolerance);
    report.holds(
        expected.path() + " flags",
        expected.isNull() == !found.flags().isEmpty(),
        "expected a reason where undefined, found " + found.flags());
  }
}
