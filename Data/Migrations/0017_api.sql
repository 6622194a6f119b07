-- Other systems: what each may do, what it asked for twice, and what it is told.

-- A token is a system's own name in the ledger: reports that it files and the audit name the person of that row. Of the secret only its hash is kept.
CREATE TABLE api_token (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL UNIQUE REFERENCES person (id),
    secret_hash text NOT NULL CHECK (length(secret_hash) = 64),
    -- Sum of 1 read, 2 report, 4 manage.
    scopes integer NOT NULL CHECK (scopes BETWEEN 1 AND 7),
    made_at timestamptz NOT NULL,
    -- Null where the command line did.
    made_by uuid REFERENCES person (id),
    -- Real time, as the others here but those of the plan that a message tells of.
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz
);

-- What a token is limited to; without a row it is for all plans, for all units.
CREATE TABLE api_token_plan (
    token_id uuid NOT NULL REFERENCES api_token (id),
    plan_id uuid NOT NULL REFERENCES plan (id),
    PRIMARY KEY (token_id, plan_id)
);
CREATE TABLE api_token_unit (
    token_id uuid NOT NULL REFERENCES api_token (id),
    unit_id uuid NOT NULL REFERENCES unit (id),
    PRIMARY KEY (token_id, unit_id)
);

-- Changes that a system has given a key of its own, and what they were answered: sent again, the answer is given again and nothing is done.
CREATE TABLE api_request (
    token_id uuid NOT NULL REFERENCES api_token (id),
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    -- SHA-256 of method, path, conditions and body: the same key with another request is a mistake.
    fingerprint text NOT NULL CHECK (length(fingerprint) = 64),
    begun_at timestamptz NOT NULL,
    -- Null until it is done.
    status integer,
    etag text,
    answer text,
    PRIMARY KEY (token_id, key)
);
CREATE INDEX api_request_begun ON api_request (begun_at);

CREATE TABLE webhook (
    id uuid PRIMARY KEY,
    url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
    -- What messages are signed with, so it cannot be kept as a hash.
    secret text NOT NULL CHECK (length(secret) > 0),
    -- Sum of 1 report.submitted, 2 report.accepted, 4 report.returned, 8 obligation.overdue, 16 period.opened, 32 period.closed, 64 plan.imported.
    events integer NOT NULL CHECK (events BETWEEN 1 AND 127),
    -- Null for all plans.
    plan_id uuid REFERENCES plan (id),
    made_at timestamptz NOT NULL,
    removed_at timestamptz,
    -- Instant of the plans' clock: what was due until then has been told.
    overdue_until timestamptz NOT NULL
);

-- The outbox of webhooks. Written with what it tells; its id is the same however often it is sent.
CREATE TABLE webhook_message (
    id uuid PRIMARY KEY,
    webhook_id uuid NOT NULL REFERENCES webhook (id),
    event integer NOT NULL CHECK (event IN (1, 2, 4, 8, 16, 32, 64)),
    body text NOT NULL CHECK (length(body) > 0),
    made_at timestamptz NOT NULL,
    -- 1 waits, 2 is being sent, 3 delivered, 4 given up.
    state integer NOT NULL CHECK (state BETWEEN 1 AND 4),
    tries integer NOT NULL CHECK (tries >= 0),
    next_attempt_at timestamptz NOT NULL,
    leased_until timestamptz,
    lease_id uuid,
    ended_at timestamptz,
    -- Reason of the last failure.
    trouble text
);
CREATE INDEX webhook_message_waiting ON webhook_message (next_attempt_at) WHERE state IN (1, 2);
CREATE INDEX webhook_message_of_webhook ON webhook_message (webhook_id, state, made_at);
CREATE INDEX webhook_message_ended ON webhook_message (ended_at);
