-- What the coordinator's tools need.

-- The audit trail is read from its end.
CREATE INDEX audit_by_time ON audit (at, id);

-- Reminders that a coordinator has paused, for a whole plan or for one unit. A pause that is over stays: it says why steps were skipped.
CREATE TABLE reminder_pause (
    id uuid PRIMARY KEY,
    plan_id uuid NOT NULL REFERENCES plan (id),
    unit_id uuid REFERENCES unit (id),
    paused_by uuid NOT NULL REFERENCES person (id),
    paused_at timestamptz NOT NULL,
    until timestamptz,
    resumed_at timestamptz,
    resumed_by uuid REFERENCES person (id),
    CHECK (until IS NULL OR until > paused_at),
    CHECK ((resumed_at IS NULL) = (resumed_by IS NULL))
);
CREATE INDEX reminder_pause_of_plan ON reminder_pause (plan_id, resumed_at);
