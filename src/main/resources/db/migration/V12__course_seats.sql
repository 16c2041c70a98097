-- How many people a course takes at most; nothing for any number. Whoever gives a course that has a limit locks it first, so
-- that a seat is given once. A seat is held by everybody whose latest attempt is not put away, the disabled too: who comes
-- back finds it free.
ALTER TABLE course ADD COLUMN seats integer CHECK (seats BETWEEN 0 AND 1000000);
CREATE INDEX course_limited ON course (id) WHERE seats IS NOT NULL;
