-- The register: what may happen, what blocks, what was agreed to do and what waits to be decided; and the meetings that go through it.
CREATE TABLE risk (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, title_nl VARCHAR NOT NULL, title_en VARCHAR NOT NULL, raised_on DATE, kind VARCHAR NOT NULL,
    probability INTEGER NOT NULL, impact INTEGER NOT NULL, probability_after INTEGER NOT NULL, impact_after INTEGER NOT NULL, response VARCHAR NOT NULL,
    mitigation_nl VARCHAR NOT NULL, mitigation_en VARCHAR NOT NULL, owner_id VARCHAR NOT NULL, partner_id VARCHAR NOT NULL, due_on DATE,
    milestones VARCHAR NOT NULL, state VARCHAR NOT NULL, source VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE issue (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, title_nl VARCHAR NOT NULL, title_en VARCHAR NOT NULL, raised_on DATE, detail_nl VARCHAR NOT NULL, detail_en VARCHAR NOT NULL,
    owner_id VARCHAR NOT NULL, partner_id VARCHAR NOT NULL, due_on DATE, milestones VARCHAR NOT NULL, state VARCHAR NOT NULL, meeting_id VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE "action" (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, title_nl VARCHAR NOT NULL, title_en VARCHAR NOT NULL, raised_on DATE, owner_id VARCHAR NOT NULL, partner_id VARCHAR NOT NULL,
    due_on DATE, done_on DATE, milestones VARCHAR NOT NULL, meeting_id VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE decision (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, title_nl VARCHAR NOT NULL, title_en VARCHAR NOT NULL, asked_on DATE, needed_by DATE, asked_of_id VARCHAR NOT NULL,
    options_nl VARCHAR NOT NULL, options_en VARCHAR NOT NULL, decided_on DATE, decision_nl VARCHAR NOT NULL, decision_en VARCHAR NOT NULL,
    decided_by_id VARCHAR NOT NULL, effect_nl VARCHAR NOT NULL, effect_en VARCHAR NOT NULL, milestones VARCHAR NOT NULL, meeting_id VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE meeting (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, planned_on DATE, held_on DATE, state VARCHAR NOT NULL, attending VARCHAR NOT NULL, guests VARCHAR NOT NULL,
    notes_nl VARCHAR NOT NULL, notes_en VARCHAR NOT NULL, next_on DATE,
    PRIMARY KEY (id, version)
);
CREATE TABLE agenda_item (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    partnership_id UUID NOT NULL, meeting_id UUID NOT NULL, place INTEGER NOT NULL, origin VARCHAR NOT NULL, thing_id VARCHAR NOT NULL,
    title_nl VARCHAR NOT NULL, title_en VARCHAR NOT NULL, why_nl VARCHAR NOT NULL, why_en VARCHAR NOT NULL, note_nl VARCHAR NOT NULL, note_en VARCHAR NOT NULL,
    discussed BOOLEAN NOT NULL,
    PRIMARY KEY (id, version)
);
