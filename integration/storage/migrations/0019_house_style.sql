-- The look of packs: a school's own template and logo, as text of base 64 with the names of their files.
CREATE TABLE house_style (
    id UUID NOT NULL, version INTEGER NOT NULL, removed BOOLEAN NOT NULL, recorded_at TIMESTAMP NOT NULL, recorded_by VARCHAR NOT NULL,
    template VARCHAR NOT NULL, template_name VARCHAR NOT NULL, accent VARCHAR NOT NULL, logo VARCHAR NOT NULL, logo_name VARCHAR NOT NULL, "number" BIGINT,
    PRIMARY KEY (id, version)
);
