/** The screens of products. */
@NullMarked
package app.rollcall.product.ui;

import org.jspecify.annotations.NullMarked;
