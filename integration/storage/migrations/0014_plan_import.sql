-- What was brought into a plan last, so that the next file is compared with it.
CREATE TABLE plan_import (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, "file" VARCHAR NOT NULL, sheet VARCHAR NOT NULL, digest VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    mapping VARCHAR NOT NULL, "lines" VARCHAR NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
