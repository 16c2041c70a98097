package app.rollcall.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The letter that, after G, goes to this view of the navigation from every screen. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GoKey {

    /** A lower-case letter, another for each view. */
    String value();
}
