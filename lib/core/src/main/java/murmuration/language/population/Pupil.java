package murmuration.language.population;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.language.Listener;

/** A listener that learns a language from examples; any listener that can do so may be taught. */
public interface Pupil extends Listener {
  /**
   * One lesson.
   *
   * @param meaning a value per attribute
   * @param message the symbols heard with it
   */
  void learn(int[] meaning, int[] message);

  /**
   * A fresh pupil that takes messages for wholes: it counts how often each message went with each
   * value of each attribute, and knows nothing of a message that it has not heard.
   *
   * @param language whose values there are to tell apart, of 0 to 100,000
   */
  static Pupil ofWholes(Language language) {
    return new CountingPupil(language, message -> List.of(Arrays.stream(message).boxed().toList()));
  }

  /**
   * A fresh pupil that takes every symbol in its place for a part: it counts how often each went
   * with each value of each attribute, and weighs the parts as if they were independent (naive
   * Bayes, counts + 1). What it has heard of a symbol helps with messages that it has not.
   *
   * @param language whose values there are to tell apart, of 0 to 100,000
   */
  static Pupil ofParts(Language language) {
    return new CountingPupil(
        language,
        message ->
            IntStream.range(0, message.length).mapToObj(j -> List.of(j, message[j])).toList());
  }
}
