package app.rollcall.walls.broken.cycle.learner;

import app.rollcall.walls.broken.cycle.course.Taught;

public record Learned(Taught by) {}
