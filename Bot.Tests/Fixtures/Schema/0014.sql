-- What a program of version 14 wrote into the tables and columns that are new in it. Never changed: such databases exist.

UPDATE unit_alias SET confirmed_by = '01700000-0000-7000-8000-000000000504', confirmed_at = '2020-07-03T02:00:00.0000000Z' WHERE alias = '教委';
INSERT INTO plan_task (id, plan_id, ordinal, text, line, added_at, dropped_at) VALUES
    ('01700000-0000-7000-8000-000000003201', '01700000-0000-7000-8000-000000000102', 90, '推进区级“互联网+医疗健康”。', 12, '2020-07-01T02:00:00.0000000Z', '2020-07-05T02:00:00.0000000Z');
INSERT INTO assignment (id, task_id, unit_id, ordinal, role, raw, added_at, dropped_at) VALUES
    ('01700000-0000-7000-8000-000000003202', '01700000-0000-7000-8000-000000003201', '01700000-0000-7000-8000-000000000301', 1, 1, '教委', '2020-07-01T02:00:00.0000000Z', '2020-07-05T02:00:00.0000000Z');
INSERT INTO task_link (child_task_id, parent_task_id, confirmed_by, confirmed_at) VALUES
    ('01700000-0000-7000-8000-000000003201', '01700000-0000-7000-8000-000000000202', '01700000-0000-7000-8000-000000000504', '2020-07-02T02:00:00.0000000Z');
