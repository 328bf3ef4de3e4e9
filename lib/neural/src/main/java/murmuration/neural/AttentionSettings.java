package murmuration.neural;

import java.util.LinkedHashMap;
import java.util.Map;
import murmuration.icl.InContextTask;
import murmuration.math.Arguments;

/** The choices of a run as text, as a checkpoint keeps them. */
record AttentionSettings(AttentionLearner learner, long seed) {
  static Map<String, String> write(AttentionLearner learner, long seed) {
    var task = learner.task();
    var settings = new LinkedHashMap<String, String>();
    settings.put("K", "" + task.classes());
    settings.put("L", "" + task.labels());
    settings.put("N", "" + task.pairs());
    settings.put("D", "" + task.dimension());
    settings.put("P", "" + task.positions());
    settings.put("B", "" + task.burstiness());
    settings.put("alpha", "" + task.alpha());
    settings.put("pC", "" + task.bursty());
    settings.put("eps", "" + task.noise());
    settings.put("steps", "" + learner.steps());
    settings.put("every", "" + learner.every());
    settings.put("batch", "" + learner.batch());
    settings.put("test sequences", "" + learner.sequences());
    settings.put("rate", "" + learner.rate());
    settings.put("seed", "" + seed);
    return settings;
  }

  static AttentionSettings of(Map<String, String> settings) {
    var task =
        new InContextTask(
            whole(settings, "K"),
            whole(settings, "L"),
            whole(settings, "N"),
            whole(settings, "D"),
            whole(settings, "P"),
            whole(settings, "B"),
            number(settings, "alpha"),
            number(settings, "pC"),
            number(settings, "eps"));
    var learner =
        new AttentionLearner(
            task,
            whole(settings, "steps"),
            whole(settings, "every"),
            whole(settings, "batch"),
            whole(settings, "test sequences"),
            number(settings, "rate"));
    return new AttentionSettings(learner, Long.parseLong(text(settings, "seed")));
  }

  private static int whole(Map<String, String> settings, String name) {
    return Integer.parseInt(text(settings, name));
  }

  private static double number(Map<String, String> settings, String name) {
    return Double.parseDouble(text(settings, name));
  }

  private static String text(Map<String, String> settings, String name) {
    return Arguments.present(name, settings.get(name));
  }
}
