package murmuration.warning.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several scores of the same ensemble side by side: one table of areas, one picture of all curves.
 *
 * @param rocs the curves, each of its own name
 * @param note what was left out or should be known, in words; empty for nothing
 * @param provenance where the scores come from
 */
public record RocComparison(List<Roc> rocs, String note, Provenance provenance) implements Charted {
  private static final double FALSE_ALARMS = 0.05;
  private static final int MOST_LINES = 8;

  /** Checks that each name stands once. */
  public RocComparison {
    rocs = Arguments.listed("rocs", rocs);
    Arguments.present("note", note);
    Arguments.present("provenance", provenance);
    Arguments.require(!rocs.isEmpty(), "rocs is empty: expected at least one curve");
    List<String> names = rocs.stream().map(Roc::name).toList();
    Arguments.require(
        names.stream().distinct().count() == names.size(), "rocs %s: expected each once", names);
  }

  /** Curves at hand, at least one, each of its own name. */
  public static RocComparison of(Roc... rocs) {
    List<Roc> list = Arguments.listed("rocs", rocs);
    var names = list.stream().map(Roc::name).toList().toString();
    return new RocComparison(list, "", Provenance.of(Map.of("scores", names)));
  }

  /**
   * The curve of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Roc roc(String name) {
    return rocs.stream()
        .filter(roc -> roc.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no curve is called "
                        + name
                        + ": expected one of "
                        + rocs.stream().map(Roc::name).toList()));
  }

  /** The same with one more curve, which may come from other runs. */
  public RocComparison and(Roc roc) {
    List<Roc> more = new ArrayList<>(rocs);
    more.add(Arguments.present("roc", roc));
    return new RocComparison(more, note, provenance);
  }

  /**
   * Whether two scores of the same runs differ; see {@link DeLongTest#paired}.
   *
   * @throws IllegalArgumentException where a name is not here or the runs are not the same number
   */
  public DeLongTest test(String a, String b) {
    return DeLongTest.paired(roc(a), roc(b));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    Roc first = rocs.getFirst();
    lines.add(
        String.format(
            Locale.ROOT, "ROC: %d events, %d nulls", first.events().length, first.nulls().length));
    lines.add(String.format(Locale.ROOT, "%-24s %8s   %-16s %s", "", "AUC", "95 %", "TPR at 5 %"));
    for (Roc roc : rocs.subList(0, Math.min(MOST_LINES, rocs.size()))) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s %8s   %-16s %s",
              roc.name(),
              Digits.of(roc.auc(), 4),
              Digits.of(roc.low(), 4) + " to " + Digits.of(roc.high(), 4),
              Digits.of(roc.atFalsePositiveRate(FALSE_ALARMS).truePositiveRate(), 4)));
    }
    if (rocs.size() > MOST_LINES) {
      lines.add("and " + (rocs.size() - MOST_LINES) + " more");
    }
    if (!note.isEmpty()) {
      lines.add(note);
    }
    return String.join("\n", lines);
  }

  /**
   * One row a score: {@code value} is the area with its 95 % interval, then the true-positive rate
   * at 5 % false positives with its exact interval, and the number of events and nulls.
   */
  @Override
  public Table table() {
    var names = StringColumn.create("quantity");
    var columns =
        List.of("value", "low", "high", "TPR at 5 %", "TPR low", "TPR high", "events", "nulls")
            .stream()
            .map(DoubleColumn::create)
            .toList();
    for (Roc roc : rocs) {
      OperatingPoint point = roc.atFalsePositiveRate(FALSE_ALARMS);
      double[] rate = point.truePositiveInterval(0.95);
      double[] row = {
        roc.auc(),
        roc.low(),
        roc.high(),
        point.truePositiveRate(),
        rate[0],
        rate[1],
        point.events(),
        point.nulls()
      };
      names.append("AUC " + roc.name());
      for (int i = 0; i < row.length; i++) {
        columns.get(i).append(row[i]);
      }
    }
    return Table.create("areas under the ROC curve", names)
        .addColumns(columns.toArray(DoubleColumn[]::new));
  }

  /** All curves beside the diagonal of chance. */
  @Override
  public Figure chart() {
    return chart(rocs);
  }

  static Figure chart(List<Roc> rocs) {
    var panel = Panel.of("False-positive rate", "True-positive rate").xRange(0, 1).yRange(0, 1);
    for (Roc roc : rocs) {
      RocCurve curve = roc.curve();
      String entry = roc.name() + ", AUC " + String.format(Locale.ROOT, "%.2f", roc.auc());
      panel = panel.line(entry, curve.falsePositiveRate(), curve.truePositiveRate());
    }
    double[] ends = {0, 1};
    return Figure.of(panel.line("chance", ends, ends)).size(430, 400);
  }
}
