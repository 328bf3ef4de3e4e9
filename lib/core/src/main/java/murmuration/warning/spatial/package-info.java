/**
 * Can a picture of space warn? Spatial indicators of landscapes, patches and their sizes, and
 * chance.
 *
 * <pre>{@code
 * List<Landscape> landscapes =
 *     List.of(Landscape.random(50, 50, 0.8, 1), Landscape.random(50, 50, 0.5, 2));
 * SpatialSignal signal =
 *     SpatialWarning.of(landscapes, new double[] {100, 200})
 *         .indicators(SpatialIndicator.variance(5), SpatialIndicator.moran())
 *         .against(SpatialNull.permutation(99).seed(1))
 *         .run();
 * double[] p = signal.pRight(SpatialIndicator.moran());
 *
 * PatchDistribution sizes = Patches.of(landscapes.get(1)).distribution();
 * String law = sizes.best().law().words();
 * }</pre>
 *
 * <p><b>The picture.</b> A {@link murmuration.warning.spatial.Landscape} is a matrix of cells, read
 * from a file or made by a model. Its {@link murmuration.warning.spatial.Neighbourhood} says which
 * cells touch.
 *
 * <p><b>The study.</b> {@link murmuration.warning.spatial.SpatialWarning} measures each {@link
 * murmuration.warning.spatial.SpatialIndicator} along a gradient against a {@link
 * murmuration.warning.spatial.SpatialNull} and gives a {@link
 * murmuration.warning.spatial.SpatialSignal}.
 *
 * <p><b>One landscape, one number:</b> {@link murmuration.warning.spatial.MoransI}, {@link
 * murmuration.warning.spatial.RadialSpectrum}, {@link murmuration.warning.spatial.FlowLength},
 * {@link murmuration.warning.spatial.Clustering}.
 *
 * <p><b>Patches.</b> {@link murmuration.warning.spatial.Patches} are found, their sizes compared
 * with each {@link murmuration.warning.spatial.PatchLaw} ({@link
 * murmuration.warning.spatial.PatchDistribution}, {@link murmuration.warning.spatial.PatchFit}),
 * and {@link murmuration.warning.spatial.PowerLawRange} says how far a power law reaches.
 *
 * <p><b>Models.</b> A {@link murmuration.warning.spatial.SpatialModel} on a lattice is a {@link
 * murmuration.warning.spatial.LatticeSimulation}; it gives a {@link
 * murmuration.warning.spatial.LatticeRun}, a {@link murmuration.warning.spatial.LatticeGradient}
 * along a parameter, or the {@link murmuration.warning.spatial.CollapsePoint}. {@link
 * murmuration.warning.spatial.LocalFacilitation}, {@link murmuration.warning.spatial.ForestGap} and
 * {@link murmuration.warning.spatial.MusselBed} are {@link
 * murmuration.warning.spatial.LatticeModel}s of cells with states; {@link
 * murmuration.warning.spatial.SpatialHarvest} holds levels. A model of one's own makes a {@link
 * murmuration.warning.spatial.SpatialWorld} that steps.
 *
 * <pre>{@code
 * LatticeSimulation dryland = new LocalFacilitation().on(50, 50).duration(200).seed(1);
 * LatticeGradient gradient = dryland.along("b", 0.6, 0.5, 0.4);
 * SpatialSignal along = gradient.warning().against(SpatialNull.permutation(19)).run();
 * }</pre>
 *
 * <p>What this package does not do: it does not say that a transition will come. Its nulls destroy
 * all structure, so a small p says that there is structure; nearly every landscape has some.
 */
@NullMarked
package murmuration.warning.spatial;

import org.jspecify.annotations.NullMarked;
