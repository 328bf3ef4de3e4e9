/**
 * Does communication matter? What messages have to do with what agents see, do and make others do.
 *
 * <pre>{@code
 * int[] messages = {0, 1, 0, 1, 2, 2, 0, 1};
 * int[] actions = {0, 1, 0, 1, 1, 1, 0, 1};
 * var consistency = SignalInformation.speakerConsistency(messages, actions, 999, 1);
 * var influence = CausalInfluence.of(new double[][] {{1, 0}, {0, 1}}, new double[] {0.5, 0.5});
 * double most = influence.value();      // 1 bit
 * }</pre>
 *
 * <p><b>Said and done.</b> {@link murmuration.language.signalling.SignalInformation} is speaker
 * consistency, instantaneous coordination or positive signalling, each beside chance.
 *
 * <p><b>Said and brought about.</b> {@link murmuration.language.signalling.CausalInfluence} needs
 * what the listener would do on each message; {@link murmuration.language.signalling.MessageEffect}
 * compares messages by pairs.
 *
 * <p><b>Said and seen.</b> {@link murmuration.language.signalling.Npmi} for each message and
 * object; {@link murmuration.language.signalling.TemporalReference} for objects of the past, by a
 * {@link murmuration.language.signalling.HorizonRule}.
 */
@NullMarked
package murmuration.language.signalling;

import org.jspecify.annotations.NullMarked;
