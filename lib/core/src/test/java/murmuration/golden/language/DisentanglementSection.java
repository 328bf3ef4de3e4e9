package murmuration.golden.language;

import java.util.List;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.Disentanglement;
import murmuration.language.EosPolicy;
import murmuration.language.LanguageInformation;
import murmuration.language.MetricFlag;

/** EGG's posdis, bosdis, entropies and informations, which it computes in single precision. */
final class DisentanglementSection implements MetricsLanguagesChecker.Section {
  @Override
  public void check(GoldenFile file, GoldenLanguage given, Report report) {
    Node egg = given.node().at("expected_egg");
    var core = tolerance(file, "egg_core_posdis_bosdis");
    var compo = tolerance(file, "egg_compo_posdis_bosdis");
    var bits = tolerance(file, "egg_entropy_and_information_bits");
    var padded = given.language().eos(EosPolicy.PADDED);
    var posdis = Disentanglement.posdis(padded);
    compare(egg.at("egg_posdis"), posdis, core, report);
    compare(egg.at("egg_compo_posdis"), posdis, compo, report);
    // without a vocabulary size EGG was not asked for bosdis
    if (egg.has("egg_bosdis")) {
      compare(egg.at("egg_bosdis"), Disentanglement.bosdis(padded), core, report);
      compare(egg.at("egg_compo_bosdis"), Disentanglement.bosdis(padded), compo, report);
    }
    var found = LanguageInformation.of(padded);
    report.number(
        egg.path() + ".H(message)",
        egg.at("egg_message_entropy_bits").number(),
        found.messageEntropy(),
        bits);
    report.number(
        egg.path() + ".H(meaning)",
        egg.at("egg_meaning_entropy_bits").number(),
        found.meaningEntropy(),
        bits);
    report.number(
        egg.path() + ".I",
        egg.at("egg_mutual_information_bits").number(),
        found.information(),
        bits);
    if (egg.at("egg_mi_matrix_position_by_attribute").isNull()) {
      return;
    }
    double[][] matrix = egg.at("egg_mi_matrix_position_by_attribute").matrix();
    report.equal(egg.path() + ".matrix rows", matrix.length, posdis.information().length);
    for (int j = 0; j < matrix.length; j++) {
      String where = egg.path() + ".matrix[" + j + "]";
      report.numbers(where, matrix[j], posdis.information()[j], bits);
    }
  }

  static void compare(Node expected, Disentanglement found, Tolerance tolerance, Report report) {
    boolean thrown = expected.value() instanceof String text && text.startsWith("error:");
    double number = thrown ? 1 : expected.number();
    var flags =
        thrown
            ? List.of(MetricFlag.SINGLE_ATTRIBUTE)
            : expected.isNull() ? List.of(MetricFlag.CONSTANT_MESSAGES) : List.of();
    report.number(expected.path(), number, found.value(), tolerance);
    report.equal(expected.path() + " flags", flags, found.flags());
  }

  static Tolerance tolerance(GoldenFile file, String name) {
    return Tolerance.parse("" + file.root().at("tolerance").at(name).value());
  }
}
