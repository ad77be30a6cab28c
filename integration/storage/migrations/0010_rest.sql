-- One row: whether the file holds everything because it was closed after the last save.
CREATE TABLE rest (at_rest BOOLEAN NOT NULL);
INSERT INTO rest VALUES (true);
