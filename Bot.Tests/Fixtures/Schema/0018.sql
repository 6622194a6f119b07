-- What a program of version 18 wrote into the tables that are new in it. Never changed: such databases exist.

INSERT INTO channel_errand (id, channel, kind, person_id, period_id, step, user_id, words, due_at, state, task_id, created_at, next_at, leased_until, tries) VALUES
    ('01700000-0000-7000-8000-000000004101', 'dingtalk', 1, '01700000-0000-7000-8000-000000000501', '01700000-0000-7000-8000-000000000602', '', 'staff1', '报送进展', '2020-07-03T16:00:00.0000000Z', 6, 'task1', '2020-06-30T01:00:00.0000000Z', '2020-07-09T02:00:00.0000000Z', '2020-06-30T01:00:00.0000000Z', 0),
    ('01700000-0000-7000-8000-000000004102', 'dingtalk', 2, '01700000-0000-7000-8000-000000000501', '01700000-0000-7000-8000-000000000602', 'due+3', 'staff1', '请尽快报送', '2020-07-03T16:00:00.0000000Z', 4, NULL, '2020-07-08T01:00:00.0000000Z', '2020-07-08T01:00:00.0000000Z', '2020-07-08T01:00:00.0000000Z', 1);
INSERT INTO channel_errand_unit (errand_id, unit_id) VALUES ('01700000-0000-7000-8000-000000004101', '01700000-0000-7000-8000-000000000302');
