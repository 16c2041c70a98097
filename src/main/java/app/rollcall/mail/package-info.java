/**
 * How mail leaves. Letters wait in boxes: the mail's own, and rooms whose rows are their own place in the queue. One task of
 * the whole cluster takes them out at the set rate and hands them to the mail server; what it said goes back to the box. In a
 * trial nothing leaves: it is caught and shown.
 */
@NullMarked
package app.rollcall.mail;

import org.jspecify.annotations.NullMarked;
