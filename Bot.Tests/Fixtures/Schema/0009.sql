INSERT INTO message_receipt (channel, user_id, activity_id, message_id, sent_at, seen_at) VALUES
    ('msteams', '29:old', '1585616400000', '01700000-0000-7000-8000-000000001301', '2020-03-31T01:00:00.0000000Z', '2020-03-31T01:12:00.0000000Z'),
    ('msteams', '29:old', '1585789200000', '01700000-0000-7000-8000-000000001302', '2020-04-02T01:00:00.0000000Z', NULL);
