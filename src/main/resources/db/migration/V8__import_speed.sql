-- What an import of many spends its time on, and need not.

-- A key looked up for every staged row was a third of the time that reading a file took, and one for every match locked the
-- person it named. What they promised is kept otherwise: who stages rows holds the job's row, a check makes its matches anew,
-- and what a list left behind goes with the list.
ALTER TABLE import_row DROP CONSTRAINT import_row_import_id_fkey;
ALTER TABLE import_email DROP CONSTRAINT import_email_import_id_fkey;
ALTER TABLE import_finding DROP CONSTRAINT import_finding_import_id_fkey;
ALTER TABLE import_match DROP CONSTRAINT import_match_import_id_fkey, DROP CONSTRAINT import_match_person_id_fkey;

CREATE FUNCTION import_rows_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM import_row r USING gone WHERE r.import_id = gone.job_id;
  DELETE FROM import_email r USING gone WHERE r.import_id = gone.job_id;
  DELETE FROM import_finding r USING gone WHERE r.import_id = gone.job_id;
  DELETE FROM import_match r USING gone WHERE r.import_id = gone.job_id;
  RETURN NULL;
END $$;
CREATE TRIGGER import_rows_go AFTER DELETE ON import REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION import_rows_go();

-- Addresses are compared as text in lower case: citext does the same letter by letter at every step down the index, which was
-- half of what making a person cost. So they are looked up by lower(email::text) everywhere.
ALTER TABLE person DROP CONSTRAINT person_email_key;
CREATE UNIQUE INDEX person_email_key ON person (lower(email::text));

CREATE OR REPLACE FUNCTION import_people(list bigint) RETURNS SETOF bigint
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT DISTINCT coalesce(r.person_id, m.person_id, p.id)
  FROM import_row r JOIN job j ON j.id = r.import_id AND j.step = 'applying' AND r.row_no <= j.cursor
  LEFT JOIN import_match m ON m.import_id = r.import_id AND m.row_no = r.row_no
  LEFT JOIN person p ON r.person_id IS NULL AND m.person_id IS NULL AND lower(p.email::text) = lower(r.email)
  WHERE r.import_id = list AND r.state NOT IN ('failed', 'skipped');
END;

-- Who invited and who assigned is history: the same one person was looked up and locked anew for every row. It is still taken
-- out when that person goes.
ALTER TABLE invitation DROP CONSTRAINT invitation_invited_by_fkey;
ALTER TABLE enrolment DROP CONSTRAINT enrolment_assigned_by_fkey;
ALTER TABLE product_access DROP CONSTRAINT product_access_granted_by_fkey;

CREATE FUNCTION person_deeds_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invitation SET invited_by = NULL WHERE invited_by IN (SELECT id FROM gone);
  UPDATE enrolment SET assigned_by = NULL WHERE assigned_by IN (SELECT id FROM gone);
  UPDATE product_access SET granted_by = NULL WHERE granted_by IN (SELECT id FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER person_deeds_go AFTER DELETE ON person REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION person_deeds_go();

-- Both are analysed at every reading and check; a small sample tells as much about them as a big one.
ALTER TABLE import_row ALTER COLUMN import_id SET STATISTICS 20, ALTER COLUMN row_no SET STATISTICS 20, ALTER COLUMN email SET STATISTICS 20,
  ALTER COLUMN item_type SET STATISTICS 20, ALTER COLUMN item_id SET STATISTICS 20, ALTER COLUMN problem SET STATISTICS 20,
  ALTER COLUMN state SET STATISTICS 20;
ALTER TABLE import_email ALTER COLUMN import_id SET STATISTICS 20, ALTER COLUMN group_no SET STATISTICS 20, ALTER COLUMN email SET STATISTICS 20,
  ALTER COLUMN errors SET STATISTICS 20, ALTER COLUMN warnings SET STATISTICS 20;
