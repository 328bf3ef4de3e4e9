package murmuration.sorting.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import murmuration.sorting.measure.DelayedGratification.Form;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DelayedGratificationTest {
  @Test
  void anEventIsARiseAndTheFallAfterIt() {
    var found = DelayedGratification.of(new int[] {9, 7, 8, 8, 9, 4, 5, 2});
    assertArrayEquals(new double[] {-2, 2, -5, 1, -3}, found.runs());
    assertArrayEquals(new double[] {2, 1}, found.rises());
    assertArrayEquals(new double[] {5, 3}, found.falls());
    assertEquals((1.5 + 2) / 2, found.value(), 1e-15);
    assertEquals((2.5 + 3) / 2, found.value(Form.RATIO), 1e-15);
    assertEquals(3, found.max());
  }

  @Test
  void thePublishedCodeAddsUpWhereOthersTakeTheMeanIfTheErrorRisesLast() {
    var found = DelayedGratification.of(new int[] {0, 1, 0, 2, 1, 3});
    assertTrue(found.endsOnRise());
    assertEquals(-0.25, found.value());
    assertEquals(-0.5, found.peerValue());
    assertEquals(0, found.max());
  }

  @Test
  void withoutASetbackThereIsNone() {
    for (int[] errors : new int[][] {{}, {4}, {4, 4}, {4, 3, 1}, {4, 5}, {4, 3, 5}}) {
      var found = DelayedGratification.of(errors);
      assertEquals(0, found.events());
      assertEquals(0, found.value());
      assertEquals(0, found.value(Form.RATIO));
      assertEquals(0, found.max());
    }
  }

  @Test
  void theLargestGainMayBeALoss() {
    assertEquals(-2, DelayedGratification.of(new int[] {0, 3, 2, 5, 3, 6}).max() - 1);
  }

  @Test
  void missingErrorsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> DelayedGratification.of(new double[] {1, Double.NaN}));
  }

  @Property(tries = 300)
  void theMeterMeasuresWithoutKeepingTheSeries(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 6) Integer> drawn) {
    int[] errors = Orders.array(drawn);
    var meter = new GratificationMeter();
    meter.add(99);
    meter.reset();
    for (int i = 0; i < errors.length; i++) {
      meter.add(errors[i]);
      var found = DelayedGratification.of(Arrays.copyOf(errors, i + 1));
      assertEquals(found.events(), meter.events());
      assertEquals(found.value(), meter.value(), 1e-12);
      assertEquals(found.peerValue(), meter.peerValue(), 1e-12);
      assertEquals(found.max(), meter.max());
    }
  }

  @Property(tries = 300)
  void errorsCanBeTakenOneByOneOrManyAtOnce(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 6) Integer> drawn,
      @ForAll @IntRange(max = 60) int first) {
    int[] errors = Orders.array(drawn);
    int split = Math.min(first, errors.length);
    var oneByOne = new GratificationMeter();
    Arrays.stream(errors).forEach(oneByOne::add);
    var atOnce = new GratificationMeter();
    atOnce.add(errors, split);
    int[] rest = Arrays.copyOfRange(errors, split, errors.length + 3);
    atOnce.add(rest, errors.length - split);
    assertEquals(oneByOne.events(), atOnce.events());
    assertEquals(oneByOne.value(), atOnce.value());
    assertEquals(oneByOne.peerValue(), atOnce.peerValue());
    assertEquals(oneByOne.max(), atOnce.max());
  }

  @Property(tries = 100)
  void netIsRatioLessOneAndKeepsWhenErrorsAreRepeated(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 6) Integer> drawn) {
    int[] errors = Orders.array(drawn);
    var found = DelayedGratification.of(errors);
    double ratio = found.value(Form.RATIO);
    assertEquals(found.events() == 0 ? 0 : ratio - 1, found.value(), 1e-12);
    int[] twice = new int[2 * errors.length];
    Arrays.setAll(twice, i -> errors[i / 2]);
    assertEquals(found.value(), DelayedGratification.of(twice).value());
  }
}
