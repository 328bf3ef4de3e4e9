/** Early-warning signals: is a record slowing down before a transition, and how often by chance? */
@NullMarked
package murmuration.warning;

import org.jspecify.annotations.NullMarked;
