INSERT INTO listed_account (channel, account, person_id) VALUES ('msteams', 'zhang@example.com', '01700000-0000-7000-8000-000000000501');
INSERT INTO invitation (code_hash, person_id, invited_by, created_at, expires_at, used_at) VALUES
    ('c0de', '01700000-0000-7000-8000-000000000502', '01700000-0000-7000-8000-000000000504', '2020-07-09T01:00:00.0000000Z', '2020-07-16T01:00:00.0000000Z', NULL);
INSERT INTO binding_attempts (channel, user_id, since, attempts) VALUES ('directline', 'stranger', '2020-07-09T01:00:00.0000000Z', 3);
