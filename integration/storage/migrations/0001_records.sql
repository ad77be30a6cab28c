-- Every record type is one table of versions: nothing is ever changed, only added.
CREATE TABLE organisation (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    name VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE person (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    name VARCHAR NOT NULL, organisation_id VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE partnership (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    code VARCHAR NOT NULL, name_nl VARCHAR NOT NULL, name_en VARCHAR NOT NULL, partners VARCHAR NOT NULL, phase VARCHAR NOT NULL,
    starts_on DATE, ends_on DATE, lead_id VARCHAR NOT NULL, next_meeting_on DATE,
    PRIMARY KEY (id, version)
);
CREATE TABLE milestone (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, code VARCHAR NOT NULL, "domain" VARCHAR NOT NULL,
    title_nl VARCHAR NOT NULL, title_en VARCHAR NOT NULL, deliverable_nl VARCHAR NOT NULL, deliverable_en VARCHAR NOT NULL,
    risk_nl VARCHAR NOT NULL, risk_en VARCHAR NOT NULL,
    starts_on DATE, due_on DATE, forecast_on DATE, done_on DATE,
    weight DOUBLE NOT NULL, credit DOUBLE NOT NULL, waits_for VARCHAR NOT NULL, gate VARCHAR NOT NULL, source VARCHAR NOT NULL,
    owner_id VARCHAR NOT NULL, partner_id VARCHAR NOT NULL, critical BOOLEAN NOT NULL, cancelled BOOLEAN NOT NULL,
    note_nl VARCHAR NOT NULL, note_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE depth (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, "domain" VARCHAR NOT NULL, "start" INTEGER NOT NULL, "current" INTEGER NOT NULL, target INTEGER NOT NULL,
    evidence_nl VARCHAR NOT NULL, evidence_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE check_in (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, "domain" VARCHAR NOT NULL, colour VARCHAR NOT NULL, confidence INTEGER NOT NULL,
    done_nl VARCHAR NOT NULL, done_en VARCHAR NOT NULL, stuck_nl VARCHAR NOT NULL, stuck_en VARCHAR NOT NULL,
    need_nl VARCHAR NOT NULL, need_en VARCHAR NOT NULL, corrects VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
-- One line per write: the audit trail and, by its highest number, the change counter that caches are keyed by.
CREATE TABLE change (
    "number" BIGINT NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL, verb VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    PRIMARY KEY ("number")
);
