-- A search for two letters goes by the trigrams they can be part of, behind a character of ASCII. Who has other letters, too, is looked at
-- one by one: few where names are written in Latin letters, and told by the length in bytes. PostgreSQL has to know how few.
CREATE INDEX person_beyond_ascii ON person (id) WHERE learner AND octet_length(search) - length(search) > 0;
CREATE STATISTICS person_beyond_ascii_share ON (octet_length(search) - length(search)) FROM person;
ANALYZE person;
