-- The hash of every migration that made this store, so that a file edited after it was used is noticed.
CREATE TABLE migration_seal (
    "number" INTEGER NOT NULL, seal VARCHAR NOT NULL,
    PRIMARY KEY ("number")
);
-- Two forms of 0004 were about for an hour: stores made by the earlier one get the column they miss.
ALTER TABLE share_link ADD COLUMN IF NOT EXISTS thing VARCHAR DEFAULT '';
