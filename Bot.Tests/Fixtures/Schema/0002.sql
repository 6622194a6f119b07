-- What a database of version 2 may hold beyond 0001.sql.

INSERT INTO bot_state (key, document, etag) VALUES
    ('directline/conversations/c1', '{"$type":"map","DialogState":{"$type":"dialogState","dialogStack":[{"id":"report","state":{"stepIndex":2,"values":{"$type":"map"},"typed":"2020-03-31T09:00:00Z"}}]}}', '5b1f'), ('directline/users/unit-1', '{"$type":"map"}', '5b20');

INSERT INTO chat_conversation (id, user_id, greeted, last_sequence) VALUES ('c1', 'unit-1', true, 2), ('c2', 'stranger', false, 0);
INSERT INTO chat_activity (conversation_id, sequence, activity_id, activity) VALUES
    ('c1', 1, 'c1|1', '{"type":"message","text":"您好"}'), ('c1', 2, 'c1|2', '{"type":"message","text":"it''s done"}');

INSERT INTO sign_in_link (token_hash, person_id, expires_at, used_at) VALUES
    ('3c9a', '01700000-0000-7000-8000-000000000504', '2020-03-13T02:00:00.0000000Z', '2020-03-12T03:00:00.0000000Z'), ('77d0', '01700000-0000-7000-8000-000000000505', '2020-03-13T02:00:00.0000000Z', NULL);

INSERT INTO protection_key (name, xml) VALUES ('key-1', '<key id="1" />');

INSERT INTO demo_clock (id, now) VALUES (1, '2020-07-08T01:00:03.0000000Z');
