package app.rollcall.walls.broken.sql.learner.ui;

import org.springframework.r2dbc.core.DatabaseClient;

record AskingView(DatabaseClient database) {}
