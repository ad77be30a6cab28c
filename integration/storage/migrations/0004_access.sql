-- Access: who people are to the sign-in, what they lead or steer, what was shared by link, and what happened at the door.
ALTER TABLE person ADD COLUMN email VARCHAR DEFAULT '';
-- Without a default: DuckDB 1.5 refuses one of type BOOLEAN once its configuration is locked; no value counts as false.
ALTER TABLE person ADD COLUMN administrator BOOLEAN;
ALTER TABLE person ADD COLUMN signed_out_at TIMESTAMP;
ALTER TABLE person ADD COLUMN erased BOOLEAN;
CREATE TABLE membership (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL, partnership_id VARCHAR NOT NULL, role VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE share_link (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, page VARCHAR NOT NULL, query VARCHAR NOT NULL, partnerships VARCHAR NOT NULL, "domain" VARCHAR NOT NULL, thing VARCHAR NOT NULL,
    as_of TIMESTAMP, language VARCHAR NOT NULL, hides VARCHAR NOT NULL, expires_at TIMESTAMP NOT NULL, state VARCHAR NOT NULL,
    token_hash VARCHAR NOT NULL, pin_hash VARCHAR NOT NULL, note VARCHAR NOT NULL, made_by VARCHAR NOT NULL, made_at TIMESTAMP NOT NULL,
    PRIMARY KEY (id, version)
);
-- What happened at the door: sign-ins, link openings, exports. No records, so kept a set time and then counted by month.
CREATE TABLE event (
    id UUID NOT NULL, happened_at TIMESTAMP NOT NULL, person_id VARCHAR NOT NULL, verb VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE event_month (
    id UUID NOT NULL, "month" DATE NOT NULL, verb VARCHAR NOT NULL, happened INTEGER NOT NULL,
    PRIMARY KEY (id)
);
