package murmuration.golden.language;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.Disentanglement;
import murmuration.language.EosPolicy;
import murmuration.language.Language;
import murmuration.language.Topsim;

/** Figures that EGG printed for languages it grew, on messages as they are padded. */
public final class EggGameChecker implements Checker {
  private static final Tolerance SINGLE_PRECISION = Tolerance.absolute(1e-6);

  @Override
  public String kind() {
    return "language/egg-game";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    var tolerance = root.has("tolerance") ? file.tolerance() : SINGLE_PRECISION;
    var language =
        Language.fromPadded(
                GoldenLanguage.rows(root.at("attributes")),
                GoldenLanguage.rows(root.at("messages")),
                0)
            .eos(EosPolicy.PADDED);
    report.number(
        "posdis", root.at("posdis").number(), Disentanglement.posdis(language).value(), tolerance);
    report.number(
        "bosdis", root.at("bosdis").number(), Disentanglement.bosdis(language).value(), tolerance);
    report.number(
        "topsim",
        root.at("topsim").number(),
        Topsim.of(language, Topsim.eggCompo()).value(),
        tolerance);
  }
}
