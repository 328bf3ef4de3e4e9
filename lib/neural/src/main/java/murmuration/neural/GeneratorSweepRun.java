package murmuration.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.concept.ConceptTrajectory;
import murmuration.concept.OrderCrossing;
import murmuration.concept.SignalTrend;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.SampleMean;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a {@link GeneratorSweep} gave. Times are those of {@link ConceptGeneratorRun#times}: the
 * first of two checkpoints in a row at 0.8 or above; NaN where there are none.
 *
 * @param study what was run
 * @param runs for each value in order, one run a seed
 */
public record GeneratorSweepRun(GeneratorSweep study, List<List<ConceptGeneratorRun>> runs)
    implements Charted {
  private static final int LAST = 6;
  private static final double LEVEL = 0.95;
  private static final int LISTED = 9;

  /** Checks that every run is there, and keeps its own copy. */
  public GeneratorSweepRun {
    Arguments.present("study", study);
    runs = Arguments.listed("runs", runs).stream().map(r -> Arguments.listed("runs", r)).toList();
    int values = study.values().length;
    int seeds = study.seeds().length;
    Arguments.require(
        runs.size() == values && runs.stream().allMatch(r -> r.size() == seeds),
        "runs has other counts than %d values of %d seeds",
        values,
        seeds);
  }

  /** The runs at value i, from 0, one a seed. */
  public List<ConceptGeneratorRun> runs(int i) {
    Arguments.require(i >= 0 && i < runs.size(), "i is %d: expected 0 to %d", i, runs.size() - 1);
    return runs.get(i);
  }

  /**
   * When one of {@link ConceptGeneratorRun#CURVES} was learned (steps).
   *
   * @return one row a value, one number a seed; NaN for never
   */
  public double[][] times(String curve) {
    return each(run -> run.times().time(curve));
  }

  /** One number of each run: one row a value, one number a seed. */
  public double[][] each(ToDoubleFunction<? super ConceptGeneratorRun> number) {
    Arguments.present("number", number);
    return runs.stream()
        .map(alike -> alike.stream().mapToDouble(number).toArray())
        .toArray(double[][]::new);
  }

  /** The mean over seeds of {@link #times}, a run that never gets there counted as all steps. */
  public double[] meanTimes(String curve) {
    return means(times(curve), never()).stream().mapToDouble(SampleMean::mean).toArray();
  }

  /**
   * How much more the best latent intervention gives than naive prompting over the last six
   * checkpoints: mean over seeds, for each value.
   */
  public List<SampleMean> gaps() {
    return means(each(run -> run.gap(Math.min(LAST, run.checkpoints().size()))), Double.NaN);
  }

  private static List<SampleMean> means(double[][] rows, double missing) {
    List<SampleMean> means = new ArrayList<>();
    for (double[] row : rows) {
      double[] filled = row.clone();
      for (int i = 0; i < filled.length; i++) {
        filled[i] = Double.isNaN(filled[i]) ? missing : filled[i];
      }
      means.add(SampleMean.of(filled));
    }
    return means;
  }

  /** The path of the held-out class at value i, asked for naively: mean over seeds. */
  public ConceptTrajectory meanTrajectory(int i) {
    return ConceptTrajectory.mean(runs(i).stream().map(ConceptGeneratorRun::trajectory).toList());
  }

  /** The curves at value i: mean over seeds. */
  public ConceptTrajectory meanAccuracies(int i) {
    return ConceptTrajectory.mean(runs(i).stream().map(ConceptGeneratorRun::accuracies).toList());
  }

  /**
   * Where the order of learning turns, with its interval over seeds; never counts as all steps.
   *
   * @param first a curve, such as {@code "colour"}
   * @param second another, such as {@code "size"}
   */
  public OrderCrossing crossing(String first, String second) {
    return OrderCrossing.of(study.values(), times(first), times(second), never());
  }

  /** Whether a curve is learned earlier at higher values, over all runs; never counts as above. */
  public SignalTrend trend(String curve) {
    double[] values = study.values();
    double[][] times = times(curve);
    double[] value =
        IntStream.range(0, values.length)
            .boxed()
            .flatMapToDouble(i -> Arrays.stream(times[i]).map(t -> values[i]))
            .toArray();
    double[] time = Arrays.stream(times).flatMapToDouble(Arrays::stream).toArray();
    return SignalTrend.of(value, time, never());
  }

  private double never() {
    return study.generator().steps();
  }

  @Override
  public String summary() {
    var text = new StringBuilder(study + ", " + study.generator());
    text.append(
        String.format(
            Locale.ROOT,
            "\n%-8s %18s %16s %18s %18s %16s",
            study.axis().word(),
            "T colour",
            "T size",
            "T naive",
            "T latent",
            "gap at the end"));
    double[] values = study.values();
    List<SampleMean> gaps = gaps();
    for (int i = 0; i < Math.min(values.length, LISTED); i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n%-8s %18s %16s %18s %18s   %.2f (%.2f to %.2f)",
              Digits.of(values[i], 3),
              listed("colour", i),
              listed("size", i),
              listed("naive", i),
              listed("latent", i),
              gaps.get(i).mean(),
              gaps.get(i).low(LEVEL),
              gaps.get(i).high(LEVEL)));
    }
    if (values.length > LISTED) {
      text.append("\nand " + (values.length - LISTED) + " more values");
    }
    return text.toString();
  }

  private String listed(String curve, int i) {
    return runs.get(i).stream()
        .map(run -> run.times().time(curve))
        .map(time -> Double.isNaN(time) ? "-" : Digits.of(time, 5))
        .collect(Collectors.joining(","));
  }

  /**
   * One row a value, numbers of the seeds side by side: {@code T colour}, {@code T size}, {@code T
   * naive}, {@code T over-prompt}, {@code T latent}, {@code T patch} (steps, "-" for never), the
   * share as asked at the end (last six checkpoints, mean over seeds) naively, over-prompted and
   * latent, and the gap with its interval.
   */
  @Override
  public Table table() {
    double[] values = study.values();
    var table = Table.create(toString(), DoubleColumn.create(study.axis().word(), values));
    for (String curve : ConceptGeneratorRun.CURVES) {
      table.addColumns(
          StringColumn.create(
              "T " + curve,
              IntStream.range(0, values.length).mapToObj(i -> listed(curve, i)).toList()));
    }
    for (String curve : List.of("naive", "over-prompt", "latent")) {
      var ends = means(ends(curve), Double.NaN);
      table.addColumns(
          DoubleColumn.create(curve, ends.stream().mapToDouble(SampleMean::mean).toArray()));
    }
    List<SampleMean> gaps = gaps();
    table.addColumns(
        DoubleColumn.create("gap", gaps.stream().mapToDouble(SampleMean::mean).toArray()),
        DoubleColumn.create("low", gaps.stream().mapToDouble(g -> g.low(LEVEL)).toArray()),
        DoubleColumn.create("high", gaps.stream().mapToDouble(g -> g.high(LEVEL)).toArray()));
    return table;
  }

  private double[][] ends(String curve) {
    return each(run -> run.end(curve, Math.min(LAST, run.checkpoints().size())));
  }

  /** One row a checkpoint of each run, as {@link ConceptGeneratorRun#table} has them. */
  public Table checkpoints() {
    Table all = null;
    double[] values = study.values();
    long[] seeds = study.seeds();
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < seeds.length; j++) {
        Table one = runs.get(i).get(j).table();
        double value = values[i];
        double seed = seeds[j];
        var labelled =
            Table.create(
                toString(),
                DoubleColumn.create(
                    study.axis().word() + " value",
                    IntStream.range(0, one.rowCount()).mapToDouble(r -> value).toArray()),
                DoubleColumn.create(
                    "seed", IntStream.range(0, one.rowCount()).mapToDouble(r -> seed).toArray()));
        labelled.addColumns(one.columnArray());
        all = all == null ? labelled : all.append(labelled);
      }
    }
    return Arguments.present("runs", all);
  }

  @Override
  public Provenance provenance() {
    var first = runs.getFirst().getFirst().provenance();
    var options = new LinkedHashMap<String, String>(first.options());
    options.put("sweep", study.toString());
    return Provenance.of(options).seed(study.seeds()[0]);
  }

  /** Learning times of the concepts, and of naive and latent prompting, against what varied. */
  @Override
  public Figure chart() {
    String label =
        switch (study.axis()) {
          case COLOUR -> "Colour separation";
          case SIZE -> "Size separation";
          case MASKED -> "Share of (red, small) silent about colour";
        };
    return Figure.grid(
            2,
            curves(Panel.of(label, "Step at which learned (0.8)"), "colour", "size"),
            curves(Panel.of(label, "Step at which learned (0.8)"), "naive", "latent"))
        .size(900, 360);
  }

  private Panel curves(Panel panel, String... curves) {
    double[] at = study.values();
    for (String curve : curves) {
      double[][] times = times(curve);
      double[] x = new double[at.length * study.seeds().length];
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = at[i / study.seeds().length];
        y[i] = times[i / study.seeds().length][i % study.seeds().length];
      }
      panel = panel.line(curve, at, meanTimes(curve)).points(curve, x, y);
    }
    return panel.horizontal(study.generator().steps());
  }

  @Override
  public String toString() {
    return study.toString();
  }
}
