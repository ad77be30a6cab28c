-- What was published, as it was: the head of a pack, its snapshot under the same id, and which digest went to whom in which week.
CREATE TABLE pack (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id VARCHAR NOT NULL, members VARCHAR NOT NULL, name_nl VARCHAR NOT NULL, name_en VARCHAR NOT NULL, content_hash VARCHAR NOT NULL,
    corrects VARCHAR NOT NULL, reason_nl VARCHAR NOT NULL, reason_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE pack_content (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE digest_mail (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL, week VARCHAR NOT NULL, state VARCHAR NOT NULL, reason VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
