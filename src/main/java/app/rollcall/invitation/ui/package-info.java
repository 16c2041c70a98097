/** The page behind an invitation's link, with its plain HTTP, and what the directory shows of many invitations. */
@NullMarked
package app.rollcall.invitation.ui;

import org.jspecify.annotations.NullMarked;
