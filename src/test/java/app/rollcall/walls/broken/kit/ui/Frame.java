package app.rollcall.walls.broken.kit.ui;

import app.rollcall.walls.broken.kit.learner.Person;

record Frame(Person around) {}
