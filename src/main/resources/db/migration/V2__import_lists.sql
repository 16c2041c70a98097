-- A list is put together of several files, pastes and typed lines, changed row by row, and shown by address.

CREATE TABLE import_source (
  import_id        bigint NOT NULL REFERENCES import ON DELETE CASCADE,
  source_no        integer NOT NULL CHECK (source_no >= 0),
  kind             text NOT NULL CHECK (kind IN ('typed', 'file', 'pasted')),
  state            text NOT NULL CHECK (state IN ('uploading', 'kept', 'read', 'refused')),
  file_name        text NOT NULL DEFAULT '',
  file_bytes       bigint NOT NULL DEFAULT 0,
  file_sha256      bytea,
  request_key      uuid UNIQUE,
  chosen_charset   text,
  chosen_delimiter text CHECK (length(chosen_delimiter) = 1),
  chosen_columns   text,
  charset          text,
  delimiter        text CHECK (length(delimiter) = 1),
  preset           text,
  ignored          text,
  refusal          text,
  rows             bigint NOT NULL DEFAULT 0,
  created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (import_id, source_no)
);
INSERT INTO import_source (import_id, source_no, kind, state, file_name, file_bytes, file_sha256, charset, delimiter, rows)
SELECT i.job_id, 1, 'file', CASE WHEN j.step = 'uploading' THEN 'uploading' WHEN i.charset IS NULL THEN 'kept' ELSE 'read' END,
       i.file_name, i.file_bytes, i.file_sha256, i.charset, i.delimiter, i.rows
FROM import i JOIN job j ON j.id = i.job_id;

ALTER TABLE import_file_part ADD COLUMN source_no integer NOT NULL DEFAULT 1;
ALTER TABLE import_file_part DROP CONSTRAINT import_file_part_pkey, ADD PRIMARY KEY (import_id, source_no, part_no);
ALTER TABLE import_file_part DROP CONSTRAINT import_file_part_import_id_fkey,
  ADD FOREIGN KEY (import_id, source_no) REFERENCES import_source ON DELETE CASCADE;
ALTER TABLE import_file_part ALTER COLUMN source_no DROP DEFAULT;

-- Rows of files are numbered upwards from 1, typed ones downwards from -1: the newest typed line stands first.
ALTER TABLE import_row ADD COLUMN source_no integer NOT NULL DEFAULT 1, ADD COLUMN problem_fix text, ADD COLUMN fields jsonb;
ALTER TABLE import_row ALTER COLUMN source_no DROP DEFAULT;

ALTER TABLE import_finding ADD COLUMN fix_column text, ADD COLUMN fix_value text;
-- Rows alike: the same fix mends them all.
CREATE INDEX import_finding_alike ON import_finding (import_id, reason, value) WHERE fix_value IS NOT NULL;

-- The rows of one address, in the order of its first row. errors and warnings count rows.
CREATE TABLE import_email (
  import_id bigint NOT NULL REFERENCES import ON DELETE CASCADE,
  group_no  integer NOT NULL,
  email     text NOT NULL,
  row_nos   integer[] NOT NULL,
  errors    integer NOT NULL DEFAULT 0,
  warnings  integer NOT NULL DEFAULT 0,
  PRIMARY KEY (import_id, group_no)
) WITH (fillfactor = 90);
CREATE UNIQUE INDEX import_email_email ON import_email (import_id, email);
CREATE INDEX import_email_errors ON import_email (import_id, group_no) WHERE errors > 0;
CREATE INDEX import_email_warnings ON import_email (import_id, group_no) WHERE warnings > 0;
INSERT INTO import_email (import_id, group_no, email, row_nos)
SELECT import_id, row_number() OVER (PARTITION BY import_id ORDER BY min(row_no)), lower(email), array_agg(row_no ORDER BY row_no)
FROM import_row GROUP BY import_id, lower(email);
UPDATE import_email g SET errors = f.errors, warnings = f.warnings
FROM (SELECT import_id, email, count(*) FILTER (WHERE error) AS errors, count(*) FILTER (WHERE NOT error) AS warnings
      FROM (SELECT r.import_id, lower(r.email) AS email, bool_or(f.severity = 'error') AS error
            FROM import_finding f JOIN import_row r ON r.import_id = f.import_id AND r.row_no = f.row_no GROUP BY r.import_id, r.row_no, lower(r.email)) worst
      GROUP BY import_id, email) f
WHERE g.import_id = f.import_id AND g.email = f.email;

-- version: what a confirmation is bound to. hidden_*: rows that were cleared and can be taken back.
ALTER TABLE import ADD COLUMN version integer NOT NULL DEFAULT 0, ADD COLUMN hidden_from integer, ADD COLUMN hidden_to integer,
  ADD CHECK ((hidden_from IS NULL) = (hidden_to IS NULL));
ALTER TABLE import DROP COLUMN file_name, DROP COLUMN file_bytes, DROP COLUMN file_sha256, DROP COLUMN charset, DROP COLUMN delimiter;

-- What holds for every row that does not say otherwise itself.
ALTER TABLE import
  ADD COLUMN invitations text NOT NULL DEFAULT 'now' CHECK (invitations IN ('now', 'later', 'none')),
  ADD COLUMN requirement text NOT NULL DEFAULT 'optional' CHECK (requirement IN ('required', 'optional')),
  ADD COLUMN due_on date,
  ADD COLUMN message text CHECK (length(message) <= 1000),
  ADD COLUMN expires_days integer CHECK (expires_days BETWEEN 1 AND 365);

-- Names of people that must be theirs alone, as far as a list has them: doubles are found without a search.
CREATE INDEX import_row_employee_id ON import_row (import_id, (fields ->> 'employee_id')) WHERE fields ->> 'employee_id' IS NOT NULL;
CREATE INDEX import_row_external_id ON import_row (import_id, (fields ->> 'external_id')) WHERE fields ->> 'external_id' IS NOT NULL;
CREATE INDEX import_row_username ON import_row (import_id, (fields ->> 'username')) WHERE fields ->> 'username' IS NOT NULL;

-- How a recurring file is read, under a name that everybody who imports can choose.
CREATE TABLE reading_preset (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       citext NOT NULL UNIQUE CHECK (length(name::text) BETWEEN 1 AND 60),
  charset    text,
  delimiter  text CHECK (length(delimiter) = 1),
  columns    text,
  created_by bigint REFERENCES person ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reading_preset_created_by ON reading_preset (created_by);
