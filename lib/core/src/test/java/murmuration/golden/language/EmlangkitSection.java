package murmuration.golden.language;

import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.Disentanglement;
import murmuration.language.EntropyEstimate;
import murmuration.language.EosPolicy;
import murmuration.language.Language;
import murmuration.language.LanguageInformation;
import murmuration.language.PaddingRule;
import murmuration.language.Topsim;

/** emlangkit's figures of messages as they are padded, in double precision. */
final class EmlangkitSection {
  private EmlangkitSection() {}

  static void check(Node peer, Language language, Tolerance tolerance, Report report) {
    var padded = language.eos(EosPolicy.PADDED);
    DisentanglementSection.compare(
        peer.at("posdis"), Disentanglement.posdis(padded), tolerance, report);
    var bosdis =
        Disentanglement.bosdis(padded, PaddingRule.INCLUDE_PADDING, EntropyEstimate.plugIn());
    DisentanglementSection.compare(peer.at("bosdis"), bosdis, tolerance, report);
    var topsim = Topsim.of(language, Topsim.emlangkit());
    report.number(peer.path() + ".topsim", peer.at("topsim").number(), topsim.value(), tolerance);
    report.number(
        peer.path() + ".topsim_pvalue",
        peer.at("topsim_pvalue").number(),
        topsim.naiveP(),
        Tolerance.absolute(
            1e-9)); // of a probability: the accuracy of the incomplete beta functions
    var found = LanguageInformation.of(padded);
    report.number(
        peer.path() + ".entropy",
        peer.at("entropy_bits").number(),
        found.messageEntropy(),
        tolerance);
    report.number(
        peer.path() + ".information",
        peer.at("mutual_information_bits").number(),
        found.information(),
        tolerance);
  }
}
