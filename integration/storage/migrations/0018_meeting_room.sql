-- When, where and with whom a meeting is, how long an item takes, and where a meeting is while it is held.
ALTER TABLE meeting ADD COLUMN starts_at VARCHAR DEFAULT '';
ALTER TABLE meeting ADD COLUMN location VARCHAR DEFAULT '';
ALTER TABLE meeting ADD COLUMN invited VARCHAR DEFAULT '';
ALTER TABLE meeting ADD COLUMN invited_others VARCHAR DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN "minutes" INTEGER DEFAULT 0;
CREATE TABLE chairing (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, meeting_id UUID NOT NULL, item VARCHAR NOT NULL, seat VARCHAR NOT NULL, paused BOOLEAN NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
