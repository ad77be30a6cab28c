-- Plans that were kept to begin others from.
CREATE TABLE plan_template (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, name VARCHAR NOT NULL, starts_on DATE NOT NULL, content VARCHAR NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
