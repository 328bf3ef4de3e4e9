package murmuration.sorting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.plot.BarAnimation;
import murmuration.plot.Figure;
import murmuration.plot.Panel;

/** A run in space and time: a raster, and an animation. */
final class RunRaster {
  private static final int COLUMNS = 300;
  private static final int ROWS = 250;

  private RunRaster() {}

  static Figure of(SortingRun run) {
    int n = run.array().n();
    int[] moments = moments(run.swaps(), Math.min(COLUMNS, run.swaps() + 1));
    int[] rows = moments(n - 1, Math.min(ROWS, n));
    double[][] values = new double[rows.length][moments.length];
    double[][] types = new double[rows.length][moments.length];
    var replay = run.replay();
    for (int t = 0; t < moments.length; t++) {
      var state = replay.forward(moments[t]);
      int[] value = state.values();
      int[] type = state.types();
      for (int r = 0; r < rows.length; r++) {
        values[r][t] = value[rows[r]];
        types[r][t] = 1.0 + type[rows[r]];
      }
    }
    double[] x = Arrays.stream(moments).asDoubleStream().toArray();
    double[] y = Arrays.stream(rows).asDoubleStream().toArray();
    var byValue = Panel.of("Swaps", "Position").heat("Value", x, y, values);
    var mix = run.array().population().mix();
    if (mix.isOneLabel()) {
      return Figure.of(byValue);
    }
    String label = "Type: " + String.join(", ", numbered(mix));
    return Figure.column(byValue, Panel.of("Swaps", "Position").heat(label, x, y, types));
  }

  private static List<String> numbered(AlgotypeMix mix) {
    int[] types = mix.types();
    var names = new ArrayList<String>();
    for (int i = 0; i < types.length; i++) {
      if (types[i] == i) {
        names.add((i + 1) + " " + mix.labels().get(i));
      }
    }
    return names;
  }

  /** Whole numbers from 0 to last at equal distances. */
  private static int[] moments(int last, int count) {
    return IntStream.range(0, count)
        .map(i -> (int) ((long) i * last / Math.max(1, count - 1)))
        .distinct()
        .toArray();
  }

  static BarAnimation animation(SortingRun run, int frames, double seconds) {
    Arguments.require(frames >= 2 && frames <= 1000, "frames is %d: expected 2 to 1000", frames);
    var mix = run.array().population().mix();
    int[] types = mix.types();
    int[] labels = Arrays.stream(run.start().types()).map(entry -> types[entry]).toArray();
    int[] moments = moments(run.swaps(), Math.min(frames, run.swaps() + 1));
    int[][] places = new int[moments.length][run.array().n()];
    var captions = new ArrayList<String>();
    var replay = run.replay();
    for (int f = 0; f < moments.length; f++) {
      int[] cells = replay.forward(moments[f]).cells();
      for (int p = 0; p < cells.length; p++) {
        places[f][cells[p]] = p;
      }
      captions.add(moments[f] + " swaps");
    }
    return new BarAnimation(
        mix + ", " + run.array().schedule(),
        Arrays.stream(run.start().values()).asDoubleStream().toArray(),
        labels,
        mix.isOneLabel() ? mix.labels().subList(0, 1) : mix.labels(),
        places,
        captions,
        seconds);
  }
}
