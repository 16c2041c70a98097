-- Imports are steered while they run, tried again, and forgotten bit by bit once they are over.

-- again: the failed rows are to be put once more before the next chunk. *_deleted_at: what was kept is gone; counts and history stay.
ALTER TABLE import
  ADD COLUMN again boolean NOT NULL DEFAULT false,
  ADD COLUMN files_deleted_at timestamptz,
  ADD COLUMN rows_deleted_at timestamptz;

-- The same file once more is told, whatever it is called.
CREATE INDEX import_source_sha256 ON import_source (file_sha256) WHERE file_sha256 IS NOT NULL;

-- Whom an import made, enrolled or changed, as long as its rows are kept.
CREATE FUNCTION import_people(list bigint) RETURNS SETOF bigint
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT DISTINCT coalesce(r.person_id, m.person_id, p.id)
  FROM import_row r JOIN job j ON j.id = r.import_id AND j.step = 'applying' AND r.row_no <= j.cursor
  LEFT JOIN import_match m ON m.import_id = r.import_id AND m.row_no = r.row_no
  LEFT JOIN person p ON r.person_id IS NULL AND m.person_id IS NULL AND lower(p.email::text) = lower(r.email)
  WHERE r.import_id = list AND r.state NOT IN ('failed', 'skipped');
END;
