-- What a channel does beside a reminder: a to-do that ends when the report is there, and an urgent call. Each is wanted here before the channel is asked, and stays afterwards, so that none comes twice.
CREATE TABLE channel_errand (
    id uuid PRIMARY KEY,
    channel text NOT NULL CHECK (length(channel) > 0),
    kind integer NOT NULL CHECK (kind BETWEEN 1 AND 2),
    person_id uuid NOT NULL REFERENCES person (id),
    period_id uuid NOT NULL REFERENCES reporting_period (id),
    -- Empty for a to-do, of which a period has one.
    step text NOT NULL,
    user_id text NOT NULL CHECK (length(user_id) > 0),
    words text NOT NULL,
    due_at timestamptz NOT NULL,
    state integer NOT NULL CHECK (state BETWEEN 1 AND 7),
    -- The channel's own; null until it has said.
    task_id text,
    created_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    leased_until timestamptz NOT NULL,
    tries integer NOT NULL CHECK (tries >= 0),
    UNIQUE (channel, kind, person_id, period_id, step)
);
CREATE INDEX channel_errand_waiting ON channel_errand (channel, next_at) WHERE state IN (1, 2, 5, 6);
CREATE INDEX channel_errand_there ON channel_errand (channel) WHERE state IN (1, 3);

-- The units whose reports it is about.
CREATE TABLE channel_errand_unit (
    errand_id uuid NOT NULL REFERENCES channel_errand (id),
    unit_id uuid NOT NULL REFERENCES unit (id),
    PRIMARY KEY (errand_id, unit_id)
);
