/**
 * Emergent languages and how compositional they are: meanings made of attributes, messages made of
 * symbols, and every metric of the field under every convention in use.
 *
 * <p><b>The data.</b> A {@link murmuration.language.Language} is a table of meanings and messages;
 * {@link murmuration.language.EosPolicy} says what becomes of the end-of-sequence symbol. Agents
 * that talk are a {@link murmuration.language.Speaker} and a {@link murmuration.language.Listener};
 * a {@link murmuration.language.SocialGraph} says who may talk to whom.
 *
 * <p><b>Metrics.</b> Each gives a {@link murmuration.language.MetricResult}; where it is undefined,
 * or defined by convention only, a {@link murmuration.language.MetricFlag} says why.
 */
@NullMarked
package murmuration.language;

import org.jspecify.annotations.NullMarked;
