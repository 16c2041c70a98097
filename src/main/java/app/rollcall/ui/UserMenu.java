package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/** The bean that draws who is signed in, at the foot of the drawer: a {@link UserBlock}, as a rule. */
@FunctionalInterface
public interface UserMenu extends Supplier<Component> {}
