-- What somebody wants by mail, and what they were reminded of.
CREATE TABLE mail_choice (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL, digest VARCHAR NOT NULL, reminder VARCHAR NOT NULL, "comment" VARCHAR NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
CREATE TABLE reminder (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL, thing_id VARCHAR NOT NULL, due_on DATE NOT NULL, state VARCHAR NOT NULL, reason VARCHAR NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
