-- What people say about a milestone, a report or a decision, and to whom.
CREATE TABLE comment (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, thing VARCHAR NOT NULL, thing_id VARCHAR NOT NULL, words VARCHAR NOT NULL, mentions VARCHAR NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
