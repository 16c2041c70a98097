/** What can be sold or given as one: a product, and who has access to it. */
@NullMarked
package app.rollcall.product;

import org.jspecify.annotations.NullMarked;
