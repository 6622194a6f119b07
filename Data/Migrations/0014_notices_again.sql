-- Notices come again: a corrected one changes a plan, next year's follows it, and the same name in another place is another unit.

-- 县财政局 of 云河县 and of 青山县 are two units: what no two units share is the full name, 云河县财政局. Where the place is not known it is the name itself.
ALTER TABLE unit RENAME COLUMN name TO full_name;
ALTER TABLE unit ADD COLUMN name text NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN place text NOT NULL DEFAULT '';
UPDATE unit SET name = full_name;
CREATE INDEX unit_name ON unit (name);

-- One unit in each place may be called 财政局, so the unit's place joins the key; SQLite changes no key in place.
CREATE TABLE placed_alias (
    alias text NOT NULL CHECK (length(trim(alias)) > 0),
    unit_id uuid NOT NULL REFERENCES unit (id),
    place text NOT NULL DEFAULT '',
    -- Who said that it is this unit's, and when; null where nobody was asked yet.
    confirmed_by uuid REFERENCES person (id),
    confirmed_at timestamptz,
    PRIMARY KEY (alias, place)
);
INSERT INTO placed_alias (alias, unit_id) SELECT alias, unit_id FROM unit_alias;
DROP TABLE unit_alias;
ALTER TABLE placed_alias RENAME TO unit_alias;
CREATE INDEX unit_alias_of_unit ON unit_alias (unit_id);

-- Tasks and shares that a corrected notice brought or left out; reports on them stay. Null: there from the beginning, there still.
ALTER TABLE plan_task ADD COLUMN added_at timestamptz;
ALTER TABLE plan_task ADD COLUMN dropped_at timestamptz;
ALTER TABLE assignment ADD COLUMN added_at timestamptz;
ALTER TABLE assignment ADD COLUMN dropped_at timestamptz;

-- Which task of the plan above a task carries out, as a person has confirmed.
CREATE TABLE task_link (
    child_task_id uuid PRIMARY KEY REFERENCES plan_task (id),
    parent_task_id uuid NOT NULL REFERENCES plan_task (id),
    confirmed_by uuid REFERENCES person (id),
    confirmed_at timestamptz NOT NULL
);
CREATE INDEX task_link_of_parent ON task_link (parent_task_id);
