/**
 * Invitations: from the queue to the account. A queued one is its own mail (decision 004); its link is minted when it leaves,
 * works once, for a while, and for the address it was sent to, and dies with everything that ends the invitation.
 */
@NullMarked
package app.rollcall.invitation;

import org.jspecify.annotations.NullMarked;
