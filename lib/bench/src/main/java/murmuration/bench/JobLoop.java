package murmuration.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Our side of a script beside a peer: reads lines {@code JOB FILE}, runs the job on the numbers of
 * the file, and answers with the seconds of a call and some numbers that the peer must agree with.
 */
final class JobLoop {
  private static final long QUARTER_SECOND = 250_000_000L;

  /** The jobs of a script. */
  interface Jobs {
    /**
     * Runs one.
     *
     * @param job its name
     * @param x the numbers of its file
     * @return what the peer must agree with
     */
    double[] run(String job, double[] x);
  }

  private JobLoop() {}

  /** Answers until there are no more lines. */
  static void serve(Jobs jobs) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      String[] words = line.split(" ", 2);
      double[] x = numbers(words[1]);
      double[] answer = jobs.run(words[0], x);
      double seconds = seconds(jobs, words[0], x);
      System.out.printf(
          Locale.ROOT,
          "%.9f %s%n",
          seconds,
          Arrays.stream(answer).mapToObj(Double::toString).collect(Collectors.joining(" ")));
      System.out.flush();
    }
  }

  /** The numbers of a file, one a line. */
  static double[] numbers(String file) throws IOException {
    return Files.readAllLines(Path.of(file)).stream().mapToDouble(Double::parseDouble).toArray();
  }

  /** Median seconds of a call, over calls one after another for a quarter of a second. */
  private static double seconds(Jobs jobs, String job, double[] x) {
    List<Double> calls = new ArrayList<>();
    long begun = System.nanoTime();
    while (calls.isEmpty() || System.nanoTime() - begun < QUARTER_SECOND) {
      long start = System.nanoTime();
      jobs.run(job, x);
      calls.add((System.nanoTime() - start) / 1e9);
    }
    return calls.stream().sorted().skip(calls.size() / 2).findFirst().orElseThrow();
  }
}
