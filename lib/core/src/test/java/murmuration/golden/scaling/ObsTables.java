package murmuration.golden.scaling;

import java.util.List;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.scaling.observational.BenchmarkScores;
import murmuration.scaling.observational.TaskScores;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The tables of Ruan et al. 2024, third-party files that only the mirror has. */
final class ObsTables {
  private static final List<String> NAMES =
      List.of(
          "model",
          "family",
          "parameters_b",
          "tokens_t",
          "flops_1e21",
          "mmlu",
          "arc_c",
          "hellaswag",
          "winograd",
          "truthfulqa",
          "gsm8k",
          "xwinograd",
          "humaneval");

  private ObsTables() {}

  /** The 77 models of the authors' choice. */
  static BenchmarkScores benchmarks(GoldenFile file) {
    var types = new ColumnType[NAMES.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = i < 2 ? ColumnType.STRING : ColumnType.DOUBLE;
    }
    Table table = read(file, "obs_base_llm_benchmark_eval.csv", types);
    for (int i = 0; i < types.length; i++) {
      table.column(i).setName(NAMES.get(i));
    }
    return BenchmarkScores.ruan(table).keep(BenchmarkScores.RUAN_MODELS);
  }

  static TaskScores tasks(GoldenFile file) {
    var types = new ColumnType[9];
    for (int i = 0; i < types.length; i++) {
      types[i] = i < 1 ? ColumnType.STRING : ColumnType.DOUBLE;
    }
    Table table = read(file, "obs_base_llm_emergent_capability_eval.csv", types);
    table.column(0).setName("model");
    return TaskScores.ruan(table);
  }

  private static Table read(GoldenFile file, String name, ColumnType[] types) {
    return Table.read()
        .usingOptions(
            CsvReadOptions.builder(file.thirdParty(name).toFile())
                .columnTypes(types)
                .missingValueIndicator("")
                .build());
  }

  /** A list of texts. */
  static List<String> texts(Node node) {
    return node.items().stream().map(Node::text).toList();
  }
}
