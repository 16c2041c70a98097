-- Invitations in use: what a mail server does not tell, who asks for a way in, and who may not come in any more.

-- A server that took a mail over says nothing of its delivery (decision 013).
UPDATE invitation SET state = 'sent' WHERE state = 'delivered';
ALTER TABLE invitation DROP CONSTRAINT invitation_state_check, ADD CONSTRAINT invitation_state_check CHECK (state IN
  ('queued', 'sent', 'unconfirmed', 'bounced', 'opened', 'accepted', 'expired', 'revoked', 'superseded'));
DROP INDEX invitation_expiry;
CREATE INDEX invitation_expiry ON invitation (expires_at) WHERE state IN ('sent', 'unconfirmed', 'opened');

-- When somebody who has no account yet last asked for a password (TI-16). A mail that left later is the answer.
ALTER TABLE person ADD COLUMN asked_in_at timestamptz;

-- Whichever way somebody pending is disabled: the link they hold, or that is on its way, is dead for good. An invitation that
-- never left stays, and leaves when they are enabled again.
CREATE FUNCTION invited_is_disabled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invitation SET state = 'revoked', revoked_at = now(), leased_until = NULL
  WHERE person_id = NEW.id AND (state IN ('sent', 'unconfirmed', 'bounced', 'opened') OR state = 'queued' AND leased_until IS NOT NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER invited_is_disabled AFTER UPDATE OF status ON person
  FOR EACH ROW WHEN (OLD.status = 'pending' AND NEW.status = 'disabled') EXECUTE FUNCTION invited_is_disabled();

-- The newest that failed, for the list in Settings.
CREATE INDEX mail_failed ON mail (id) WHERE state IN ('failed', 'unconfirmed');
CREATE INDEX invitation_trouble ON invitation (id) WHERE state IN ('bounced', 'unconfirmed');
