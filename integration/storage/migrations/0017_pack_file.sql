-- The files of a pack once they were made, as text of base 64 with the hash of their bytes: no layout of later changes them.
CREATE TABLE pack_file (
    id UUID NOT NULL, pack_id VARCHAR NOT NULL, ending VARCHAR NOT NULL, "language" VARCHAR NOT NULL, made_at TIMESTAMP NOT NULL,
    digest VARCHAR NOT NULL, body VARCHAR NOT NULL, "number" BIGINT,
    PRIMARY KEY (id)
);
