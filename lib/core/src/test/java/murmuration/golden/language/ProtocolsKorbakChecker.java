package murmuration.golden.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.language.ConflictCount;
import murmuration.language.ContextIndependence;
import murmuration.language.Disentanglement;
import murmuration.language.EntropyEstimate;
import murmuration.language.Language;
import murmuration.language.PaddingRule;
import murmuration.language.Topsim;

/** Protocols between compositional and holistic (Korbak et al. 2020). */
public final class ProtocolsKorbakChecker implements Checker {
  private static final List<Section> SECTIONS = List.of(new ProtocolMetrics(), new TreSection());

  /** Some figures of a protocol. */
  interface Section {
    /** Compares them. */
    void check(Node protocol, Language language, Tolerance tolerance, Report report);
  }

  @Override
  public String kind() {
    return "language/protocols-korbak";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (Node protocol : file.root().at("protocols").items()) {
      var names = new HashMap<String, Integer>();
      var language =
          Language.of(rows(protocol.at("meanings"), names), rows(protocol.at("messages"), names))
              .named(protocol.at("name").text());
      SECTIONS.forEach(s -> s.check(protocol, language, file.tolerance(), report));
    }
  }

  private static int[][] rows(Node node, Map<String, Integer> names) {
    return node.items().stream()
        .map(
            row ->
                row.items().stream()
                    .mapToInt(item -> names.computeIfAbsent(item.text(), k -> names.size()))
                    .toArray())
        .toArray(int[][]::new);
  }

  /** Topographic similarity, context independence, conflicts. */
  private static final class ProtocolMetrics implements Section {
    @Override
    public void check(Node protocol, Language language, Tolerance tolerance, Report report) {
      String name = protocol.path() + " " + language.name() + " ";
      report.number(
          name + "topsim",
          protocol.at("topsim_hamming_rawedit").number(),
          Topsim.of(language, Topsim.korbak()).value(),
          tolerance);
      var independence = ContextIndependence.symbolLevel(language);
      report.number(
          name + "context independence",
          protocol.at("context_independence").number(),
          independence.value(),
          tolerance);
      report.number(
          name + "context independence, least",
          protocol.at("context_independence_min").number(),
          independence.lowest(),
          tolerance);
      double peer = protocol.at("context_independence_peer").number();
      double slack = tolerance.absolute();
      report.holds(
          name + "context independence of the peer",
          peer >= independence.lowest() - slack && peer <= independence.value() + slack,
          "expected "
              + peer
              + " between "
              + independence.lowest()
              + " and "
              + independence.value());
      if (protocol.has("conflict_count")) {
        report.equal(
            name + "conflict count",
            protocol.at("conflict_count").integer(),
            ConflictCount.of(language).conflicts());
      }
      firstUnits(protocol, language, tolerance, report);
    }

    /** The peer stops after the first position and the first symbol: one of our gaps each. */
    private static void firstUnits(
        Node protocol, Language language, Tolerance tolerance, Report report) {
      report.number(
          protocol.path() + " gap of the first position",
          protocol.at("posdis_first_position_only").number(),
          Disentanglement.posdis(language).gaps()[0],
          tolerance);
      double symbol = protocol.at("bosdis_first_symbol_only").number();
      double[] gaps =
          Disentanglement.bosdis(language, PaddingRule.EXCLUDE_PADDING, EntropyEstimate.plugIn())
              .gaps();
      boolean found = false;
      for (double gap : gaps) {
        found |= tolerance.allows(symbol, gap);
      }
      report.holds(protocol.path() + " gap of a symbol", found, "no symbol has the gap " + symbol);
    }
  }
}
