package murmuration.sweep;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A picture of work that is going on, drawn anew while it does.
 *
 * <pre>{@code
 * try (var live = LiveFigure.open()) {
 *   for (int step = 0; step < 1000; step++) {
 *     live.show(() -> Figure.of(Panel.of("step", "loss").line("loss", steps, losses)));
 *   }
 *   live.done();
 * }
 * }</pre>
 *
 * <p>Nothing is drawn unless a {@linkplain #display screen} is installed, as in a notebook; then at
 * most once a second. When the work is {@link #done}, its result shows itself and the picture goes;
 * where it was interrupted, the last picture stays. For one thread.
 */
public final class LiveFigure implements AutoCloseable {
  private static final AtomicReference<@Nullable Supplier<? extends Screen>> DISPLAY =
      new AtomicReference<>();
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final @Nullable Screen screen;
  private long due = System.nanoTime() + PAUSE_NANOS;

  private LiveFigure(@Nullable Screen screen) {
    this.screen = screen;
  }

  /** Begins; nothing is shown yet. */
  public static LiveFigure open() {
    var display = DISPLAY.get();
    return new LiveFigure(display == null ? null : display.get());
  }

  /** Shows all figures begun from now on through {@code display}, which opens a place for each. */
  public static void display(Supplier<? extends Screen> display) {
    DISPLAY.set(Arguments.present("display", display));
  }

  /** Shows nothing from now on, as at the start. */
  public static void silent() {
    DISPLAY.set(null);
  }

  /** Draws the figure where somebody watches and the last one is a second old. */
  public void show(Supplier<Figure> figure) {
    if (screen != null && System.nanoTime() - due >= 0) {
      screen.show(figure.get());
      due = System.nanoTime() + PAUSE_NANOS;
    }
  }

  /** The work has ended well: the picture goes. */
  public void done() {
    if (screen != null) {
      screen.clear();
    }
  }

  /** Leaves the last picture where the work did not end well. */
  @Override
  public void close() {
    due = Long.MAX_VALUE;
  }

  /** A place for one figure. */
  public interface Screen {
    /** Puts this figure in the place of the last. */
    void show(Figure figure);

    /** Takes the figure away. */
    void clear();
  }
}
