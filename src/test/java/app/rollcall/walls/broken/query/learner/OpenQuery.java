package app.rollcall.walls.broken.query.learner;

public class OpenQuery {}
