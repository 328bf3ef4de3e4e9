/**
 * Which bifurcation does a record approach: two classifiers, and what each says of plain noise.
 *
 * <pre>{@code
 * double[] residuals = Rng.of(1).doubles(400).map(v -> v - 0.5).toArray();
 * SpectralSignal signal =
 *     SpectralWeights.ofResiduals(residuals).oneSide().against(Surrogates.ar1(40).seed(1)).run();
 * double weight = signal.last().weight(SpectralModel.HOPF);
 * double byChance = signal.chance(SpectralModel.HOPF);
 * SpectrumComparison one = SpectrumComparison.of(residuals);
 * SpectralFit fold = one.fit(SpectralModel.FOLD);
 * }</pre>
 *
 * <p><b>Spectra.</b> {@link murmuration.warning.bifurcation.SpectralWeights} fits a {@link
 * murmuration.warning.bifurcation.SpectralModel} of each kind to the spectra of windows along a
 * record and gives a {@link murmuration.warning.bifurcation.SpectralSignal}; {@link
 * murmuration.warning.bifurcation.SpectrumComparison} does one window, with a {@link
 * murmuration.warning.bifurcation.SpectralFit} a model.
 *
 * <p><b>Networks.</b> {@link murmuration.warning.bifurcation.BuryClassifier} reads those that Bury
 * et al. (2021) trained, from a folder (else {@link
 * murmuration.warning.bifurcation.NetworkFileException}), and gives a {@link
 * murmuration.warning.bifurcation.BuryPrediction}: a probability for each {@link
 * murmuration.warning.bifurcation.BifurcationClass}.
 *
 * <p>Neither says that a transition will come, and both name a bifurcation on noise that has none:
 * read the null beside each answer.
 */
@NullMarked
package murmuration.warning.bifurcation;

import org.jspecify.annotations.NullMarked;
