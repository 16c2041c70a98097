package app.rollcall.walls.broken.neighbour.learner.ui;

import app.rollcall.walls.broken.neighbour.course.ui.CourseNavigation;
import app.rollcall.walls.broken.neighbour.course.ui.CourseView;

record PersonView(CourseNavigation allowed, CourseView forbidden) {}
