-- A file may be about people who are here already: whom a row means, and what it would change of them.

-- by which names a row's person is looked for, the first that finds somebody; what the list may do to people who are found.
ALTER TABLE import
  ADD COLUMN match_by text[] NOT NULL DEFAULT '{email,employee_id}'
    CHECK (cardinality(match_by) BETWEEN 1 AND 4 AND match_by <@ ARRAY['email', 'employee_id', 'external_id', 'username']),
  ADD COLUMN mode text NOT NULL DEFAULT 'insert' CHECK (mode IN ('insert', 'update', 'upsert', 'fill')),
  ADD COLUMN blank_erases boolean NOT NULL DEFAULT false,
  ADD COLUMN overwrite_edited boolean NOT NULL DEFAULT false,
  ADD COLUMN updated bigint NOT NULL DEFAULT 0,
  -- addresses by what they come to, as of the last check
  ADD COLUMN will_create bigint NOT NULL DEFAULT 0, ADD COLUMN will_update bigint NOT NULL DEFAULT 0,
  ADD COLUMN will_stay bigint NOT NULL DEFAULT 0, ADD COLUMN will_conflict bigint NOT NULL DEFAULT 0;

-- Which of our columns the file has: a blank cell may erase only what the file speaks of.
ALTER TABLE import_source ADD COLUMN read_columns text[] NOT NULL DEFAULT '{}';

-- The person a row is about, when there is one already. changes: field -> [old, new], on the person's first row only;
-- kept: the same for fields that the file would change but a person has edited. Rows without a match are about somebody new.
CREATE TABLE import_match (
  import_id bigint NOT NULL REFERENCES import ON DELETE CASCADE,
  row_no    integer NOT NULL,
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  changes   jsonb,
  kept      jsonb,
  PRIMARY KEY (import_id, row_no)
);
CREATE INDEX import_match_person ON import_match (person_id);

-- What an address comes to if the list is confirmed. An address starts as somebody new.
ALTER TABLE import_email ADD COLUMN effect text NOT NULL DEFAULT 'created' CHECK (effect IN ('created', 'updated', 'unchanged', 'conflict'));
CREATE INDEX import_email_effect ON import_email (import_id, effect, group_no) WHERE effect <> 'created';

ALTER TABLE import_row DROP CONSTRAINT import_row_state_check,
  ADD CHECK (state IN ('staged', 'imported', 'updated', 'skipped', 'failed'));

-- Fields that a person has set by hand, by their names: a file leaves them alone unless told otherwise. ref: ref1 to ref10.
ALTER TABLE person ADD COLUMN edited text[], ADD COLUMN ref jsonb;

-- Whom a row is about before anybody is looked up: its address, or else the first other name it gives.
CREATE FUNCTION staged_key(email text, fields jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN email <> '' OR fields IS NULL THEN lower(email)
              ELSE coalesce('employee_id:' || (fields ->> 'employee_id'), 'external_id:' || (fields ->> 'external_id'),
                            'username:' || lower(fields ->> 'username'), '') END;
