-- Time: what was promised (baselines), by which rules it is judged (thresholds), when schools are closed (holidays), what could be (scenarios).
CREATE TABLE baseline (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, name_nl VARCHAR NOT NULL, name_en VARCHAR NOT NULL, reason_nl VARCHAR NOT NULL, reason_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE baseline_line (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    baseline_id UUID NOT NULL, partnership_id UUID NOT NULL, milestone_id UUID NOT NULL, code VARCHAR NOT NULL, "domain" VARCHAR NOT NULL,
    title_nl VARCHAR NOT NULL, title_en VARCHAR NOT NULL, due_on DATE NOT NULL, weight DOUBLE NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE threshold (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    spi_green DOUBLE NOT NULL, spi_red DOUBLE NOT NULL, overdue_red INTEGER NOT NULL, forecast_red INTEGER NOT NULL, silent_days INTEGER NOT NULL,
    confidence_low INTEGER NOT NULL, confidence_drop INTEGER NOT NULL, near_critical INTEGER NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE holiday (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, name_nl VARCHAR NOT NULL, name_en VARCHAR NOT NULL, first_on DATE, last_on DATE,
    PRIMARY KEY (id, version)
);
CREATE TABLE scenario (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, name VARCHAR NOT NULL, moves VARCHAR NOT NULL, state VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
-- What shows that a milestone which needs proof was really reached.
ALTER TABLE milestone ADD COLUMN proof_nl VARCHAR DEFAULT '';
ALTER TABLE milestone ADD COLUMN proof_en VARCHAR DEFAULT '';
