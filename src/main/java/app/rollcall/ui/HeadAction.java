package app.rollcall.ui;

import app.rollcall.security.Permission;
import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/**
 * A bean that puts a button into the head of the directory: another feature's way in, such as Invite, without the directory
 * knowing that feature. Spring's order is theirs.
 */
public interface HeadAction extends Supplier<Component> {

    /** What the person must be allowed for the button to be offered. */
    Permission permission();
}
