-- People as offices list them, from when until when they are contacts, and how strangers become known.

ALTER TABLE person ADD COLUMN duty text;
-- Digits only, or + and digits: one number is one person.
ALTER TABLE person ADD COLUMN mobile text;
CREATE UNIQUE INDEX person_mobile ON person (mobile) WHERE mobile IS NOT NULL;

-- A place in a unit begins and ends: until_on is the first day without it. A backup who becomes the contact has a row for each,
-- so the kind joins the key; SQLite changes no key in place.
CREATE TABLE dated_contact (
    person_id uuid NOT NULL REFERENCES person (id),
    unit_id uuid NOT NULL REFERENCES unit (id),
    kind integer NOT NULL CHECK (kind BETWEEN 1 AND 3),
    from_on date,
    until_on date,
    PRIMARY KEY (person_id, unit_id, kind),
    CHECK (until_on >= from_on)
);
INSERT INTO dated_contact (person_id, unit_id, kind) SELECT person_id, unit_id, kind FROM contact;
DROP TABLE contact;
ALTER TABLE dated_contact RENAME TO contact;
CREATE INDEX contact_of_unit ON contact (unit_id, kind);

-- Accounts that the office has listed for a person: whoever writes with one is bound at the first word.
CREATE TABLE listed_account (
    channel text NOT NULL CHECK (length(channel) > 0),
    account text NOT NULL CHECK (length(account) > 0),
    person_id uuid NOT NULL REFERENCES person (id),
    PRIMARY KEY (channel, account)
);
CREATE INDEX listed_account_of_person ON listed_account (person_id);

-- Codes that a coordinator hands out: only a hash is kept, each works once.
CREATE TABLE invitation (
    code_hash text PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person (id),
    invited_by uuid REFERENCES person (id),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX invitation_of_person ON invitation (person_id) WHERE used_at IS NULL;

-- How often an unknown user has tried to become known since an instant; guessing is slowed down by it.
CREATE TABLE binding_attempts (
    channel text NOT NULL CHECK (length(channel) > 0),
    user_id text NOT NULL CHECK (length(user_id) > 0),
    since timestamptz NOT NULL,
    attempts integer NOT NULL CHECK (attempts > 0),
    PRIMARY KEY (channel, user_id)
);
