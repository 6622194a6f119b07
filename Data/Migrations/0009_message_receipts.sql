-- Messages in channels that can tell whether they were read. Only the latest of a person are of interest; older rows are forgotten as new ones come.
CREATE TABLE message_receipt (
    channel text NOT NULL CHECK (length(channel) > 0),
    user_id text NOT NULL CHECK (length(user_id) > 0),
    -- The channel's own id of the message.
    activity_id text NOT NULL CHECK (length(activity_id) > 0),
    -- The outbox's id; its rows are one or more.
    message_id uuid NOT NULL,
    sent_at timestamptz NOT NULL,
    seen_at timestamptz,
    PRIMARY KEY (channel, user_id, activity_id)
);
CREATE INDEX message_receipt_of_message ON message_receipt (message_id);
