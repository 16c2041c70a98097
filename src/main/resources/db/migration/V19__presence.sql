-- Who has what open, as their browsers keep saying. It is worth nothing after a crash, so it is not in the journal.
CREATE UNLOGGED TABLE presence (
  screen    uuid PRIMARY KEY,
  place     text NOT NULL CHECK (place IN ('learner')),
  place_id  bigint NOT NULL,
  person_id bigint NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  seen_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX presence_place ON presence (place, place_id);
CREATE INDEX presence_person ON presence (person_id);
