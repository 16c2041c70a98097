-- A list that was begun at a course: rows that name no course and no product get it.
ALTER TABLE import ADD COLUMN course_code text CHECK (length(course_code) BETWEEN 1 AND 60);
