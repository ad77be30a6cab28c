-- How far a copy of a shared store has followed it: per table how often it was written, and at which of these it was read anew as a whole or for pages.
CREATE TABLE followed (
    table_name VARCHAR NOT NULL, written BIGINT NOT NULL, anew BIGINT NOT NULL, touched BIGINT NOT NULL,
    PRIMARY KEY (table_name)
);
