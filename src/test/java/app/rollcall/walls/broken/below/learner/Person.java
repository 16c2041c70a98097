package app.rollcall.walls.broken.below.learner;

import app.rollcall.walls.broken.below.learner.ui.PersonView;

record Person(PersonView shownBy) {}
