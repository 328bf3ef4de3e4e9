package murmuration.language.corpus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What pretraining brought: every cell, and for each source its effect.
 *
 * @param cells all cells
 * @param effects one for each source, in the order of the cells
 * @param provenance where it comes from
 */
public record TransferRun(
    List<TransferCell> cells, List<TransferEffect> effects, Provenance provenance)
    implements Charted {
  private static final int MOST_LINES = 11;

  /** Keeps its own copies. */
  public TransferRun {
    cells = Arguments.listed("cells", cells);
    effects = Arguments.listed("effects", effects);
    Arguments.present("provenance", provenance);
  }

  /**
   * The effects of cells, of whatever model.
   *
   * @param cells at least one
   */
  public static TransferRun of(List<TransferCell> cells, Provenance provenance) {
    Arguments.require(
        !Arguments.listed("cells", cells).isEmpty(), "cells is empty: expected at least one");
    Map<String, List<TransferCell>> bySource =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    TransferCell::source, LinkedHashMap::new, Collectors.toList()));
    return new TransferRun(
        cells,
        bySource.entrySet().stream().map(e -> TransferEffect.of(e.getKey(), e.getValue())).toList(),
        provenance);
  }

  /** The effect of a source, by its name. */
  public TransferEffect effect(String source) {
    return effects.stream()
        .filter(e -> e.source().equals(source))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "source is %s: expected one of %s"
                        .formatted(source, effects.stream().map(TransferEffect::source).toList())));
  }

  @Override
  public String summary() {
    return "reduction of perplexity against no pretraining, mean over targets and seeds\n"
        + effects.stream()
            .limit(MOST_LINES)
            .map(
                e ->
                    String.format(
                        Locale.ROOT,
                        "%s: %.2f %% [%.2f, %.2f], sd %.2f, %d of %d cells better; targets %d"
                            + " better, %d worse, sign test p %.3g",
                        e.source(),
                        e.reduction(),
                        e.low(),
                        e.high(),
                        e.sd(),
                        e.wins(),
                        e.cells(),
                        e.better(),
                        e.worse(),
                        e.p()))
            .collect(Collectors.joining("\n"));
  }

  /**
   * One row a source: {@code source}, {@code reduction %}, its 95 % interval over targets, {@code
   * sd}, {@code wins}, {@code cells}, {@code targets better}, {@code targets worse}, {@code sign
   * test p}, {@code weight}.
   */
  @Override
  public Table table() {
    return Table.create(
        "transfer",
        StringColumn.create("source", effects.stream().map(TransferEffect::source)),
        numbers("reduction %", TransferEffect::reduction),
        numbers("low", TransferEffect::low),
        numbers("high", TransferEffect::high),
        numbers("sd", TransferEffect::sd),
        IntColumn.create("wins", effects.stream().mapToInt(TransferEffect::wins)),
        IntColumn.create("cells", effects.stream().mapToInt(TransferEffect::cells)),
        IntColumn.create("targets better", effects.stream().mapToInt(TransferEffect::better)),
        IntColumn.create("targets worse", effects.stream().mapToInt(TransferEffect::worse)),
        numbers("sign test p", TransferEffect::p),
        numbers("weight", TransferEffect::weight));
  }

  private DoubleColumn numbers(String name, ToDoubleFunction<TransferEffect> of) {
    return DoubleColumn.create(name, effects.stream().mapToDouble(of).toArray());
  }

  /** Every cell, and the mean of each source with half the width of its interval. */
  @Override
  public Figure chart() {
    String[] names = effects.stream().map(TransferEffect::source).toArray(String[]::new);
    var order = Arrays.asList(names);
    double[] at = new double[names.length];
    Arrays.setAll(at, i -> i + 1);
    double[] mean = effects.stream().mapToDouble(TransferEffect::reduction).toArray();
    double[] half = effects.stream().mapToDouble(e -> (e.high() - e.low()) / 2).toArray();
    return Figure.of(
        Panel.of("Pretrained on", "Perplexity reduction (%)")
            .xNames(names)
            .horizontal(0)
            .points(
                "one target, one seed",
                cells.stream().mapToDouble(c -> 1 + order.indexOf(c.source())).toArray(),
                cells.stream().mapToDouble(TransferCell::reduction).toArray())
            .points("mean over targets, 95 %", at, mean, half));
  }
}
