package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/** The bean that draws who is signed in, at the foot of the drawer: their name, and a menu with Sign out. */
@FunctionalInterface
public interface UserMenu extends Supplier<Component> {}
