-- What a program of version 17 wrote into the tables that are new in it. Never changed: such databases exist.

INSERT INTO person (id, name) VALUES ('01700000-0000-7000-8000-000000000510', '督查系统');
INSERT INTO api_token (id, person_id, secret_hash, scopes, made_at, made_by, expires_at, revoked_at, last_used_at) VALUES
    ('01700000-0000-7000-8000-000000005001', '01700000-0000-7000-8000-000000000510', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 5, '2020-07-09T02:00:00.0000000Z',
     '01700000-0000-7000-8000-000000000504', '2021-07-09T02:00:00.0000000Z', NULL, '2020-07-10T02:00:00.0000000Z');
INSERT INTO api_token_plan (token_id, plan_id) VALUES ('01700000-0000-7000-8000-000000005001', '01700000-0000-7000-8000-000000000101');
INSERT INTO api_token_unit (token_id, unit_id) VALUES ('01700000-0000-7000-8000-000000005001', '01700000-0000-7000-8000-000000000301');
INSERT INTO api_request (token_id, key, fingerprint, begun_at, status, etag, answer) VALUES
    ('01700000-0000-7000-8000-000000005001', 'order-1', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2020-07-10T02:00:00.0000000Z', 201, '"4.1.0.20200703"', '{}');
INSERT INTO webhook (id, url, secret, events, plan_id, made_at, removed_at, overdue_until) VALUES
    ('01700000-0000-7000-8000-000000005101', 'https://oa.example.gov.cn/planbot', 'whsec_AAECAwQFBgcICQoLDA0ODw==', 9, '01700000-0000-7000-8000-000000000101', '2020-07-09T02:00:00.0000000Z', NULL, '2020-07-09T02:00:00.0000000Z');
INSERT INTO webhook_message (id, webhook_id, event, body, made_at, state, tries, next_attempt_at, leased_until, lease_id, ended_at, trouble) VALUES
    ('01700000-0000-7000-8000-000000005201', '01700000-0000-7000-8000-000000005101', 1, '{"type":"report.submitted"}', '2020-07-09T03:00:00.0000000Z', 1, 2, '2020-07-09T03:10:00.0000000Z', NULL, NULL, NULL, '503');
