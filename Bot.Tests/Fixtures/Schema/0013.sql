-- What a program of version 13 wrote into the tables that are new in it. Never changed: such databases exist.

INSERT INTO plan_ladder (plan_id, steps, confirms_escalation, changed_by, changed_at) VALUES
    ('01700000-0000-7000-8000-000000000101', '[{"key":"due","anchor":"Due","workingDays":0,"time":"09:00:00","kind":"Step"}]', TRUE, '01700000-0000-7000-8000-000000000504', '2020-07-03T01:00:00.0000000Z');

INSERT INTO step_order (id, plan_id, period, step, kind, ordered_by, ordered_at, ended_at) VALUES
    ('01700000-0000-7000-8000-000000003101', '01700000-0000-7000-8000-000000000101', '2020Q3', 'due', 1, '01700000-0000-7000-8000-000000000504', '2020-07-03T02:00:00.0000000Z', '2020-07-03T03:00:00.0000000Z'),
    ('01700000-0000-7000-8000-000000003102', '01700000-0000-7000-8000-000000000101', '2020Q3', 'due+3', 5, NULL, '2020-07-03T02:00:00.0000000Z', NULL);

INSERT INTO absence (id, person_id, from_on, until_on, deputy_id, made_by, made_at, ended_at) VALUES
    ('01700000-0000-7000-8000-000000003201', '01700000-0000-7000-8000-000000000501', '2020-07-13', '2020-07-17', '01700000-0000-7000-8000-000000000502', '01700000-0000-7000-8000-000000000504', '2020-07-03T02:00:00.0000000Z', NULL);

INSERT INTO acknowledgement (person_id, message_id, acknowledged_at) VALUES
    ('01700000-0000-7000-8000-000000000501', '01700000-0000-7000-8000-000000002901', '2020-07-03T02:00:00.0000000Z');

INSERT INTO report_effort (id, person_id, unit_id, plan_id, period, started_at, filed_at, questions, repeated) VALUES
    ('01700000-0000-7000-8000-000000003301', '01700000-0000-7000-8000-000000000501', '01700000-0000-7000-8000-000000000301', '01700000-0000-7000-8000-000000000101', '2020Q2', '2020-07-02T02:00:00.0000000Z', '2020-07-02T02:06:00.0000000Z', 4, 1);
