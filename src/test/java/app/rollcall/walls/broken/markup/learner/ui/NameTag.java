package app.rollcall.walls.broken.markup.learner.ui;

import com.vaadin.flow.component.Html;

record NameTag(Html name) {}
