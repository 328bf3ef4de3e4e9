/**
 * Detectors that are learned from simulations, and hidden regimes, on Smile.
 *
 * <pre>{@code
 * double[] noise = Rng.of(1).doubles(400).toArray();
 * double tau = SignalFeatures.of(noise).value("tau_variance");
 * }</pre>
 *
 * <p><b>What a record looks like.</b> {@link murmuration.learn.SignalFeatures} turns it into
 * numbers without unit.
 *
 * <p>This module links Smile 6 (Li 2014, Smile, https://haifengl.github.io), which is GPL-3.0, and
 * is itself GPL-3.0-or-later. The core works without it and takes nothing from it.
 */
@NullMarked
package murmuration.learn;

import org.jspecify.annotations.NullMarked;
