-- The foundation: what is shared, who agreed, whether both sides really share it, and what follows from a gap.
CREATE TABLE foundation_text (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, theme VARCHAR NOT NULL, text_nl VARCHAR NOT NULL, text_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE agreement (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, text_id UUID NOT NULL, text_version INTEGER NOT NULL, organisation_id VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE nuance (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, theme VARCHAR NOT NULL, organisation_id VARCHAR NOT NULL, text_nl VARCHAR NOT NULL, text_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE objective (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, theme VARCHAR NOT NULL, title_nl VARCHAR NOT NULL, title_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE indicator (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, objective_id UUID NOT NULL, name_nl VARCHAR NOT NULL, name_en VARCHAR NOT NULL, unit VARCHAR NOT NULL,
    start_value DOUBLE NOT NULL, target_value DOUBLE NOT NULL, due_on DATE, confirmed_by VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE measurement (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, indicator_id UUID NOT NULL, measured_on DATE NOT NULL, value DOUBLE NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE mirror_round (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id VARCHAR NOT NULL, name_nl VARCHAR NOT NULL, name_en VARCHAR NOT NULL, organisations VARCHAR NOT NULL, opens_on DATE, closes_on DATE,
    closed BOOLEAN NOT NULL, source_id VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE mirror_statement (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    round_id UUID NOT NULL, theme VARCHAR NOT NULL, place INTEGER NOT NULL, text_nl VARCHAR NOT NULL, text_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE answer_link (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    round_id UUID NOT NULL, organisation_id VARCHAR NOT NULL, token_hash VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
-- Answers carry no person and no hour: recorded_by is empty and recorded_at is the start of the day.
CREATE TABLE answer (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    round_id UUID NOT NULL, organisation_id VARCHAR NOT NULL, respondent VARCHAR NOT NULL, statement_id UUID NOT NULL, score INTEGER,
    PRIMARY KEY (id, version)
);
CREATE TABLE remark (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    round_id UUID NOT NULL, organisation_id VARCHAR NOT NULL, respondent VARCHAR NOT NULL, words VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE follow_up (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, round_id UUID NOT NULL, statement_id UUID NOT NULL, state VARCHAR NOT NULL, milestone_id VARCHAR NOT NULL,
    action_nl VARCHAR NOT NULL, action_en VARCHAR NOT NULL, owner_id VARCHAR NOT NULL, due_on DATE, done_on DATE,
    PRIMARY KEY (id, version)
);
CREATE TABLE gate_item (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, item VARCHAR NOT NULL, passed BOOLEAN NOT NULL, proof_nl VARCHAR NOT NULL, proof_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE phase_step (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, left_phase VARCHAR NOT NULL, new_phase VARCHAR NOT NULL, missing VARCHAR NOT NULL, reason_nl VARCHAR NOT NULL, reason_en VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
-- Which themes of the foundation a milestone serves.
ALTER TABLE milestone ADD COLUMN serves VARCHAR DEFAULT '';
