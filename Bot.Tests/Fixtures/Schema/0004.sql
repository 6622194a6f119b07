-- What a program of version 4 wrote into the tables and columns that are new in it. Never changed: such databases exist.

INSERT INTO letter (id, author_id, body, written_at) VALUES
    ('01700000-0000-7000-8000-000000001601', '01700000-0000-7000-8000-000000000504', '{"kind":"ruling","Ruling":1,"UnitName":"市教委","Period":"2020Q1","Tasks":[{"Ordinal":1,"Name":"智慧校园","DueOn":"2020-04-08"}],"Reason":"等数据","IsUndone":false}', '2020-04-03T02:00:00.0000000Z');
INSERT INTO reminder (id, message_id, person_id, plan_id, period, step, round, kind, letter_id, due_at, state, attempts, next_attempt_at, leased_until, sent_at, channel, outcome) VALUES
    ('01700000-0000-7000-8000-000000001701', '01700000-0000-7000-8000-000000001801', '01700000-0000-7000-8000-000000000501', '01700000-0000-7000-8000-000000000101', '2020Q1', 'letter:01700000000070008000000000001601', 0, 6, '01700000-0000-7000-8000-000000001601', '2020-04-03T02:00:00.0000000Z', 6, 0, '2020-04-03T02:00:00.0000000Z', NULL, NULL, NULL, 'undone');

INSERT INTO request (id, number, kind, state, person_id, channel, user_id, plan_id, unit_id, body, made_at, decided_by, decided_at) VALUES
    ('01700000-0000-7000-8000-000000001901', 1, 1, 2, '01700000-0000-7000-8000-000000000501', 'directline', NULL, '01700000-0000-7000-8000-000000000101', '01700000-0000-7000-8000-000000000301', '{"ObligationIds":["01700000-0000-7000-8000-000000000705"],"Until":"2020-07-10","Text":"等数据"}', '2020-07-02T03:00:00.0000000Z', '01700000-0000-7000-8000-000000000504', '2020-07-02T04:00:00.0000000Z'),
    ('01700000-0000-7000-8000-000000001902', 2, 4, 1, NULL, 'msteams', '29:9z', NULL, '01700000-0000-7000-8000-000000000302', '{}', '2020-07-03T03:00:00.0000000Z', NULL, NULL);

INSERT INTO snooze (person_id, until, made_at) VALUES ('01700000-0000-7000-8000-000000000502', '2020-07-10T01:00:00.0000000Z', '2020-07-09T08:00:00.0000000Z');
