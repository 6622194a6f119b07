-- What a coordinator has decided about the problem that a report tells of. One mark at a time; the audit has those before it.
CREATE TABLE problem_mark (
    -- The report's.
    obligation_id uuid PRIMARY KEY REFERENCES obligation (id),
    state integer NOT NULL CHECK (state IN (1, 2)),
    marked_by uuid NOT NULL REFERENCES person (id),
    marked_at timestamptz NOT NULL
);

-- What one person did, the latest first.
CREATE INDEX audit_by_person ON audit (person_id, at, id);
