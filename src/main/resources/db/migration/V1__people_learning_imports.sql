-- One organisation per database: nothing below carries an organisation's id (decision 001).

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() is only STABLE because its dictionary could be altered; ours never is, so an index may rely on it.
CREATE FUNCTION plain_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent', value));

CREATE TABLE organisation (
  id         smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  time_zone  text NOT NULL DEFAULT 'UTC',
  locale     text NOT NULL DEFAULT 'en',
  created_at timestamptz NOT NULL DEFAULT now()
);

-- ---- People -------------------------------------------------------------------------------------------------------

-- Everybody: learners, the team, or both. status says what they may do (requirements 1.5, C1).
CREATE TABLE person (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email         citext NOT NULL UNIQUE CHECK (length(email::text) BETWEEN 3 AND 254),
  first_name    text NOT NULL DEFAULT '' CHECK (length(first_name) <= 100),
  last_name     text NOT NULL DEFAULT '' CHECK (length(last_name) <= 100),
  status        text NOT NULL CHECK (status IN ('pending', 'active', 'paused', 'disabled')),
  status_before text CHECK (status_before IN ('pending', 'active', 'paused')),
  learner       boolean NOT NULL DEFAULT true,
  employee_id   text,
  external_id   text,
  username      citext,
  phone         text,
  address1      text,
  address2      text,
  city          text,
  state         text,
  zip_code      text,
  country       text,
  location      text,
  locale        text,
  time_zone     text,
  last_login_at timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now(),
  changed_at    timestamptz NOT NULL DEFAULT now(),
  version       integer NOT NULL DEFAULT 0,
  -- What the directory shows first (a pending person's address stands for the name), without case and accents: its order and its haystack.
  search        text COLLATE "C" NOT NULL GENERATED ALWAYS AS (plain_text(
                  CASE WHEN status = 'pending' THEN email::text || ' ' || first_name || ' ' || last_name
                       ELSE ltrim(first_name || ' ' || last_name || ' ') || email::text END)) STORED,
  CHECK ((status = 'disabled') = (status_before IS NOT NULL))
);
CREATE UNIQUE INDEX person_employee_id_key ON person (employee_id) WHERE employee_id IS NOT NULL;
CREATE UNIQUE INDEX person_external_id_key ON person (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX person_username_key ON person (username) WHERE username IS NOT NULL;
CREATE INDEX person_directory ON person (search, id) INCLUDE (status) WHERE learner;
CREATE INDEX person_directory_search ON person USING gin (search gin_trgm_ops) WHERE learner;

CREATE TABLE person_role (
  person_id  bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  role       text NOT NULL CHECK (role IN ('owner', 'admin', 'customer_service', 'author', 'instructor', 'coordinator')),
  granted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, role)
);

CREATE TABLE credential (
  person_id     bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  password_hash text NOT NULL,
  must_change   boolean NOT NULL DEFAULT false,
  changed_at    timestamptz NOT NULL DEFAULT now()
);

-- Failed sign-ins by address and by network, so that every node throttles alike.
CREATE TABLE sign_in_throttle (
  subject        text PRIMARY KEY,
  failures       integer NOT NULL,
  last_failed_at timestamptz NOT NULL DEFAULT now()
);

-- A link that works once and then never again: first set-up today. Only the hash of the token is kept.
CREATE TABLE one_time_link (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  purpose    text NOT NULL CHECK (purpose IN ('set_up', 'reset_password')),
  person_id  bigint REFERENCES person ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);

CREATE TABLE category (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       citext NOT NULL UNIQUE CHECK (length(name::text) BETWEEN 1 AND 60),
  hue        smallint NOT NULL DEFAULT 268 CHECK (hue BETWEEN 0 AND 359),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE person_category (
  person_id   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  category_id bigint NOT NULL REFERENCES category ON DELETE CASCADE,
  PRIMARY KEY (person_id, category_id)
);
CREATE INDEX person_category_category ON person_category (category_id, person_id);

-- ---- Learning -----------------------------------------------------------------------------------------------------

CREATE TABLE course (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        citext NOT NULL UNIQUE CHECK (length(code::text) BETWEEN 1 AND 60),
  title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  kind        text NOT NULL CHECK (kind IN ('self_paced', 'scorm', 'ilt', 'curriculum')),
  status      text NOT NULL DEFAULT 'published' CHECK (status IN ('draft', 'published', 'archived')),
  description text NOT NULL DEFAULT '',
  created_at  timestamptz NOT NULL DEFAULT now(),
  changed_at  timestamptz NOT NULL DEFAULT now(),
  version     integer NOT NULL DEFAULT 0
);
CREATE INDEX course_title ON course (title, id);

-- Who teaches or wrote a course (MA-40, RL).
CREATE TABLE course_staff (
  course_id bigint NOT NULL REFERENCES course ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  role      text NOT NULL CHECK (role IN ('author', 'instructor')),
  PRIMARY KEY (course_id, person_id, role)
);
CREATE INDEX course_staff_person ON course_staff (person_id);

CREATE TABLE product (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code       citext NOT NULL UNIQUE CHECK (length(code::text) BETWEEN 1 AND 60),
  title      text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  kind       text NOT NULL CHECK (kind IN ('digital', 'subscription', 'learning_path')),
  status     text NOT NULL DEFAULT 'published' CHECK (status IN ('draft', 'published', 'archived')),
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  version    integer NOT NULL DEFAULT 0
);
CREATE INDEX product_title ON product (title, id);

-- One run of one person through one course; the highest attempt that is not archived is the current one.
CREATE TABLE enrolment (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id         bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  course_id         bigint NOT NULL REFERENCES course ON DELETE CASCADE,
  attempt           integer NOT NULL DEFAULT 1 CHECK (attempt >= 1),
  requirement       text NOT NULL DEFAULT 'optional' CHECK (requirement IN ('required', 'optional')),
  due_at            timestamptz,
  assigned_by       bigint REFERENCES person ON DELETE SET NULL,
  assigned_at       timestamptz NOT NULL DEFAULT now(),
  message           text,
  completion        text NOT NULL DEFAULT 'not_started' CHECK (completion IN ('not_started', 'started', 'in_progress', 'completed')),
  progress          smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  success           text NOT NULL DEFAULT 'unknown' CHECK (success IN ('unknown', 'passed', 'failed')),
  score_scaled      numeric(5, 4) CHECK (score_scaled BETWEEN -1 AND 1),
  completion_source text CHECK (completion_source IN ('learner', 'admin_waived', 'import')),
  started_at        timestamptz,
  completed_at      timestamptz,
  access_expires_at timestamptz,
  archived_at       timestamptz,
  version           integer NOT NULL DEFAULT 0,
  UNIQUE (person_id, course_id, attempt)
);
CREATE INDEX enrolment_course ON enrolment (course_id, person_id);

CREATE TABLE product_access (
  person_id         bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  product_id        bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  granted_by        bigint REFERENCES person ON DELETE SET NULL,
  granted_at        timestamptz NOT NULL DEFAULT now(),
  access_expires_at timestamptz,
  PRIMARY KEY (person_id, product_id)
);
CREATE INDEX product_access_product ON product_access (product_id, person_id);

-- ---- Invitations and mail -----------------------------------------------------------------------------------------

-- A queued invitation is its own place in the mail queue; its token is minted when the mail leaves, and only the hash is kept.
CREATE TABLE invitation (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id     bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  state         text NOT NULL DEFAULT 'queued' CHECK (state IN
                  ('queued', 'sent', 'delivered', 'bounced', 'opened', 'accepted', 'expired', 'revoked', 'superseded')),
  token_hash    bytea,
  invited_by    bigint REFERENCES person ON DELETE SET NULL,
  message       text,
  queued_at     timestamptz NOT NULL DEFAULT now(),
  send_after    timestamptz,
  sent_at       timestamptz,
  bounced_at    timestamptz,
  bounce_reason text,
  opened_at     timestamptz,
  accepted_at   timestamptz,
  expires_at    timestamptz,
  revoked_at    timestamptz
);
CREATE INDEX invitation_person ON invitation (person_id);
CREATE UNIQUE INDEX invitation_current ON invitation (person_id) WHERE state NOT IN ('accepted', 'revoked', 'superseded');
CREATE UNIQUE INDEX invitation_token ON invitation (token_hash) WHERE token_hash IS NOT NULL;

CREATE TABLE mail (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'reset_password', 'new_sign_in', 'report', 'message')),
  person_id       bigint REFERENCES person ON DELETE CASCADE,
  invitation_id   bigint REFERENCES invitation ON DELETE CASCADE,
  recipient       citext NOT NULL,
  subject         text NOT NULL,
  body_text       text NOT NULL,
  body_html       text,
  message_id      text NOT NULL UNIQUE,
  state           text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'unconfirmed', 'failed')),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_error      text,
  created_at      timestamptz NOT NULL DEFAULT now(),
  sent_at         timestamptz
);
CREATE INDEX mail_due ON mail (next_attempt_at) WHERE state = 'queued';
CREATE INDEX mail_person ON mail (person_id);
CREATE INDEX mail_invitation ON mail (invitation_id);

-- ---- Audit --------------------------------------------------------------------------------------------------------

-- What was done. Ids only, no foreign keys: it outlives the people it names, and holds nothing that an erasure would have to change.
CREATE TABLE audit_entry (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at              timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_id        bigint,
  on_behalf_of_id bigint,
  verb            text NOT NULL,
  subject_kind    text NOT NULL,
  subject_id      bigint,
  subject_count   bigint NOT NULL DEFAULT 1,
  details         jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is only ever appended to';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---- Jobs and imports ---------------------------------------------------------------------------------------------

-- Work that survives the browser, the process and the machine. run is the fence: raised at every take-up, checked by every commit.
CREATE TABLE job (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind              text NOT NULL CHECK (kind IN ('import', 'bulk')),
  title             text NOT NULL,
  state             text NOT NULL CHECK (state IN ('preparing', 'review', 'queued', 'running', 'paused',
                      'completed', 'completed_with_errors', 'failed', 'cancelled', 'needs_attention')),
  step              text NOT NULL,
  run               integer NOT NULL DEFAULT 0,
  claims            integer NOT NULL DEFAULT 0,
  total             bigint NOT NULL DEFAULT 0,
  done              bigint NOT NULL DEFAULT 0,
  failed            bigint NOT NULL DEFAULT 0,
  cursor            bigint NOT NULL DEFAULT 0,
  created_by        bigint REFERENCES person ON DELETE SET NULL,
  created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at        timestamptz,
  run_started_at    timestamptz,
  run_started_done  bigint NOT NULL DEFAULT 0,
  progress_at       timestamptz,
  finished_at       timestamptz,
  reason            text,
  request_key       uuid UNIQUE,
  CHECK (done + failed <= total OR state = 'preparing')
);
CREATE INDEX job_recent ON job (created_at DESC, id DESC);
CREATE INDEX job_live ON job (id) WHERE state IN ('preparing', 'queued', 'running', 'paused', 'needs_attention');
CREATE INDEX job_created_by ON job (created_by);

CREATE TABLE import (
  job_id           bigint PRIMARY KEY REFERENCES job ON DELETE CASCADE,
  file_name        text NOT NULL,
  file_bytes       bigint NOT NULL DEFAULT 0,
  file_sha256      bytea,
  charset          text,
  delimiter        text CHECK (length(delimiter) = 1),
  on_error         text NOT NULL DEFAULT 'block' CHECK (on_error IN ('block', 'skip_rows')),
  rows             bigint NOT NULL DEFAULT 0,
  emails           bigint NOT NULL DEFAULT 0,
  rows_valid       bigint NOT NULL DEFAULT 0,
  rows_warning     bigint NOT NULL DEFAULT 0,
  rows_error       bigint NOT NULL DEFAULT 0,
  imported         bigint NOT NULL DEFAULT 0,
  skipped          bigint NOT NULL DEFAULT 0,
  invited          bigint NOT NULL DEFAULT 0,
  enrolled         bigint NOT NULL DEFAULT 0
);

-- The file as it came, in parts: any node can read it, and a restart needs nothing but the database.
CREATE TABLE import_file_part (
  import_id bigint NOT NULL REFERENCES import ON DELETE CASCADE,
  part_no   integer NOT NULL,
  bytes     bytea NOT NULL,
  PRIMARY KEY (import_id, part_no)
);
ALTER TABLE import_file_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- A row of the file as staged. problem holds what reading it found wrong; what the database knows against it is a finding.
CREATE TABLE import_row (
  import_id      bigint NOT NULL REFERENCES import ON DELETE CASCADE,
  row_no         integer NOT NULL,
  line           integer NOT NULL,
  email          text NOT NULL,
  first_name     text NOT NULL,
  last_name      text NOT NULL,
  item_type      text NOT NULL,
  item_id        text NOT NULL,
  problem        text,
  problem_column text,
  problem_value  text,
  state          text NOT NULL DEFAULT 'staged' CHECK (state IN ('staged', 'imported', 'skipped', 'failed')),
  person_id      bigint,
  PRIMARY KEY (import_id, row_no)
) WITH (fillfactor = 75);

CREATE TABLE import_finding (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id   bigint NOT NULL REFERENCES import ON DELETE CASCADE,
  row_no      integer NOT NULL,
  severity    text NOT NULL CHECK (severity IN ('warning', 'error')),
  reason      text NOT NULL,
  column_name text,
  value       text,
  detail      text,
  UNIQUE (import_id, row_no, reason)
);

-- db-scheduler's own table, in the form its 16.x reads.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
