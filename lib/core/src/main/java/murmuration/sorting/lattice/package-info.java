/**
 * Cells in a plane that sort themselves along rows and columns at once, each by its four
 * neighbours.
 *
 * <pre>{@code
 * LatticeSort sort =
 *     LatticeSort.of(10, 15).algotypes(LatticeAlgotype.BUBBLE, LatticeAlgotype.STEEPEST);
 * SortedLattice run = sort.frozen(5, FrozenMode.IMMOVABLE).simulate(1);
 * Table many = sort.runs(100, 1);
 * }</pre>
 *
 * <p>A {@link murmuration.sorting.lattice.LatticeSort} says which cells there are, by {@link
 * murmuration.sorting.lattice.LatticeAlgotype}; a {@link murmuration.sorting.lattice.SortedLattice}
 * is what came out of one run.
 */
@NullMarked
package murmuration.sorting.lattice;

import org.jspecify.annotations.NullMarked;
