/**
 * Golden files: numbers made by the peers, read from JSON and compared with ours.
 *
 * <p>To add a checker: write one public class a kind in {@code murmuration.golden.FAMILY} that
 * implements {@link murmuration.golden.Checker} and has a constructor without arguments. It is
 * found by its {@code kind()}; there is no list to edit. Copy the golden file, unless it says
 * {@code "bundle": false}, to {@code src/test/resources/golden/FAMILY/}; {@code GoldenTest} then
 * runs it.
 *
 * <pre>{@code
 * public final class RocChecker implements Checker {
 *   public String kind() {
 *     return "warning/roc";
 *   }
 *
 *   public void check(GoldenFile file, Report report) {
 *     var root = file.root();
 *     var auc = Roc.of(root.at("label").numbers(), root.at("score").numbers()).auc();
 *     report.number("auc", root.at("auc").number(), auc, file.tolerance());
 *     report.skip("thresholds", "no checker yet");
 *   }
 * }
 * }</pre>
 *
 * <p>Tolerances come from the file: {@link murmuration.golden.GoldenFile#tolerance()} where it
 * gives one, {@code tolerance("ac")} where it names several. {@code null}, {@code "NA"} and {@code
 * "NaN"} read as NaN and equal only NaN; {@code "Infinity"} is read as such. Third-party inputs:
 * {@link murmuration.golden.GoldenFile#thirdParty}, absent where no mirror is set, and then the
 * file is skipped by name. A checker that throws fails its file; so does one that compares nothing.
 *
 * <p>{@code Golden DIR...} as a program checks every JSON file below the folders, prints a line for
 * each and closes with {@code golden: N passed, N failed, N skipped}: passed and failed count
 * files, skipped counts files without a checker or input and skipped sections of checked files.
 */
@NullMarked
package murmuration.golden;

import org.jspecify.annotations.NullMarked;
