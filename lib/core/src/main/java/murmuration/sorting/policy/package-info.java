/**
 * What a cell of a self-sorting array does on its turn.
 *
 * <pre>{@code
 * Algotype leftist =
 *     new Algotype() {
 *       public String name() {
 *         return "leftist";
 *       }
 *
 *       public int vision() {
 *         return 1;
 *       }
 *
 *       public int target(CellView cell) {
 *         return canAct(cell) ? cell.position() - 1 : cell.position();
 *       }
 *
 *       public boolean shouldMove(CellView cell) {
 *         return canAct(cell);
 *       }
 *
 *       public boolean canAct(CellView cell) {
 *         int left = cell.position() - 1;
 *         return cell.inside(left) && !cell.isBlocked(left) && cell.before(left);
 *       }
 *     };
 * SortingRun run = CellArray.of(20).algotypes(Algotypes.BUBBLE, leftist).simulate(1);
 * }</pre>
 *
 * <p>An {@link murmuration.sorting.policy.Algotype} decides from what its {@link
 * murmuration.sorting.policy.CellView} shows. {@link murmuration.sorting.policy.Algotypes} has the
 * three of the published model, and cells that walk at random, err, remember, see far or are lazy.
 */
@NullMarked
package murmuration.sorting.policy;

import org.jspecify.annotations.NullMarked;
