-- Where the news of a partnership is sent by itself, and what came of each sending.
CREATE TABLE webhook (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, form VARCHAR NOT NULL, endpoint VARCHAR NOT NULL, signing_secret VARCHAR NOT NULL, "language" VARCHAR NOT NULL,
    tells VARCHAR NOT NULL, state VARCHAR NOT NULL, since TIMESTAMP NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
CREATE TABLE webhook_delivery (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, webhook_id VARCHAR NOT NULL, event VARCHAR NOT NULL, first_at TIMESTAMP NOT NULL, until TIMESTAMP NOT NULL,
    state VARCHAR NOT NULL, tries INTEGER NOT NULL, next_at TIMESTAMP, status INTEGER NOT NULL, answer VARCHAR NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
