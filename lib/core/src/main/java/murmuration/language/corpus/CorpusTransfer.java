package murmuration.language.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Does a model of a language profit from a corpus of something else? For each source a corpus is
 * drawn and a {@link KneserNey} model learned; each target has its own model, of its first tokens;
 * the {@link ModelMixture} of the two is tuned on the next tenth and tested on the last 15 %,
 * beside the target's model alone. Token k of a source stands for token k of a target: the k-th
 * most frequent of each.
 *
 * <pre>{@code
 * var targets = UniversalDeclaration.TARGETS.stream().map(UniversalDeclaration::corpus).toList();
 * TransferRun run =
 *     CorpusTransfer.to(targets)
 *         .from(CorpusSource.uniform(64), CorpusSource.zipf(64), CorpusSource.parentheses(64))
 *         .seed(1)
 *         .run();
 * }</pre>
 *
 * <p>Immutable: each word returns a copy.
 *
 * @param targets texts to model
 * @param sources what to pretrain on
 * @param vocabulary kinds of tokens of all models; rarer ones share the last
 * @param order longest n-gram
 * @param pretrain tokens of a source
 * @param adapt tokens of a target that its model learns, at most the first 75 % of it
 * @param seeds corpora drawn of each source
 * @param seed where chance comes from
 */
public record CorpusTransfer(
    List<Corpus> targets,
    List<CorpusSource> sources,
    int vocabulary,
    int order,
    int pretrain,
    int adapt,
    int seeds,
    long seed) {
  private static final int SHORTEST = 20;
  private static final double ADAPT = 0.75;
  private static final double TEST = 0.85;

  /** Checks the choices and keeps its own copies. */
  public CorpusTransfer {
    targets = Arguments.listed("targets", targets);
    sources = Arguments.listed("sources", sources);
    Arguments.require(!targets.isEmpty(), "targets is empty: expected at least one");
    for (var target : targets) {
      Arguments.require(
          target.size() >= SHORTEST,
          "target %s has %d tokens: expected at least %d",
          target.name(),
          target.size(),
          SHORTEST);
    }
    distinct("targets", targets.stream().map(Corpus::name).toList());
    distinct("sources", sources.stream().map(CorpusSource::name).toList());
    ZipfMandelbrot.vocabulary(vocabulary);
    Arguments.require(order >= 1 && order <= 20, "order is %d: expected 1 to 20", order);
    Arguments.require(
        pretrain >= 1 && pretrain <= CorpusSource.MOST_TOKENS,
        "pretrain is %d: expected 1 to %d",
        pretrain,
        CorpusSource.MOST_TOKENS);
    Arguments.require(adapt >= 1, "adapt is %d: expected at least 1", adapt);
    Arguments.require(seeds >= 1 && seeds <= 10_000, "seeds is %d: expected 1 to 10000", seeds);
  }

  private static void distinct(String what, List<String> names) {
    Arguments.require(
        names.stream().distinct().count() == names.size(),
        "%s are named %s: expected different names",
        what,
        names);
  }

  /** Transfer to these texts: 64 tokens, order 5, 200,000 tokens pretrained, 8,000 adapted. */
  public static CorpusTransfer to(List<Corpus> targets) {
    return new CorpusTransfer(
        targets, List.of(), 64, KneserNey.DEFAULT_ORDER, 200_000, 8_000, 5, 1);
  }

  /** The same from these sources. */
  public CorpusTransfer from(CorpusSource... values) {
    return new CorpusTransfer(
        targets,
        Arguments.listed("sources", values),
        vocabulary,
        order,
        pretrain,
        adapt,
        seeds,
        seed);
  }

  /** The same with this many kinds of tokens; 64 is the default. */
  public CorpusTransfer vocabulary(int value) {
    return new CorpusTransfer(targets, sources, value, order, pretrain, adapt, seeds, seed);
  }

  /** The same with this longest n-gram, 1 to 20; 5 is the default. */
  public CorpusTransfer order(int value) {
    return new CorpusTransfer(targets, sources, vocabulary, value, pretrain, adapt, seeds, seed);
  }

  /** The same with this many tokens of each source; 200,000 is the default. */
  public CorpusTransfer pretrain(int tokens) {
    return new CorpusTransfer(targets, sources, vocabulary, order, tokens, adapt, seeds, seed);
  }

  /** The same with this many tokens of each target to learn from; 8,000 is the default. */
  public CorpusTransfer adapt(int tokens) {
    return new CorpusTransfer(targets, sources, vocabulary, order, pretrain, tokens, seeds, seed);
  }

  /** The same with this many corpora of each source; 5 is the default. */
  public CorpusTransfer seeds(int value) {
    return new CorpusTransfer(targets, sources, vocabulary, order, pretrain, adapt, value, seed);
  }

  /** The same with chance from this seed. */
  public CorpusTransfer seed(long value) {
    return new CorpusTransfer(targets, sources, vocabulary, order, pretrain, adapt, seeds, value);
  }

  /**
   * Runs all sources, seeds and targets, on all cores.
   *
   * @throws IllegalArgumentException if there is no source
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public TransferRun run() {
    Arguments.require(!sources.isEmpty(), "sources is empty: expected at least one");
    List<Target> texts = Parallel.map("targets", targets.size(), i -> target(targets.get(i)));
    var cells =
        Parallel.map(
            "transfer", sources.size() * seeds, job -> cells(job / seeds, job % seeds, texts));
    return TransferRun.of(cells.stream().flatMap(List::stream).toList(), provenance());
  }

  /** A target's held-out and test text, and what its own model makes of them. */
  private record Target(
      String name, int[] heldOut, int[] test, double[] heldOutAlone, double[] testAlone) {}

  private Target target(Corpus corpus) {
    var merged = corpus.alphabet(vocabulary);
    int learned = (int) (ADAPT * corpus.size());
    int tested = (int) (TEST * corpus.size());
    var alone = KneserNey.of(merged.tokens(0, Math.min(adapt, learned)), order, vocabulary);
    int[] heldOut = merged.tokens(learned, tested);
    int[] test = merged.tokens(tested, corpus.size());
    return new Target(
        corpus.name(), heldOut, test, alone.probabilities(heldOut), alone.probabilities(test));
  }

  private List<TransferCell> cells(int source, int run, List<Target> texts) {
    var from = sources.get(source);
    var corpus = from.draw(pretrain, Rng.seed(seed, (long) source * seeds + run));
    var model = KneserNey.of(corpus.alphabet(vocabulary), order, vocabulary);
    return texts.stream()
        .map(
            text -> {
              double weight =
                  ModelMixture.weight(model.probabilities(text.heldOut()), text.heldOutAlone());
              double[] pretrained = model.probabilities(text.test());
              return new TransferCell(
                  from.name(),
                  text.name(),
                  run,
                  ModelMixture.crossEntropy(pretrained, text.testAlone(), weight),
                  ModelMixture.crossEntropy(pretrained, text.testAlone(), 0),
                  weight);
            })
        .toList();
  }

  private Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put("model", "modified Kneser-Ney, order " + order);
    options.put("vocabulary", "" + vocabulary);
    options.put("pretrain", pretrain + " tokens");
    options.put("adapt", adapt + " tokens");
    options.put("seeds", "" + seeds);
    options.put("targets", targets.stream().map(Corpus::name).collect(Collectors.joining(" ")));
    return Provenance.of(options).seed(seed);
  }
}
