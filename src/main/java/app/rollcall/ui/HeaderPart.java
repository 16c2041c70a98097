package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/** A bean that puts something in the header of every page, once a page: the job tray. Spring's order is theirs. */
@FunctionalInterface
public interface HeaderPart extends Supplier<Component> {}
