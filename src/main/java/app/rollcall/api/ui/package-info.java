/** The screen where owners and admins let programs in. */
@NullMarked
package app.rollcall.api.ui;

import org.jspecify.annotations.NullMarked;
