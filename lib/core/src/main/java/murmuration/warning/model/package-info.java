/**
 * Models of systems with and without a tipping point, driven or left alone, with noise: what
 * indicators are tried on.
 *
 * <pre>{@code
 * Scenario ramp = new MayHarvest().forced(Forcing.linear(0.15, 0.27)).duration(500);
 * double fold = ramp.transition();                     // when h passes the fold
 * TimeSeries record = ramp.simulate(1).series().until(fold);
 * Simulations runs = ramp.simulate(20, 1);             // on all cores
 * List<CriticalPoint> points = new MayHarvest().critical();
 * double slow = new SmoothGrazing().with("c", 1.2).equilibrium().eigenvalue();
 * }</pre>
 *
 * <p><b>Words.</b> A {@link murmuration.warning.model.DynamicalModel} is a {@link
 * murmuration.warning.model.StochasticFlow} in continuous time or a {@link
 * murmuration.warning.model.StochasticMap} in discrete time, and a record of its {@link
 * murmuration.warning.model.Parameters}. Under a {@link murmuration.warning.model.Forcing} it is a
 * {@link murmuration.warning.model.Scenario}, which simulates one {@link
 * murmuration.warning.model.Simulation} or many {@link murmuration.warning.model.Simulations}.
 *
 * <p><b>Without noise.</b> {@link murmuration.warning.model.Equilibrium}: a state of rest with its
 * eigenvalues, and the fluctuations that theory expects of weak noise. {@link
 * murmuration.warning.model.BifurcationDiagram}: equilibria followed along a parameter, each curve
 * a {@link murmuration.warning.model.Branch}, with every {@link
 * murmuration.warning.model.CriticalPoint} found by root finding on the curve. {@link
 * murmuration.warning.model.StabilityLandscape}: the cups that the ball lies in.
 *
 * <p><b>Models.</b> Folds: {@link murmuration.warning.model.MayHarvest}, {@link
 * murmuration.warning.model.Grazing}, {@link murmuration.warning.model.RickerHarvest} (and a flip),
 * {@link murmuration.warning.model.DoubleWell}, {@link murmuration.warning.model.StommelBox},
 * {@link murmuration.warning.model.IceAlbedo}. Oscillation: {@link
 * murmuration.warning.model.RosenzweigMacArthur}. Crisis: {@link
 * murmuration.warning.model.SchreiberCrisis}. No bifurcation at all: {@link
 * murmuration.warning.model.SmoothGrazing}, {@link murmuration.warning.model.LargeForcing}.
 * Regulation and its end: {@link murmuration.warning.model.Daisyworld}. Chaos: {@link
 * murmuration.warning.model.Lorenz63}, {@link murmuration.warning.model.Lorenz84}, {@link
 * murmuration.warning.model.HastingsPowell}. {@link murmuration.warning.model.RegionModels} has one
 * live model for each region of the charted and uncharted map.
 *
 * <p><b>Noise.</b> A {@link murmuration.warning.model.NoiseProcess} has memory but no transition:
 * {@link murmuration.warning.model.AutoregressiveNoise}, {@link
 * murmuration.warning.model.RandomWalk}, {@link murmuration.warning.model.PinkNoise}.
 *
 * <p>What this package does not do: lattices are in {@code murmuration.warning.spatial}, and the
 * processes that are fitted to records (Ornstein-Uhlenbeck and its linear saddle-node) in {@code
 * murmuration.warning.process}.
 */
@NullMarked
package murmuration.warning.model;

import org.jspecify.annotations.NullMarked;
