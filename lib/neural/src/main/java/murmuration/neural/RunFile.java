package murmuration.neural;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.concept.Elicitation;
import murmuration.concept.Intervention;
import murmuration.concept.image.SoftDiscs;
import murmuration.math.Arguments;
import murmuration.neural.engine.Checkpoint;
import murmuration.neural.engine.Training;

/** A run of a {@link ConceptGenerator} in a file: choices, weights, moments and what was seen. */
record RunFile(Checkpoint saved) {
  static final String KIND = "concept generator";
  static final String SEED = "seed";
  private static final String SEEN = "seen";

  static RunFile read(Path file) {
    return new RunFile(Checkpoint.read(file, KIND));
  }

  static void write(
      Path file,
      ConceptGenerator study,
      long seed,
      Training training,
      List<ConceptCheckpoint> seen) {
    double[] numbers =
        seen.stream().map(ConceptCheckpoint::numbers).flatMapToDouble(Arrays::stream).toArray();
    Map<String, double[]> series = Map.of(SEEN, numbers);
    new Checkpoint(KIND, training.steps(), settings(study, seed), training.state(), series)
        .write(file);
  }

  static Map<String, String> settings(ConceptGenerator study, long seed) {
    SoftDiscs discs = study.discs();
    var settings = new LinkedHashMap<String, String>();
    settings.put("colour separation", "" + discs.colour());
    settings.put("size separation", "" + discs.size());
    settings.put("flags", "" + discs.flagged());
    settings.put("masked", "" + discs.masked());
    settings.put("steps", "" + study.steps());
    settings.put("every", "" + study.every());
    settings.put("samples", "" + study.samples());
    settings.put(SEED, "" + seed);
    return settings;
  }

  ConceptGenerator study() {
    var discs =
        new SoftDiscs(
            Double.parseDouble(text("colour separation")),
            Double.parseDouble(text("size separation")),
            Boolean.parseBoolean(text("flags")),
            Double.parseDouble(text("masked")));
    return new ConceptGenerator(
        discs,
        Integer.parseInt(text("steps")),
        Integer.parseInt(text("every")),
        Integer.parseInt(text("samples")));
  }

  long seed() {
    return Long.parseLong(text(SEED));
  }

  private String text(String name) {
    return Arguments.present(name, saved.settings().get(name));
  }

  /** Refuses a file of another study or seed. */
  RunFile of(ConceptGenerator study, long seed) {
    saved.requireSettings(settings(study, seed));
    return this;
  }

  void restore(Training training) {
    training.restore(saved.state(), saved.step());
  }

  /** What was seen until then; {@code noise} is the seed that its samples began with. */
  List<ConceptCheckpoint> checkpoints(long noise) {
    ConceptGenerator study = study();
    List<Intervention> ways = DiscProbe.ways(study.discs()).ways();
    Elicitation like =
        DiscProbe.elicitation(
            ways.stream().map(Intervention::name).toList(),
            ways.stream().map(Intervention::kind).toList(),
            new double[ways.size()],
            study.samples(),
            noise);
    double[] numbers = Arguments.present(SEEN, saved.series().get(SEEN));
    int rows = (int) (saved.step() / study.every());
    int width = numbers.length / rows;
    return IntStream.range(0, rows)
        .mapToObj(i -> Arrays.copyOfRange(numbers, i * width, (i + 1) * width))
        .map(row -> ConceptCheckpoint.of(row, like))
        .toList();
  }
}
