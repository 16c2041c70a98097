-- The directory by last sign-in, who never did first, and by when somebody came; backwards each serves the other direction.
CREATE INDEX person_directory_login ON person (last_login_at NULLS FIRST, id) WHERE learner;
CREATE INDEX person_directory_added ON person (created_at, id) WHERE learner;
