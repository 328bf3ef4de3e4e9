package murmuration.golden.language;

import java.util.Locale;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import murmuration.language.iterated.BayesianLearning;
import murmuration.language.iterated.LanguageClass;
import murmuration.language.iterated.MiniatureLanguages;

/** Code lengths of all 256 languages, the prior mass of each kind, and long chains. */
public final class IteratedLearningChecker implements Checker {
  private static final int GENERATIONS = 60_000;

  @Override
  public String kind() {
    return "language/iterated-learning-256";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var lengths = root.at("code_length_bits");
    report.equal("languages", lengths.keys().size(), MiniatureLanguages.count());
    for (int h = 0; h < MiniatureLanguages.count(); h++) {
      String signals = MiniatureLanguages.spelled(h);
      report.number(
          "code length of " + signals,
          lengths.at(signals).number(),
          MiniatureLanguages.codeLength(h),
          file.tolerance("code_length"));
    }
    var prior = MiniatureLanguages.mass(MiniatureLanguages.prior());
    for (LanguageClass kind : LanguageClass.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      report.equal(
          "count " + name,
          root.at("counts").at(name).integer(),
          (long) MiniatureLanguages.count(kind));
      report.number(
          "prior " + name,
          root.at("prior_mass").at(name).number(),
          prior.of(kind),
          file.tolerance("prior"));
    }
    var chains = root.at("chain_proportions_20000_generations");
    for (String key : chains.keys()) {
      double[] choices = choices(key);
      var shares =
          BayesianLearning.standard()
              .teacherAmbiguity(choices[0])
              .learnerAmbiguity(choices[1])
              .utterances((int) choices[2])
              .generations(GENERATIONS)
              .simulate(1)
              .shares();
      for (LanguageClass kind : LanguageClass.values()) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        double expected = chains.at(key).has(name) ? chains.at(key).at(name).number() : 0;
        report.number(key + " " + name, expected, shares.of(kind), file.tolerance("chain"));
      }
    }
  }

  /** From such as {@code teacher_alpha=3 learner_alpha=0 b=10}. */
  private static double[] choices(String key) {
    String[] words = key.split(" ", -1);
    double[] choices = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      choices[i] = Double.parseDouble(words[i].substring(words[i].indexOf('=') + 1));
    }
    return choices;
  }
}
