/** The screens of an import: the Invite dialog, which is also a page with an address of its own, and its four steps. */
@NullMarked
package app.rollcall.importing.ui;

import org.jspecify.annotations.NullMarked;
