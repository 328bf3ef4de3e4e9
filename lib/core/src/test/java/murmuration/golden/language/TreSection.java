package murmuration.golden.language;

import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.Language;
import murmuration.language.Tre;
import murmuration.language.TreLoss;

/** The infimum of the cross-entropy of sums of leaves, below which no run of the peer comes. */
final class TreSection implements ProtocolsKorbakChecker.Section {
  private static final double NATS = 1e-5;

  @Override
  public void check(Node protocol, Language language, Tolerance tolerance, Report report) {
    if (!protocol.has("tre_ce_infimum_nats")) {
      return;
    }
    String name = protocol.path() + " " + language.name();
    double found = Tre.of(language, TreLoss.CROSS_ENTROPY).value();
    report.number(
        name + " TRE",
        protocol.at("tre_ce_infimum_nats").number(),
        found,
        Tolerance.absolute(NATS));
    for (String peer : new String[] {"tre_linear_ce_2seeds", "tre_additive_ce_2seeds"}) {
      for (double run : protocol.at(peer).numbers()) {
        report.holds(name + " " + peer, run > found, run + " is not above " + found);
      }
    }
  }
}
