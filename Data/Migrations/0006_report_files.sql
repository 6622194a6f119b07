-- What contacts have sent that is not yet a report's text, and the files that belong to one.

-- Texts whose task, unit or period is not chosen yet: kept until they are placed or thrown away, whatever becomes of the conversation.
CREATE TABLE kept_text (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person (id),
    saved_at timestamptz NOT NULL,
    document text NOT NULL
);
CREATE INDEX kept_text_person ON kept_text (person_id, saved_at);

-- Evidence (佐证材料). The file itself lies in the evidence folder under its sha256; version 0 goes with a report in the making.
CREATE TABLE evidence (
    id uuid PRIMARY KEY,
    obligation_id uuid NOT NULL REFERENCES obligation (id),
    version integer NOT NULL CHECK (version >= 0),
    author_id uuid NOT NULL REFERENCES person (id),
    name text NOT NULL CHECK (length(name) > 0),
    content_type text NOT NULL CHECK (length(content_type) > 0),
    size bigint NOT NULL CHECK (size > 0),
    sha256 text NOT NULL CHECK (length(sha256) = 64),
    added_at timestamptz NOT NULL
);
CREATE INDEX evidence_obligation ON evidence (obligation_id);

-- Files that were handed out in a chat, until their address expires. The content stands in base64: one text for both databases.
CREATE TABLE file_offer (
    token_hash text PRIMARY KEY CHECK (length(token_hash) > 0),
    user_id text NOT NULL CHECK (length(user_id) > 0),
    name text NOT NULL CHECK (length(name) > 0),
    content_type text NOT NULL CHECK (length(content_type) > 0),
    content text NOT NULL,
    expires_at timestamptz NOT NULL
);
