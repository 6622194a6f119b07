-- What version 2 added: the conversation.

INSERT INTO bot_state (key, document, etag) VALUES ('directline/conversations/c1', '{"DialogState":{"$type":"dialog-state"}}', 'e1');
INSERT INTO chat_conversation (id, user_id, greeted, last_sequence) VALUES ('c1', 'unit-1', true, 2), ('c2', 'coordinator', false, 0);
INSERT INTO chat_activity (conversation_id, sequence, activity_id, activity) VALUES
    ('c1', 1, 'greeting', '{"type":"message","text":"您好"}'),
    ('c1', 2, '00000000000070008000000000000601', '{"type":"message","text":"请报送"}');
INSERT INTO sign_in_link (token_hash, person_id, expires_at, used_at) VALUES
    ('h1', '00000000-0000-7000-8000-0000000000E3', '2019-07-03T00:00:00.0000000Z', '2019-07-02T05:00:00.0000000Z'),
    ('h2', '00000000-0000-7000-8000-0000000000E3', '2019-07-04T00:00:00.0000000Z', NULL);
INSERT INTO protection_key (name, xml) VALUES ('key-1', '<key id="1"/>');
INSERT INTO demo_clock (id, now) VALUES (1, '2019-07-02T06:00:00.0000000Z');
