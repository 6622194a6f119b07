-- The ledger. One text for both databases: types such as uuid and timestamptz are PostgreSQL's; SQLite keeps what it is given,
-- and the type handlers give it text whose order is the order of the values.

CREATE TABLE plan (
    id uuid PRIMARY KEY,
    parent_id uuid REFERENCES plan (id),
    title text NOT NULL CHECK (length(trim(title)) > 0),
    issuer text,
    document_number text,
    issued_on text,
    starts_on text,
    ends_on text,
    time_zone text NOT NULL CHECK (length(time_zone) > 0),
    frequency integer NOT NULL CHECK (frequency BETWEEN 1 AND 7),
    due_rule text NOT NULL,
    first_period text NOT NULL,
    last_period text,
    rule_evidence text,
    recipient text,
    lead_only boolean NOT NULL,
    contact_office text,
    contact_person text,
    contact_phone text,
    contact_fax text,
    contact_email text,
    source_name text NOT NULL,
    source_hash text NOT NULL UNIQUE,
    imported_at timestamptz NOT NULL
);

CREATE TABLE report_section (
    plan_id uuid NOT NULL REFERENCES plan (id),
    ordinal integer NOT NULL CHECK (ordinal > 0),
    name text NOT NULL CHECK (length(trim(name)) > 0),
    kind integer NOT NULL CHECK (kind BETWEEN 0 AND 4),
    PRIMARY KEY (plan_id, ordinal),
    UNIQUE (plan_id, name)
);

CREATE TABLE unit (
    id uuid PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    kind integer NOT NULL CHECK (kind IN (1, 2))
);

CREATE TABLE unit_alias (
    alias text PRIMARY KEY CHECK (length(trim(alias)) > 0),
    unit_id uuid NOT NULL REFERENCES unit (id)
);
CREATE INDEX unit_alias_of_unit ON unit_alias (unit_id);

CREATE TABLE plan_task (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plan (id),
    ordinal integer NOT NULL CHECK (ordinal > 0),
    number text,
    title text,
    text text NOT NULL CHECK (length(trim(text)) > 0),
    line integer NOT NULL CHECK (line > 0),
    deadline_raw text,
    deadline_date text,
    deadline_precision text CHECK (deadline_precision IN ('year', 'month', 'day', 'minute')),
    UNIQUE (plan_id, ordinal)
);

CREATE TABLE milestone (
    task_id uuid NOT NULL REFERENCES plan_task (id),
    ordinal integer NOT NULL CHECK (ordinal > 0),
    raw text NOT NULL CHECK (length(trim(raw)) > 0),
    date text,
    precision text CHECK (precision IN ('year', 'month', 'day', 'minute')),
    PRIMARY KEY (task_id, ordinal)
);

CREATE TABLE assignment (
    id uuid PRIMARY KEY,
    task_id uuid NOT NULL REFERENCES plan_task (id),
    unit_id uuid NOT NULL REFERENCES unit (id),
    ordinal integer NOT NULL CHECK (ordinal > 0),
    role integer NOT NULL CHECK (role BETWEEN 1 AND 3),
    raw text NOT NULL CHECK (length(trim(raw)) > 0),
    UNIQUE (task_id, unit_id)
);
CREATE INDEX assignment_of_unit ON assignment (unit_id);

CREATE TABLE person (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (length(trim(name)) > 0),
    phone text,
    email text,
    language text CHECK (language IN ('zh', 'en'))
);

CREATE TABLE person_role (
    person_id uuid NOT NULL REFERENCES person (id),
    role integer NOT NULL CHECK (role IN (1, 2)),
    PRIMARY KEY (person_id, role)
);

CREATE TABLE contact (
    person_id uuid NOT NULL REFERENCES person (id),
    unit_id uuid NOT NULL REFERENCES unit (id),
    kind integer NOT NULL CHECK (kind BETWEEN 1 AND 3),
    PRIMARY KEY (person_id, unit_id)
);
CREATE INDEX contact_of_unit ON contact (unit_id, kind);

CREATE TABLE channel_identity (
    channel text NOT NULL CHECK (length(channel) > 0),
    user_id text NOT NULL CHECK (length(user_id) > 0),
    person_id uuid NOT NULL REFERENCES person (id),
    conversation_reference text,
    PRIMARY KEY (channel, user_id)
);
CREATE INDEX channel_identity_of_person ON channel_identity (person_id);

CREATE TABLE reporting_period (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plan (id),
    period text NOT NULL CHECK (length(period) >= 4),
    due_on date NOT NULL,
    due_at timestamptz NOT NULL,
    is_provisional boolean NOT NULL,
    collection_from timestamptz NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    UNIQUE (plan_id, period)
);

-- Written when its period opens, and frozen then: later units and tasks owe later periods.
CREATE TABLE obligation (
    id uuid PRIMARY KEY,
    period_id uuid NOT NULL REFERENCES reporting_period (id),
    assignment_id uuid NOT NULL REFERENCES assignment (id),
    task_id uuid NOT NULL REFERENCES plan_task (id),
    unit_id uuid NOT NULL REFERENCES unit (id),
    state integer NOT NULL CHECK (state BETWEEN 1 AND 7),
    due_on date NOT NULL,
    due_at timestamptz NOT NULL,
    round integer NOT NULL CHECK (round >= 0),
    version integer NOT NULL CHECK (version >= 0),
    submitted_at timestamptz,
    UNIQUE (period_id, assignment_id),
    CHECK (state NOT IN (3, 4, 5) OR (version > 0 AND submitted_at IS NOT NULL)),
    CHECK (state <> 6 OR version > 0)
);
CREATE INDEX obligation_of_unit ON obligation (unit_id, period_id);
-- The overdue question: nothing submitted, nothing waived, due passed.
CREATE INDEX obligation_open ON obligation (period_id, due_at) WHERE state IN (1, 2, 6);

CREATE TABLE progress_entry (
    id uuid PRIMARY KEY,
    obligation_id uuid NOT NULL REFERENCES obligation (id),
    version integer NOT NULL CHECK (version > 0),
    author_id uuid NOT NULL REFERENCES person (id),
    channel text NOT NULL CHECK (length(channel) > 0),
    submitted_at timestamptz NOT NULL,
    UNIQUE (obligation_id, version)
);

CREATE TABLE progress_entry_section (
    entry_id uuid NOT NULL REFERENCES progress_entry (id),
    ordinal integer NOT NULL CHECK (ordinal > 0),
    text text NOT NULL CHECK (length(trim(text)) > 0),
    PRIMARY KEY (entry_id, ordinal)
);

CREATE TABLE report_draft (
    obligation_id uuid PRIMARY KEY REFERENCES obligation (id),
    author_id uuid NOT NULL REFERENCES person (id),
    saved_at timestamptz NOT NULL
);

CREATE TABLE report_draft_section (
    obligation_id uuid NOT NULL REFERENCES report_draft (obligation_id) ON DELETE CASCADE,
    ordinal integer NOT NULL CHECK (ordinal > 0),
    text text NOT NULL CHECK (length(trim(text)) > 0),
    PRIMARY KEY (obligation_id, ordinal)
);

CREATE TABLE extension (
    id uuid PRIMARY KEY,
    obligation_id uuid NOT NULL REFERENCES obligation (id),
    old_due_on date NOT NULL,
    new_due_on date NOT NULL,
    granted_by uuid NOT NULL REFERENCES person (id),
    reason text NOT NULL CHECK (length(trim(reason)) > 0),
    granted_at timestamptz NOT NULL
);
CREATE INDEX extension_of_obligation ON extension (obligation_id);

-- The outbox. The unique key is what makes queueing safe to repeat.
CREATE TABLE reminder (
    id uuid PRIMARY KEY,
    message_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person (id),
    plan_id uuid NOT NULL REFERENCES plan (id),
    period text NOT NULL CHECK (length(period) >= 4),
    step text NOT NULL CHECK (length(step) > 0),
    round integer NOT NULL CHECK (round >= 0),
    kind integer NOT NULL CHECK (kind BETWEEN 1 AND 5),
    due_at timestamptz NOT NULL,
    state integer NOT NULL CHECK (state BETWEEN 1 AND 5),
    attempts integer NOT NULL CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL,
    leased_until timestamptz,
    sent_at timestamptz,
    channel text,
    outcome text,
    UNIQUE (person_id, plan_id, period, step, round),
    CHECK (state <> 2 OR leased_until IS NOT NULL),
    CHECK (state <> 3 OR sent_at IS NOT NULL),
    CHECK (state NOT IN (4, 5) OR outcome IS NOT NULL)
);
CREATE INDEX reminder_waiting ON reminder (next_attempt_at) WHERE state IN (1, 2);
CREATE INDEX reminder_of_message ON reminder (message_id);
CREATE INDEX reminder_of_period ON reminder (plan_id, period);

CREATE TABLE audit (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    person_id uuid REFERENCES person (id),
    channel text NOT NULL,
    action text NOT NULL CHECK (length(action) > 0),
    subject text NOT NULL CHECK (length(subject) > 0),
    subject_id uuid NOT NULL,
    before text,
    after text
);
CREATE INDEX audit_of_subject ON audit (subject_id, at);

-- Years loaded later than the program's own list; a year here replaces the built-in one.
CREATE TABLE holiday_year (
    year integer PRIMARY KEY CHECK (year BETWEEN 1949 AND 9998),
    documents text NOT NULL
);

CREATE TABLE holiday (
    day date NOT NULL,
    year integer NOT NULL REFERENCES holiday_year (year),
    is_worked boolean NOT NULL,
    name text NOT NULL CHECK (length(trim(name)) > 0),
    PRIMARY KEY (day, year)
);
