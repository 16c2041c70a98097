package app.rollcall.enrolment;

import app.rollcall.course.CourseId;
import app.rollcall.course.CourseKind;

/** A course that somebody can be given: published, with a free seat, and not theirs yet. */
public record EnrollableCourse(CourseId id, String code, String title, CourseKind kind) {}
