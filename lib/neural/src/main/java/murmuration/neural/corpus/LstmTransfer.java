package murmuration.neural.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import murmuration.data.Provenance;
import murmuration.language.corpus.Corpus;
import murmuration.language.corpus.CorpusSource;
import murmuration.language.corpus.TransferCell;
import murmuration.language.corpus.TransferRun;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Progress;

/**
 * Does a recurrent model of a language profit from a corpus of something else? For each source a
 * corpus is drawn and an {@link LstmModel} reads it; the model then goes on with the first 75 % of
 * each target until the next tenth gets no more probable, and is tested on the last 15 %, beside a
 * model that begins with the target. Token k of a source stands for token k of a target: the k-th
 * most frequent of each.
 *
 * <pre>{@code
 * var targets = UniversalDeclaration.TARGETS.stream().map(UniversalDeclaration::corpus).toList();
 * TransferRun run = LstmTransfer.to(targets).from(CorpusSource.parentheses(64)).seed(1).run();
 * }</pre>
 *
 * <p>Source and target are trained one after the other, on one thread: with 64 tokens, 60,000
 * pretrained twice and a text of 10,000, one cell takes some seconds.
 *
 * <p>Immutable: each word returns a copy.
 *
 * @param targets texts to model, of at least 100 tokens
 * @param sources what to pretrain on
 * @param reading how a source is read; its vocabulary is that of all models
 * @param adapting how a target is read
 * @param pretrain tokens of a source
 * @param epochs readings of a source
 * @param adapt tokens of a target that are read, at most the first 75 % of it
 * @param seeds corpora and first weights drawn for each source
 * @param seed where chance comes from
 */
public record LstmTransfer(
    List<Corpus> targets,
    List<CorpusSource> sources,
    LstmTraining reading,
    LstmTraining adapting,
    int pretrain,
    int epochs,
    int adapt,
    int seeds,
    long seed) {
  private static final int SHORTEST = 100;
  private static final int MOST_TOKENS = 10_000_000;
  private static final double READ = 0.75;
  private static final double TESTED = 0.85;

  /** Checks the choices and keeps its own copies. */
  public LstmTransfer {
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
    Arguments.present("reading", reading);
    Arguments.present("adapting", adapting);
    Arguments.require(
        reading.vocabulary() == adapting.vocabulary()
            && reading.hidden() == adapting.hidden()
            && reading.embedding() == adapting.embedding(),
        "adapting is of another size than reading: expected the same vocabulary and units");
    between("pretrain", pretrain, SHORTEST, MOST_TOKENS);
    between("epochs", epochs, 1, 1000);
    between("adapt", adapt, SHORTEST, MOST_TOKENS);
    between("seeds", seeds, 1, 1000);
  }

  private static void between(String name, int value, int low, int high) {
    Arguments.require(
        value >= low && value <= high, "%s is %d: expected %d to %d", name, value, low, high);
  }

  /**
   * Transfer to these texts: 64 tokens, 200,000 tokens pretrained three times in 16 streams of
   * pieces of 64, 8,000 adapted in 8 streams of pieces of 48, five seeds.
   */
  public static LstmTransfer to(List<Corpus> targets) {
    return new LstmTransfer(
        targets,
        List.of(),
        LstmTraining.of(64),
        LstmTraining.of(64).pieces(8, 48),
        200_000,
        3,
        8_000,
        5,
        1);
  }

  /** The same from these sources. */
  public LstmTransfer from(CorpusSource... values) {
    var list = Arguments.listed("sources", values);
    return new LstmTransfer(targets, list, reading, adapting, pretrain, epochs, adapt, seeds, seed);
  }

  /** The same with models trained so, of one size. */
  public LstmTransfer training(LstmTraining newReading, LstmTraining newAdapting) {
    return new LstmTransfer(
        targets, sources, newReading, newAdapting, pretrain, epochs, adapt, seeds, seed);
  }

  /** The same with this many tokens of each source, read this many times. */
  public LstmTransfer pretrain(int tokens, int readings) {
    return new LstmTransfer(
        targets, sources, reading, adapting, tokens, readings, adapt, seeds, seed);
  }

  /** The same with at most this many tokens of each target to learn from. */
  public LstmTransfer adapt(int tokens) {
    return new LstmTransfer(
        targets, sources, reading, adapting, pretrain, epochs, tokens, seeds, seed);
  }

  /** The same with this many runs of each source. */
  public LstmTransfer seeds(int value) {
    return new LstmTransfer(
        targets, sources, reading, adapting, pretrain, epochs, adapt, value, seed);
  }

  /** The same with chance from this seed. */
  public LstmTransfer seed(long value) {
    return new LstmTransfer(
        targets, sources, reading, adapting, pretrain, epochs, adapt, seeds, value);
  }

  /**
   * Trains and tests all.
   *
   * @throws IllegalArgumentException if there is no source
   * @throws IllegalStateException where the native library cannot be had, or trains something else
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public TransferRun run() {
    Arguments.require(!sources.isEmpty(), "sources is empty: expected at least one");
    List<Text> texts = targets.stream().map(this::text).toList();
    var cells = new ArrayList<TransferCell>();
    try (var progress =
        Progress.of("transfer", (long) seeds * (sources.size() + 1) * texts.size())) {
      for (int run = 0; run < seeds; run++) {
        LstmModel fresh = reading.untrained(Rng.seed(seed, run));
        double[] alone = tested(fresh, texts, progress);
        for (int s = 0; s < sources.size(); s++) {
          var corpus = sources.get(s).draw(pretrain, Rng.seed(seed, (long) (s + 1) * seeds + run));
          LstmModel read =
              reading.read(corpus.alphabet(reading.vocabulary()), epochs, Rng.seed(seed, run));
          double[] after = tested(read, texts, progress);
          for (int t = 0; t < texts.size(); t++) {
            cells.add(
                new TransferCell(
                    sources.get(s).name(),
                    texts.get(t).name(),
                    run,
                    after[t],
                    alone[t],
                    Double.NaN));
          }
        }
      }
    }
    return TransferRun.of(bySource(cells), provenance());
  }

  private List<TransferCell> bySource(List<TransferCell> cells) {
    return sources.stream()
        .flatMap(source -> cells.stream().filter(c -> c.source().equals(source.name())))
        .toList();
  }

  private double[] tested(LstmModel model, List<Text> texts, Progress progress) {
    double[] nats = new double[texts.size()];
    for (int t = 0; t < nats.length; t++) {
      Text text = texts.get(t);
      nats[t] = adapting.adapt(model, text.read(), text.heldOut()).crossEntropy(text.test());
      progress.tick();
    }
    return nats;
  }

  private record Text(String name, int[] read, int[] heldOut, int[] test) {}

  private Text text(Corpus corpus) {
    var merged = corpus.alphabet(reading.vocabulary());
    int read = (int) (READ * corpus.size());
    int tested = (int) (TESTED * corpus.size());
    return new Text(
        corpus.name(),
        merged.tokens(0, Math.min(adapt, read)),
        merged.tokens(read, tested),
        merged.tokens(tested, corpus.size()));
  }

  private Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put("model", "LSTM " + reading.embedding() + "/" + reading.hidden());
    options.put("vocabulary", "" + reading.vocabulary());
    options.put("pretrain", pretrain + " tokens, " + epochs + " times");
    options.put("adapt", adapt + " tokens, at most " + adapting.mostEpochs() + " times");
    options.put("optimiser", reading.adam().toString());
    options.put("seeds", "" + seeds);
    options.put("targets", targets.stream().map(Corpus::name).collect(Collectors.joining(" ")));
    return Provenance.of(options).seed(seed);
  }
}
