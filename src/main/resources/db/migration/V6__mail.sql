-- Mail that leaves. No table holds a body on its way: a mail is written when it leaves, from a template and what is not secret.

ALTER TABLE mail
  DROP COLUMN subject, DROP COLUMN body_text, DROP COLUMN body_html, DROP COLUMN message_id, DROP COLUMN attempts,
  ADD COLUMN variables   jsonb NOT NULL DEFAULT '{}',
  -- Of this the Message-ID is made: the same at every try.
  ADD COLUMN message_key uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  ADD COLUMN lease_until timestamptz,
  ADD COLUMN failed_at   timestamptz,
  DROP CONSTRAINT mail_state_check,
  ADD CHECK (state IN ('queued', 'sending', 'sent', 'unconfirmed', 'failed', 'withdrawn')),
  ADD CHECK ((state = 'sending') = (lease_until IS NOT NULL));
CREATE INDEX mail_sending ON mail (lease_until) WHERE state = 'sending';
CREATE INDEX mail_sent ON mail (sent_at) WHERE state = 'sent';

-- How many more may leave now: a bucket for all mail (scope '') and one for each receiving domain, shared by all nodes.
CREATE TABLE mail_rate (
  scope  text PRIMARY KEY,
  tokens double precision NOT NULL,
  at     timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- How often a letter of whichever box was put off, for the next wait.
CREATE TABLE mail_try (
  message_key uuid PRIMARY KEY,
  tries       integer NOT NULL,
  first_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What an admin wrote in place of the text that Rollcall brings.
CREATE TABLE mail_template (
  kind       text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'reset_password', 'new_sign_in', 'message')),
  locale     text NOT NULL CHECK (locale ~ '^[a-z]{2,3}$'),
  subject    text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  html       text NOT NULL CHECK (length(html) BETWEEN 1 AND 100000),
  changed_by bigint REFERENCES person ON DELETE SET NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  version    integer NOT NULL DEFAULT 1,
  PRIMARY KEY (kind, locale)
);

-- A trial's mail, which goes nowhere: its people are invented, and its links are for whoever tries it. Empty elsewhere.
CREATE TABLE caught_mail (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind      text NOT NULL,
  recipient text NOT NULL,
  to_name   text NOT NULL,
  subject   text NOT NULL,
  body_text text NOT NULL,
  caught_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- From where somebody signed in before: a hash of the network and the browser, nothing else.
CREATE TABLE known_place (
  person_id  bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  place_hash bytea NOT NULL,
  seen_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, place_hash)
);

CREATE INDEX one_time_link_person ON one_time_link (person_id) WHERE person_id IS NOT NULL;
