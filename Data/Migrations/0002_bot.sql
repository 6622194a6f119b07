-- What the conversation needs beside the ledger.

-- Dialog and user state of the bot SDK, by its own keys.
CREATE TABLE bot_state (
    key text PRIMARY KEY CHECK (length(key) > 0),
    document text NOT NULL,
    etag text NOT NULL
);

-- Direct Line: one lasting conversation for each browser identity, and all that was said in it.
CREATE TABLE chat_conversation (
    id text PRIMARY KEY CHECK (length(id) > 0),
    user_id text NOT NULL UNIQUE CHECK (length(user_id) > 0),
    greeted boolean NOT NULL,
    last_sequence bigint NOT NULL CHECK (last_sequence >= 0)
);

CREATE TABLE chat_activity (
    conversation_id text NOT NULL REFERENCES chat_conversation (id),
    sequence bigint NOT NULL CHECK (sequence > 0),
    -- The activity's own id: what is delivered twice is written once.
    activity_id text NOT NULL CHECK (length(activity_id) > 0),
    activity text NOT NULL,
    PRIMARY KEY (conversation_id, sequence),
    UNIQUE (conversation_id, activity_id)
);

-- Personal links into the browser: only a hash is kept, each works once.
CREATE TABLE sign_in_link (
    token_hash text PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person (id),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);

-- ASP.NET data protection keys, so that tokens outlive a restart and are good on every node.
CREATE TABLE protection_key (
    name text PRIMARY KEY CHECK (length(name) > 0),
    xml text NOT NULL
);

-- Last instant that the demo clock has shown.
CREATE TABLE demo_clock (
    id integer PRIMARY KEY CHECK (id = 1),
    now timestamptz NOT NULL
);
