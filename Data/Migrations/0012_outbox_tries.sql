-- What a lease and a failed try leave behind.

-- Whose lease it is: who comes back late finds that it is somebody else's by now.
ALTER TABLE reminder ADD COLUMN lease_id uuid;
-- Times it was handed to a channel; attempts counts how often it was taken up, put off or not.
ALTER TABLE reminder ADD COLUMN tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0);
-- Why the last try failed.
ALTER TABLE reminder ADD COLUMN trouble text;

-- What somebody got today, however many reminders they have had in earlier years.
CREATE INDEX reminder_sent_to ON reminder (person_id, sent_at) WHERE sent_at IS NOT NULL;
