package murmuration.golden.language;

import java.util.List;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.language.corpus.XferBench;

/** Reductions of perplexity and correlations of the published XferBench runs. */
public final class ElccChecker implements Checker {
  @Override
  public String kind() {
    return "language/elcc-expected";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var bench = XferBench.published();
    for (Node corpus : file.root().at("corpora").items()) {
      corpus(corpus, bench, file, report);
    }
    var tolerance = file.tolerance();
    var summary = file.root().at("summary");
    report.equal(
        "corpora", (int) summary.at("emergent_corpora").integer(), bench.ofType("emergent").size());
    report.number(
        "mean", summary.at("emergent_mean_score").number(), bench.score("emergent"), tolerance);
    report.number(
        "none", summary.at("no_pretrain_score").number(), bench.baselineScore(), tolerance);
    report.equal(
        "better",
        (int) summary.at("emergent_corpora_better_than_no_pretrain").integer(),
        bench.better("emergent"));
    var both = bench.entropyScore("emergent", "human");
    var emergent = bench.entropyScore("emergent");
    report.equal("runs", List.of(240, 219), List.of(both.runs().size(), emergent.runs().size()));
    report.number(
        "pearson",
        summary.at("pearson_unigram_entropy_vs_score_emergent_and_human_240_runs").number(),
        both.pearson(),
        tolerance);
    report.number("spearman", summary.at("spearman_same").number(), both.spearman(), tolerance);
    report.number(
        "pearson, emergent",
        summary.at("pearson_emergent_219_runs").number(),
        emergent.pearson(),
        tolerance);
    report.number(
        "spearman, emergent",
        summary.at("spearman_emergent").number(),
        emergent.spearman(),
        tolerance);
  }

  private static void corpus(Node corpus, XferBench bench, GoldenFile file, Report report) {
    var tolerance = file.tolerance();
    double score = corpus.at("score").number();
    var expected = corpus.at("perplexity_reduction_percent");
    if (corpus.at("type").text().equals("baseline")) {
      report.number(corpus.path(), score, bench.baselineScore(), tolerance);
      for (String target : expected.keys()) {
        report.number(target, expected.at(target).number(), 0, tolerance);
      }
      return;
    }
    var found = bench.corpus(corpus.at("variant").text());
    report.equal(corpus.path(), corpus.at("system").text(), found.system());
    report.equal(corpus.path(), corpus.at("type").text(), found.type());
    report.number(corpus.path() + ".score", score, found.score(), tolerance);
    report.equal(corpus.path() + ".targets", expected.keys().size(), bench.targets().size());
    for (int t = 0; t < bench.targets().size(); t++) {
      String target = bench.targets().get(t);
      report.number(
          corpus.path() + "." + target,
          expected.at(target).number(),
          found.reductions()[t],
          tolerance);
    }
    report.number(
        corpus.path() + ".mean",
        corpus.at("mean_perplexity_reduction_percent").number(),
        found.reduction(),
        tolerance);
  }
}
