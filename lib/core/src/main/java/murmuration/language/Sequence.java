package murmuration.language;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Symbols as a key: equal where all symbols are. The array is not copied. */
record Sequence(int[] symbols) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sequence(var those) && Arrays.equals(symbols, those);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(symbols);
  }
}
