package murmuration.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.Result;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public constructor, static routine and word of a study of every family, with each argument
 * bad in turn and then several at once: each call is refused with an {@link
 * IllegalArgumentException} that says what was found, or gives a value that can be read, and
 * nothing else is ever thrown. The calls are generated: a new routine is walked without a line
 * here.
 */
class BadInputTest {
  private static final Specimens SPECIMENS = new Specimens();
  private static final int AT_ONCE = 12;

  private static Stream<Class<?>> types() {
    return House.CLASSES.stream()
        .filter(ArrowsTest.FAMILY)
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> !type.isInterface() && !type.isAnonymousClass())
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .map(JavaClass::reflect);
  }

  @TestFactory
  Stream<DynamicTest> aRoutineRefusesBadArgumentsInWords() {
    return types()
        .map(type -> dynamicTest(type.getName(), () -> assertEquals(List.of(), faults(type))));
  }

  @Test
  void theWalkReachesTheRoutines() {
    long calls = types().mapToLong(t -> Specimens.makers(t).count()).sum();
    assertTrue(calls > 60, "routines found: " + calls);
    for (var type :
        List.of(murmuration.warning.EarlyWarning.class, murmuration.warning.Window.class)) {
      assertTrue(SPECIMENS.good(type).isPresent(), "a good " + type);
    }
  }

  private static List<String> faults(Class<?> type) {
    var faults = new LinkedHashSet<String>();
    Specimens.makers(type).forEach(maker -> walk(maker, maker, faults));
    SPECIMENS
        .good(type)
        .ifPresent(self -> Specimens.words(type).forEach(word -> walk(word, self, faults)));
    return List.copyOf(faults);
  }

  private static void walk(Executable what, Object self, Set<String> faults) {
    Class<?>[] types = what.getParameterTypes();
    Object[] good = SPECIMENS.goodArguments(what);
    attempt(what, self, good, faults);
    var bad = Arrays.stream(types).map(Specimens::bad).toList();
    for (int i = 0; i < types.length; i++) {
      for (Object value : bad.get(i)) {
        Object[] arguments = good.clone();
        arguments[i] = value;
        attempt(what, self, arguments, faults);
      }
    }
    for (int turn = 0; types.length > 1 && turn < AT_ONCE; turn++) {
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        arguments[i] = bad.get(i).get((turn * (i + 1) + i) % bad.get(i).size());
      }
      attempt(what, self, arguments, faults);
    }
  }

  private static void attempt(
      Executable what, Object self, Object[] arguments, Set<String> faults) {
    long start = System.nanoTime();
    try {
      if (Specimens.call(what, self, arguments) instanceof Result result) {
        read(result);
      }
    } catch (InvocationTargetException e) {
      check(what, Objects.requireNonNull(e.getCause()), faults);
    } catch (ReflectiveOperationException | RuntimeException e) {
      check(what, e, faults);
    }
    if (System.nanoTime() - start > 20e9) {
      faults.add(name(what) + " takes over 20 s");
    }
  }

  /** A result that was given can be shown. */
  private static void read(Result result) {
    assertTrue(!result.summary().isEmpty());
    assertTrue(result.table().columnCount() > 0);
    assertTrue(!result.provenance().toString().isEmpty());
    if (result instanceof Charted charted) {
      assertTrue(!charted.chart().panels().isEmpty());
    }
  }

  private static void check(Executable what, Throwable thrown, Set<String> faults) {
    String message = String.valueOf(thrown.getMessage());
    if (!(thrown instanceof IllegalArgumentException) || message.length() <= 12) {
      String at = thrown.getStackTrace().length == 0 ? "" : " at " + thrown.getStackTrace()[0];
      faults.add(name(what) + ": " + thrown.getClass().getSimpleName() + ": " + message + at);
    }
  }

  private static String name(Executable what) {
    var types = Arrays.stream(what.getParameterTypes()).map(Class::getSimpleName).toList();
    return what.getDeclaringClass().getSimpleName() + "." + what.getName() + types;
  }
}
