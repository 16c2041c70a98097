-- An invitation's life: how it leaves, how it ends, and what stays of it when the person it was for is gone.

ALTER TABLE invitation DROP CONSTRAINT invitation_state_check,
  ADD CONSTRAINT invitation_state_check CHECK (state IN
    ('queued', 'sent', 'unconfirmed', 'delivered', 'bounced', 'opened', 'accepted', 'expired', 'revoked', 'superseded')),
  -- a reminder is an invitation sent anew; batch: the import whose invitations wait for somebody to send them
  ADD COLUMN kind text NOT NULL DEFAULT 'invitation' CHECK (kind IN ('invitation', 'reminder')),
  ADD COLUMN batch bigint,
  -- whom the link was mailed to: it is good for that address alone
  ADD COLUMN sent_to citext,
  -- the same at every try, so that a doubled mail can be known by its Message-ID
  ADD COLUMN message_key uuid,
  -- being handed over until then; who finds it later knows that it was cut off
  ADD COLUMN leased_until timestamptz,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0,
  ADD COLUMN last_error text,
  -- how long the link is good, from the moment it leaves
  ADD COLUMN life interval,
  ADD COLUMN unconfirmed_at timestamptz,
  ADD COLUMN superseded_at timestamptz,
  -- who took it back or sent it anew
  ADD COLUMN ended_by bigint,
  -- what is left of the address when the invitation was all there was of a person: its SHA-256
  ADD COLUMN address_hash bytea;

-- History outlives the person, without what would name them.
ALTER TABLE invitation DROP CONSTRAINT invitation_person_id_fkey, ALTER COLUMN person_id DROP NOT NULL,
  ADD FOREIGN KEY (person_id) REFERENCES person ON DELETE SET NULL;
CREATE FUNCTION forget_invited() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sent_to := NULL;
  NEW.message := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER invitation_outlives_person BEFORE UPDATE OF person_id ON invitation
  FOR EACH ROW WHEN (NEW.person_id IS NULL) EXECUTE FUNCTION forget_invited();

-- What waits, by when it may go; what may lapse; what left of late; who was invited before.
CREATE INDEX invitation_due ON invitation (coalesce(send_after, queued_at), id) WHERE state = 'queued' AND leased_until IS NULL;
CREATE INDEX invitation_leased ON invitation (leased_until) WHERE leased_until IS NOT NULL;
CREATE INDEX invitation_expiry ON invitation (expires_at) WHERE state IN ('sent', 'unconfirmed', 'delivered', 'opened');
CREATE INDEX invitation_sent ON invitation (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX invitation_failed ON invitation (id) WHERE state IN ('bounced', 'unconfirmed', 'expired');
CREATE INDEX invitation_former ON invitation (address_hash) WHERE address_hash IS NOT NULL;
