-- Indexes that answer alone, whatever the planner knows or believes about the rows.

-- SQLite looks at the condition of a partial index again, row by row, unless the index holds the column itself; without statistics it then took the narrower
-- index of the unique key, and with it all that was ever reported.
DROP INDEX obligation_open;
CREATE INDEX obligation_open ON obligation (period_id, unit_id, round, due_on, due_at, state) WHERE state IN (1, 2, 6);

-- PostgreSQL takes a period that its statistics do not know yet for empty, and then looks for one person's reminders among all of the period's. Now they stand by person.
DROP INDEX reminder_of_period;
CREATE INDEX reminder_of_period ON reminder (plan_id, period, person_id);
