INSERT INTO kept_text (id, person_id, saved_at, document) VALUES
    ('01700000-0000-7000-8000-000000002101', '01700000-0000-7000-8000-000000000502', '2020-07-02T02:00:00.0000000Z', '{"said":"完成两期"}');

INSERT INTO evidence (id, obligation_id, version, author_id, name, content_type, size, sha256, added_at) VALUES
    ('01700000-0000-7000-8000-000000002201', '01700000-0000-7000-8000-000000000701', 2, '01700000-0000-7000-8000-000000000501', '会议纪要.pdf', 'application/pdf', 1234,
     '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', '2020-04-02T02:00:00.0000000Z');

INSERT INTO file_offer (token_hash, user_id, name, content_type, content, expires_at) VALUES ('9f1c', 'unit-1', '填报表.docx', 'application/octet-stream', 'AQI=', '2020-07-09T02:00:00.0000000Z');
