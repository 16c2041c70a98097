/** What admins see of the mail: its texts and how it fares, and in a trial the mails themselves. */
@NullMarked
package app.rollcall.mail.ui;

import org.jspecify.annotations.NullMarked;
