package app.rollcall.walls.broken.vaadin.learner;

import com.vaadin.flow.component.Component;

record Shown(Component as) {}
