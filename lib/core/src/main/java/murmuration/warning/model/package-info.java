/**
 * Models of systems with and without a tipping point, driven or left alone, with noise: what
 * indicators are tried on.
 *
 * <pre>{@code
 * Scenario ramp = new MayHarvest().forced(Forcing.linear(0.15, 0.27)).duration(500);
 * Simulation run = ramp.simulate(1);
 * Simulations runs = ramp.simulate(20, 1);
 * TimeSeries record = run.series().until(400);
 * }</pre>
 *
 * <p><b>Words.</b> A {@link murmuration.warning.model.DynamicalModel} is a {@link
 * murmuration.warning.model.StochasticFlow} in continuous time or a {@link
 * murmuration.warning.model.StochasticMap} in discrete time, and a record of its {@link
 * murmuration.warning.model.Parameters}. Under a {@link murmuration.warning.model.Forcing} it is a
 * {@link murmuration.warning.model.Scenario}, which simulates one {@link
 * murmuration.warning.model.Simulation} or many {@link murmuration.warning.model.Simulations}.
 *
 * <p><b>Models.</b> Folds: {@link murmuration.warning.model.MayHarvest}, {@link
 * murmuration.warning.model.RickerHarvest} (and a flip), {@link
 * murmuration.warning.model.DoubleWell}. Oscillation: {@link
 * murmuration.warning.model.RosenzweigMacArthur}. No bifurcation at all: {@link
 * murmuration.warning.model.SmoothGrazing}.
 */
@NullMarked
package murmuration.warning.model;

import org.jspecify.annotations.NullMarked;
