import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import murmuration.concept.InterventionKind;
import murmuration.icl.InContextTask;
import murmuration.neural.AttentionLearner;
import murmuration.neural.ConceptGenerator;

/**
 * Our side of {@code concept.py}, started from its source beside the jars of lib/core and
 * lib/neural: reads lines {@code JOB STEPS EVERY SEED}, trains, and answers with the seconds and
 * what the peer must be like.
 */
final class NeuralRuns {
  public static void main(String[] arguments) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      String[] words = line.split(" ");
      int steps = Integer.parseInt(words[1]);
      int every = Integer.parseInt(words[2]);
      long start = System.nanoTime();
      double[] answer = run(words[0], steps, every, Long.parseLong(words[3]));
      System.out.printf(
          Locale.ROOT,
          "%.9f %s%n",
          (System.nanoTime() - start) / 1e9,
          Arrays.stream(answer).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }
  }

  private static double[] run(String job, int steps, int every, long seed) {
    return switch (job) {
      case "generator" -> {
        var run = ConceptGenerator.of().colour(0.2).size(0.4).steps(steps).every(every).run(seed);
        var last = run.checkpoints().reversed().stream().limit(5);
        double loss = last.mapToDouble(checkpoint -> checkpoint.loss()).average().orElseThrow();
        var ways = run.checkpoints().getLast().elicited();
        yield new double[] {loss, ways.naive(), ways.best(InterventionKind.LATENT)};
      }
      case "learner" -> {
        var learner = AttentionLearner.of(InContextTask.standard()).steps(steps).every(every);
        var end = learner.run(seed).curve();
        yield new double[] {last(end.train()), last(end.inContext()), last(end.inWeights())};
      }
      default ->
          throw new IllegalArgumentException("job is " + job + ": expected generator or learner");
    };
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }
}
