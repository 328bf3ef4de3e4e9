/**
 * Values that show themselves in a notebook.
 *
 * <p>{@link murmuration.notebook.View} says how a table, a result, a figure, an array, a list or a
 * map looks, as {@link murmuration.notebook.Html} or a picture and as plain text; it knows of no
 * kernel. {@link murmuration.notebook.MurmurationExtension} brings the views to the JJava kernel,
 * with the imports of {@link murmuration.notebook.Imports}, a line of progress below the running
 * cell, and Javadoc on shift-tab. Another kernel needs three things, some thirty lines, beside
 * them:
 *
 * <pre class="sketch">{@code
 * for (Class<?> type : View.TYPES) {
 *   kernel.onDisplay(type, value -> {
 *     var view = View.of(value);
 *     return Map.of(view.mime(), view.content(), "text/plain", view.text());
 *   });
 * }
 * kernel.evaluate(Imports.text());
 * Progress.display(() -> new LineBelowTheCell(kernel));  // accept(text) shows it, close() clears
 * }</pre>
 */
@NullMarked
package murmuration.notebook;

import org.jspecify.annotations.NullMarked;
