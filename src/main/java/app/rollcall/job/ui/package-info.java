/** The job tray on every page, wired to what is committed. */
@NullMarked
package app.rollcall.job.ui;

import org.jspecify.annotations.NullMarked;
