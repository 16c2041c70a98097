-- Programs that work through the API. Each acts as the person who made it: with that person's rights of the moment, and of those
-- only what its scopes name. Of its token only the hash is kept. requests counts those of the minute, for all nodes alike.
CREATE TABLE api_client (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  token_hash   bytea NOT NULL UNIQUE,
  token_start  text NOT NULL,
  scopes       text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['imports:read', 'imports:write']),
  created_by   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_used_at timestamptz,
  minute       timestamptz NOT NULL DEFAULT '-infinity',
  requests     integer NOT NULL DEFAULT 0,
  revoked_at   timestamptz
);
CREATE INDEX api_client_created_by ON api_client (created_by);

-- What a client began under which of its keys: the same key again is the same import, and with another body a mistake.
CREATE TABLE api_idempotency (
  client_id   bigint NOT NULL REFERENCES api_client ON DELETE CASCADE,
  key         text NOT NULL,
  body_sha256 bytea NOT NULL,
  request_key uuid NOT NULL DEFAULT gen_random_uuid(),
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (client_id, key)
);
CREATE INDEX api_idempotency_created_at ON api_idempotency (created_at);

-- Whether a list is checked as soon as its file is read, without anybody asking for it.
ALTER TABLE import ADD COLUMN then_validate boolean NOT NULL DEFAULT false;
