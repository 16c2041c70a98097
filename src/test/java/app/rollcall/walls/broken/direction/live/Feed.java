package app.rollcall.walls.broken.direction.live;

import app.rollcall.walls.broken.direction.learner.Person;

record Feed(Person of) {}
