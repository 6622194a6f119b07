-- What people ask of each other, and what they are told of it.

-- Told when somebody has acted: a ruling, a request, an announcement. The outbox carries it like any reminder.
CREATE TABLE letter (
    id uuid PRIMARY KEY,
    author_id uuid REFERENCES person (id),
    body text NOT NULL CHECK (length(body) > 0),
    written_at timestamptz NOT NULL
);

-- The outbox again, with letters (kind 6), announcements (kind 7) and what was recalled before it left (state 6).
CREATE TABLE outbox (
    id uuid PRIMARY KEY,
    message_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person (id),
    plan_id uuid NOT NULL REFERENCES plan (id),
    period text NOT NULL CHECK (length(period) >= 4),
    step text NOT NULL CHECK (length(step) > 0),
    round integer NOT NULL CHECK (round >= 0),
    kind integer NOT NULL CHECK (kind BETWEEN 1 AND 7),
    letter_id uuid REFERENCES letter (id),
    due_at timestamptz NOT NULL,
    state integer NOT NULL CHECK (state BETWEEN 1 AND 6),
    attempts integer NOT NULL CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL,
    leased_until timestamptz,
    sent_at timestamptz,
    channel text,
    outcome text,
    UNIQUE (person_id, plan_id, period, step, round),
    CHECK (state <> 2 OR leased_until IS NOT NULL),
    CHECK (state <> 3 OR sent_at IS NOT NULL),
    CHECK (state NOT IN (4, 5, 6) OR outcome IS NOT NULL),
    CHECK (kind NOT IN (6, 7) OR letter_id IS NOT NULL)
);
INSERT INTO outbox (id, message_id, person_id, plan_id, period, step, round, kind, due_at, state, attempts, next_attempt_at, leased_until, sent_at, channel, outcome)
SELECT id, message_id, person_id, plan_id, period, step, round, kind, due_at, state, attempts, next_attempt_at, leased_until, sent_at, channel, outcome FROM reminder;
DROP TABLE reminder;
ALTER TABLE outbox RENAME TO reminder;
CREATE INDEX reminder_waiting ON reminder (next_attempt_at) WHERE state IN (1, 2);
CREATE INDEX reminder_leased ON reminder (leased_until) WHERE state = 2;
CREATE INDEX reminder_of_message ON reminder (message_id);
CREATE INDEX reminder_of_period ON reminder (plan_id, period);
CREATE INDEX reminder_of_letter ON reminder (letter_id) WHERE letter_id IS NOT NULL;

-- What somebody has asked the coordinators for. People name it by its number.
CREATE TABLE request (
    id uuid PRIMARY KEY,
    number integer NOT NULL UNIQUE CHECK (number > 0),
    kind integer NOT NULL CHECK (kind BETWEEN 1 AND 9),
    state integer NOT NULL CHECK (state BETWEEN 1 AND 4),
    -- Null for somebody who is not bound yet: then the identity says who asks.
    person_id uuid REFERENCES person (id),
    channel text NOT NULL CHECK (length(channel) > 0),
    user_id text,
    plan_id uuid REFERENCES plan (id),
    unit_id uuid REFERENCES unit (id),
    body text NOT NULL CHECK (length(body) > 0),
    made_at timestamptz NOT NULL,
    decided_by uuid REFERENCES person (id),
    decided_at timestamptz,
    CHECK (person_id IS NOT NULL OR user_id IS NOT NULL),
    CHECK ((state IN (2, 3)) = (decided_by IS NOT NULL)),
    CHECK ((state = 1) = (decided_at IS NULL))
);
CREATE INDEX request_open ON request (number) WHERE state = 1;

-- Until when a person wants to hear of no steps; one wish at a time.
CREATE TABLE snooze (
    person_id uuid PRIMARY KEY REFERENCES person (id),
    until timestamptz NOT NULL,
    made_at timestamptz NOT NULL
);

-- Whether a unit's leader agrees before its report counts.
ALTER TABLE plan ADD COLUMN needs_sign_off boolean NOT NULL DEFAULT false;
