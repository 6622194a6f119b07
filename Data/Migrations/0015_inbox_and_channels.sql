-- Channels that are answered apart from their call: what was said waits here until its turn is over, and is then remembered by its id alone, so that it has one effect however often it comes.
CREATE TABLE inbox (
    channel text NOT NULL CHECK (length(channel) > 0),
    message_id text NOT NULL CHECK (length(message_id) > 0),
    conversation_id text NOT NULL CHECK (length(conversation_id) > 0),
    -- Hash of the proof that it came with, which is good for one message; null where the way it came is proof enough.
    proof text UNIQUE,
    said_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    -- Null once it is dealt with.
    body text,
    -- The node that has it in hand may keep it so long.
    leased_until timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    PRIMARY KEY (channel, message_id)
);
CREATE INDEX inbox_waiting ON inbox (channel, leased_until) WHERE body IS NOT NULL;
CREATE INDEX inbox_received ON inbox (received_at);

-- A channel's access token, sealed; one node at a time fetches the next.
CREATE TABLE channel_token (
    channel text NOT NULL,
    account text NOT NULL,
    token text NOT NULL,
    expires_at timestamptz NOT NULL,
    fetching_until timestamptz,
    PRIMARY KEY (channel, account)
);

-- What was used of a channel's monthly quota.
CREATE TABLE channel_usage (
    channel text NOT NULL,
    -- First day of the month.
    month date NOT NULL,
    kind integer NOT NULL,
    used bigint NOT NULL CHECK (used >= 0),
    PRIMARY KEY (channel, month, kind)
);

-- What a person was told on a day, by its hash, where a channel drops what it has had before.
CREATE TABLE said_on_day (
    channel text NOT NULL,
    user_id text NOT NULL,
    day date NOT NULL,
    hash text NOT NULL,
    times integer NOT NULL CHECK (times > 0),
    PRIMARY KEY (channel, user_id, day, hash)
);

-- Cards whose buttons come back to us, and what each button says.
CREATE TABLE channel_card (
    channel text NOT NULL,
    card_id text NOT NULL,
    user_id text NOT NULL,
    conversation_id text NOT NULL,
    buttons text NOT NULL,
    shown_at timestamptz NOT NULL,
    PRIMARY KEY (channel, card_id)
);
CREATE INDEX channel_card_shown ON channel_card (shown_at);
