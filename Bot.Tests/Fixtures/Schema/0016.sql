-- What a program of version 16 wrote into the tables that are new in it. Never changed: such databases exist.

INSERT INTO desk_session (secret_hash, person_id, started_at, expires_at) VALUES
    ('9f3c', '01700000-0000-7000-8000-000000000504', '2020-07-09T02:00:00.0000000Z', '2020-07-09T10:00:00.0000000Z');
INSERT INTO notice_draft (id, person_id, version, source_name, source_hash, document, saved_at) VALUES
    ('01700000-0000-7000-8000-000000004001', '01700000-0000-7000-8000-000000000504', 2, 'notice.docx', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '{"notice":null}', '2020-07-09T02:00:00.0000000Z');
