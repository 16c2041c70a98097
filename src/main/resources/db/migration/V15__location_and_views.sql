-- What somebody says of where they are, in words of their own.
UPDATE person SET location = nullif(btrim(left(btrim(location), 100)), '') WHERE location IS NOT NULL;
ALTER TABLE person ADD CONSTRAINT person_location_check
  CHECK (location = btrim(location) AND length(location) BETWEEN 1 AND 100);

-- Which columns somebody wants to see in a table of the directory, where that is not what is usual.
CREATE TABLE directory_columns (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  listing   text NOT NULL CHECK (listing IN ('everybody', 'pending')),
  columns   text NOT NULL CHECK (length(columns) <= 200),
  PRIMARY KEY (person_id, listing)
);

-- What the directory shows and how, under a name: query is what its address says of that.
CREATE TABLE saved_view (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner_id   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  name       citext NOT NULL CHECK (name::text = btrim(name::text) AND length(name::text) BETWEEN 1 AND 60),
  shared     boolean NOT NULL DEFAULT false,
  query      text NOT NULL CHECK (length(query) <= 2000),
  version    integer NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner_id, name)
);
CREATE INDEX saved_view_shared ON saved_view (name) WHERE shared;
