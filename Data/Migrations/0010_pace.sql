-- What the nodes together have taken of the rates that channels allow. A row whose tokens are all back is forgotten.
CREATE TABLE pace (
    key text PRIMARY KEY CHECK (length(key) > 0),
    -- Entries of time, tokens and, while a node may still use them, its lease; see PaceLog.
    taken text NOT NULL,
    version bigint NOT NULL,
    -- When the last of them will be back.
    back_at timestamptz NOT NULL
);
