package murmuration.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * What a {@link ConceptStudy} found in one run.
 *
 * @param run the held-out class as it was analysed, smoothed
 * @param times when each concept was learned
 * @param turn the sharpest turn
 * @param saturation when training saturated; empty where training classes were not recorded
 * @param capability naive and elicited accuracy; empty where they were not recorded
 */
public record ConceptFindings(
    ConceptTrajectory run,
    LearningTimes times,
    Turn turn,
    Optional<TrainingSaturation> saturation,
    Optional<HiddenCapability> capability)
    implements Result {
  /** Refuses null. */
  public ConceptFindings {
    Arguments.present("run", run);
    Arguments.present("times", times);
    Arguments.present("turn", turn);
    Arguments.present("saturation", saturation);
    Arguments.present("capability", capability);
  }

  /** Step at which training saturated; NaN where it did not, or was not recorded. */
  public double saturationStep() {
    return saturation.map(TrainingSaturation::step).orElse(Double.NaN);
  }

  /** Step of the turn over that at which training saturated; NaN where either is missing. */
  public double turnRatio() {
    return turn.step() / saturationStep();
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    times.summary().lines().limit(5).forEach(lines::add);
    lines.add(turn.summary());
    saturation.ifPresent(found -> lines.add(found.summary()));
    capability.ifPresent(found -> found.summary().lines().limit(3).forEach(lines::add));
    return String.join("\n", lines);
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("concept findings");
    for (String name : times.names()) {
      quantities = quantities.and("learned: " + name + " (step)", times.time(name));
    }
    quantities = quantities.and("turn (degrees)", turn.angle()).and("turn (step)", turn.step());
    if (saturation.isPresent()) {
      quantities =
          quantities
              .and("training saturation (step)", saturationStep())
              .and("turn over saturation", turnRatio());
    }
    if (capability.isPresent()) {
      HiddenCapability found = capability.get();
      quantities =
          quantities
              .and("naive prompting (step)", found.naiveTime())
              .and("best intervention (step)", found.elicitedTime())
              .and("gap (steps)", found.gap())
              .and("hidden accuracy", found.area());
    }
    return quantities.table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("rule", times.rule().toString())).data(run.provenance().data());
  }
}
