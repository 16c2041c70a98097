-- An upload counts as broken off once nothing of it has arrived for a while. upload: which one it is; one that was given up
-- must not write into the next that got its number.
ALTER TABLE import_source
  ADD COLUMN arrived_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN upload uuid NOT NULL DEFAULT gen_random_uuid();

-- The program through which somebody acted, an api_client; nothing when they did it themselves. Programs are revoked, never deleted.
ALTER TABLE audit_entry ADD COLUMN through_id bigint;
ALTER TABLE job ADD COLUMN through_id bigint;

-- Recurring work has a name of its own each by now.
DELETE FROM scheduled_tasks WHERE task_name = 'chores';
