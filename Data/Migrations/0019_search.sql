-- Words of two characters are looked for in all reports by the pairs of characters that stand in them.

-- The index knows a section by a number that stays: SQLite may give rows without one of their own other numbers when a file is compacted.
CREATE TABLE progress_entry_section_numbered (
    entry_id uuid NOT NULL REFERENCES progress_entry (id),
    ordinal integer NOT NULL CHECK (ordinal > 0),
    text text NOT NULL CHECK (length(trim(text)) > 0),
    id integer PRIMARY KEY,
    UNIQUE (entry_id, ordinal)
);
INSERT INTO progress_entry_section_numbered (entry_id, ordinal, text, id) SELECT entry_id, ordinal, text, rowid FROM progress_entry_section ORDER BY rowid;
DROP TABLE progress_entry_section;
ALTER TABLE progress_entry_section_numbered RENAME TO progress_entry_section;

-- Only which section holds which pair, no text and no places: what is found is looked at again in the section itself.
CREATE VIRTUAL TABLE report_search USING fts5(pairs, content = '', detail = none, columnsize = 0, tokenize = 'ascii');

-- The pairs of a text are a function of the program's own, made on each of its connections. It always answers the same, or what is deleted here would be other pairs than were written.
CREATE TRIGGER report_search_add AFTER INSERT ON progress_entry_section WHEN length(new.text) > 1
BEGIN
    INSERT INTO report_search (rowid, pairs) VALUES (new.id, text_pairs(new.text));
END;
CREATE TRIGGER report_search_delete AFTER DELETE ON progress_entry_section WHEN length(old.text) > 1
BEGIN
    INSERT INTO report_search (report_search, rowid, pairs) VALUES ('delete', old.id, text_pairs(old.text));
END;
-- One trigger for both: SQLite fires several in no order it promises, and the new pairs would be deleted as the old ones.
CREATE TRIGGER report_search_change AFTER UPDATE OF text, id ON progress_entry_section
BEGIN
    INSERT INTO report_search (report_search, rowid, pairs) SELECT 'delete', old.id, text_pairs(old.text) WHERE length(old.text) > 1;
    INSERT INTO report_search (rowid, pairs) SELECT new.id, text_pairs(new.text) WHERE length(new.text) > 1;
END;

-- In fewer and larger pieces than afterwards, while there is much to write.
INSERT INTO report_search (report_search, rank) VALUES ('hashsize', 33554432);
INSERT INTO report_search (rowid, pairs) SELECT id, text_pairs(text) FROM progress_entry_section WHERE length(text) > 1;
INSERT INTO report_search (report_search, rank) VALUES ('hashsize', 1048576);
