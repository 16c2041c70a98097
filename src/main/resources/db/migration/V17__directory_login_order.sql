-- Who never signed in stands at the far end of this order as a moment like any other, so that a page can be found from any place in it.
DROP INDEX person_directory_login;
CREATE INDEX person_directory_login ON person ((coalesce(last_login_at, '-infinity')), id) WHERE learner;
