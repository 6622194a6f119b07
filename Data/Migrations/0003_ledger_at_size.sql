-- Indexes for a full ledger: what is asked again and again must not read what is long done.

-- What is open, by period: whose units it is, in which rounds and when it is due stand in the index itself.
DROP INDEX obligation_open;
CREATE INDEX obligation_open ON obligation (period_id, unit_id, round, due_on, due_at) WHERE state IN (1, 2, 6);

-- Messages that somebody is sending. They are few; every start and every look ahead asks for them.
CREATE INDEX reminder_leased ON reminder (leased_until) WHERE state = 2;
