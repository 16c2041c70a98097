/** Who signs in, what they may do, and the proof of both. Every door takes an {@link Actor} and asks {@link Rights}. */
@NullMarked
package app.rollcall.security;

import org.jspecify.annotations.NullMarked;
