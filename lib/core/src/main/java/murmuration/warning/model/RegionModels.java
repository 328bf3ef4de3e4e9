package murmuration.warning.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import murmuration.warning.Region;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One live model for each region of the charted and uncharted map (Boettiger, Ross and Hastings
 * 2013, Figure 1), so that indicators can be seen to work and to fail.
 *
 * @param runs one run a region, in the order of {@link Region}
 * @param seed seed of the random numbers
 */
public record RegionModels(List<Simulation> runs, long seed) implements Charted {
  /** Checks that there is one run a region, and keeps its own copy. */
  public RegionModels {
    runs = Arguments.listed("runs", runs);
    Arguments.require(
        runs.size() == Region.values().length,
        "runs has %d entries: expected one for each of %d regions",
        runs.size(),
        Region.values().length);
  }

  /**
   * The usual example of a region, ready to simulate: I May's harvest driven to its fold; II
   * Schreiber's population driven to its crisis; III predator and prey driven to their Hopf point;
   * IV grazing without a fold; V a jump of the harvest rate; VI a food chain driven into chaos.
   */
  public static Scenario of(Region region) {
    return switch (Arguments.present("region", region)) {
      case I -> new MayHarvest().forced();
      case II -> new SchreiberCrisis().forced();
      case III -> new RosenzweigMacArthur().forced();
      case IV -> new SmoothGrazing().forced();
      case V -> LargeForcing.ofDriver(0.3);
      case VI -> new HastingsPowell().forced(Forcing.linear(2.2, 3));
    };
  }

  /** All examples of a region: those of {@link #of}, and further ones. */
  public static List<Scenario> allOf(Region region) {
    Stream<Scenario> more =
        switch (Arguments.present("region", region)) {
          case I ->
              Stream.of(
                  new RickerHarvest().forced(),
                  new Grazing().forced(),
                  new DoubleWell().with("sigma", 0.05).forced(),
                  new StommelBox().forced(),
                  new IceAlbedo().forced());
          case II -> Stream.of(new StommelBox().forced(Forcing.linear(1.3, 0.8)).from(2.5, 3.5));
          case III ->
              Stream.of(
                  new RosenzweigMacArthur().forced(Forcing.linear(8, 5)),
                  new RickerHarvest().forced("r", Forcing.linear(1, 2.2)));
          case IV -> Stream.of();
          case V ->
              Stream.of(LargeForcing.ofState(-0.6, 0.2), new DoubleWell().unforced().burnIn(0));
          case VI -> Stream.of();
        };
    return Stream.concat(Stream.of(of(region)), more).toList();
  }

  /** One run of each region's usual example. */
  public static RegionModels simulate(long seed) {
    Region[] regions = Region.values();
    return new RegionModels(
        Parallel.map("regions", regions.length, i -> of(regions[i]).simulate(seed)), seed);
  }

  /** The run of one region. */
  public Simulation run(Region region) {
    return runs.get(Arguments.present("region", region).ordinal());
  }

  @Override
  public String summary() {
    return Stream.of(Region.values())
        .map(region -> region + ": " + run(region).scenario().words())
        .collect(Collectors.joining("\n"));
  }

  /** One row a region: what it is, the model, and when its driver passes the critical point. */
  @Override
  public Table table() {
    return Table.create(
        "models of the regions",
        StringColumn.create("region", Stream.of(Region.values()).map(Region::name)),
        StringColumn.create("what", Stream.of(Region.values()).map(Region::words)),
        StringColumn.create("model", runs.stream().map(run -> run.scenario().words())),
        DoubleColumn.create(
            "transition", runs.stream().mapToDouble(Simulation::transition).toArray()));
  }

  /** A panel a region: the first component of the state along time. */
  @Override
  public Figure chart() {
    Map<Region, Panel> panels = new EnumMap<>(Region.class);
    for (Region region : Region.values()) {
      Simulation run = run(region);
      var model = run.scenario().model();
      panels.put(
          region,
          Panel.of(model.timeName(), model.components().getFirst())
              .title(region + ": " + model.getClass().getSimpleName())
              .line("run", run.times(), run.state()));
    }
    return Figure.grid(2, panels.values().toArray(Panel[]::new));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("regions", "one model each")).seed(seed);
  }
}
