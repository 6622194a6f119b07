-- A plan's own reminder ladder. A plan without a row keeps the one of the settings.
CREATE TABLE plan_ladder (
    plan_id uuid PRIMARY KEY REFERENCES plan (id),
    -- JSON list of steps; null for those of the settings.
    steps text,
    -- Escalations wait for a coordinator's word; null as the settings have it.
    confirms_escalation boolean,
    changed_by uuid NOT NULL REFERENCES person (id),
    changed_at timestamptz NOT NULL
);

-- What a coordinator has ordered for one step of one period: 1 hold, 2 send now, 3 leave out, 4 escalate; 5 says that the coordinators were asked whether to escalate.
CREATE TABLE step_order (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plan (id),
    period text NOT NULL,
    -- As in reminder.step.
    step text NOT NULL,
    kind integer NOT NULL CHECK (kind BETWEEN 1 AND 5),
    -- Null where PlanBot itself did.
    ordered_by uuid REFERENCES person (id),
    ordered_at timestamptz NOT NULL,
    ended_at timestamptz
);

-- One order of a kind is in force at a time, whoever gives it and how often.
CREATE UNIQUE INDEX step_order_in_force ON step_order (plan_id, period, step, kind) WHERE ended_at IS NULL;
CREATE INDEX step_order_of_plan ON step_order (plan_id);

-- When somebody is away, and who stands in for them: the deputy gets what they would get, and reports for their units.
CREATE TABLE absence (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person (id),
    -- Days of the office, both inclusive; until_on null until they are back.
    from_on date NOT NULL,
    until_on date,
    -- Null where the backup stands in.
    deputy_id uuid REFERENCES person (id),
    made_by uuid NOT NULL REFERENCES person (id),
    made_at timestamptz NOT NULL,
    ended_at timestamptz,
    CHECK (until_on IS NULL OR until_on >= from_on),
    CHECK (deputy_id IS NULL OR deputy_id <> person_id)
);
CREATE INDEX absence_of_person ON absence (person_id, from_on);
CREATE INDEX absence_of_deputy ON absence (deputy_id, from_on) WHERE deputy_id IS NOT NULL;

-- 收到: that somebody has taken note of a message. It counts in no figure.
CREATE TABLE acknowledgement (
    person_id uuid NOT NULL REFERENCES person (id),
    message_id uuid NOT NULL,
    acknowledged_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, message_id)
);

-- What a report cost whoever filed it.
CREATE TABLE report_effort (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person (id),
    unit_id uuid NOT NULL REFERENCES unit (id),
    plan_id uuid NOT NULL REFERENCES plan (id),
    period text NOT NULL,
    -- From the first word of the report to its filing.
    started_at timestamptz NOT NULL,
    filed_at timestamptz NOT NULL,
    -- Questions put on the way, and those that were put a second time.
    questions integer NOT NULL CHECK (questions >= 0),
    repeated integer NOT NULL CHECK (repeated >= 0)
);
CREATE INDEX report_effort_of_period ON report_effort (plan_id, period, unit_id);
