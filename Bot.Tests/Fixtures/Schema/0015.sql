-- What a program of version 15 wrote into the tables that are new in it. Never changed: such databases exist.

INSERT INTO inbox (channel, message_id, conversation_id, proof, said_at, received_at, body, leased_until, tries) VALUES
    ('dingtalk', 'msg1', 'cid1==', 'ab12', '2020-07-09T02:00:00.0000000Z', '2020-07-09T02:00:01.0000000Z', '{"msgtype":"text"}', '2020-07-09T02:02:00.0000000Z', 1),
    ('dingtalk', 'msg2', 'cid1==', NULL, '2020-07-09T02:00:00.0000000Z', '2020-07-09T02:00:01.0000000Z', NULL, '2020-07-09T02:02:00.0000000Z', 1);
INSERT INTO channel_token (channel, account, token, expires_at, fetching_until) VALUES ('dingtalk', 'dingabc', 'sealed', '2020-07-09T04:00:00.0000000Z', NULL);
INSERT INTO channel_usage (channel, month, kind, used) VALUES ('dingtalk', '2020-07-01', 1, 42);
INSERT INTO said_on_day (channel, user_id, day, hash, times) VALUES ('dingtalk', 'staff1', '2020-07-09', 'cd34', 2);
INSERT INTO channel_card (channel, card_id, user_id, conversation_id, buttons, shown_at) VALUES ('dingtalk', 'card1', 'staff1', 'cid1==', '[]', '2020-07-09T02:00:00.0000000Z');
