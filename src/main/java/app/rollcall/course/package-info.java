/** What is taught: a course, and of which kind it is. */
@NullMarked
package app.rollcall.course;

import org.jspecify.annotations.NullMarked;
