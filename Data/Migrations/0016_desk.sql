-- The dashboard: who is signed in, by the hash of what the browser keeps.
CREATE TABLE desk_session (
    secret_hash text PRIMARY KEY CHECK (length(secret_hash) > 0),
    person_id uuid NOT NULL REFERENCES person (id),
    started_at timestamptz NOT NULL,
    -- Real time: a session of the demo does not end because its clock is moved on.
    expires_at timestamptz NOT NULL
);
CREATE INDEX desk_session_expires ON desk_session (expires_at);

-- Notices that somebody looks at and mends on the dashboard before they are stored as a plan. The document is the notice as it stands, with its source lines.
CREATE TABLE notice_draft (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person (id),
    -- One more with each change: of two windows only one may save.
    version integer NOT NULL CHECK (version > 0),
    source_name text NOT NULL CHECK (length(source_name) > 0),
    source_hash text NOT NULL CHECK (length(source_hash) = 64),
    document text NOT NULL,
    saved_at timestamptz NOT NULL
);
CREATE INDEX notice_draft_of_person ON notice_draft (person_id, saved_at);
