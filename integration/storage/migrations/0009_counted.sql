-- Answers to the Mirror are counted and not kept: no row belongs to a person, so none can be joined, ordered or dated.
CREATE TABLE mirror_count (
    round_id UUID NOT NULL, organisation_id VARCHAR NOT NULL, statement_id UUID NOT NULL, score INTEGER NOT NULL, people INTEGER NOT NULL,
    PRIMARY KEY (round_id, organisation_id, statement_id, score)
);
CREATE TABLE mirror_remark (
    id UUID NOT NULL, round_id UUID NOT NULL, organisation_id VARCHAR NOT NULL, words VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
-- Which browsers answered a round, as hashes that only the browser itself can make again; and the one-time codes that were handed out.
CREATE TABLE mirror_answered (
    round_id UUID NOT NULL, respondent VARCHAR NOT NULL,
    PRIMARY KEY (round_id, respondent)
);
CREATE TABLE mirror_code (
    token_hash VARCHAR NOT NULL, round_id UUID NOT NULL, organisation_id VARCHAR NOT NULL, used BOOLEAN NOT NULL,
    PRIMARY KEY (token_hash)
);
ALTER TABLE mirror_round ADD COLUMN answering VARCHAR DEFAULT 'address';
-- What was answered before is counted too, every score of every statement in one fixed order; 0 is “don’t know”.
INSERT INTO mirror_count
    SELECT g.round_id, g.organisation_id, s.id, k.score, count(a.id)
    FROM (SELECT DISTINCT round_id, organisation_id FROM answer) AS g
    JOIN (SELECT DISTINCT id, round_id FROM mirror_statement) AS s ON s.round_id = g.round_id
    CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5)) AS k(score)
    LEFT JOIN answer AS a
        ON a.round_id = g.round_id AND a.organisation_id = g.organisation_id AND a.statement_id = s.id AND coalesce(a.score, 0) = k.score
    GROUP BY g.round_id, g.organisation_id, s.id, k.score ORDER BY 1, 2, 3, 4;
INSERT INTO mirror_remark SELECT uuid(), round_id, organisation_id, words FROM remark WHERE NOT removed ORDER BY round_id, organisation_id, words;
INSERT INTO mirror_answered SELECT DISTINCT round_id, respondent FROM answer ORDER BY round_id, respondent;
DROP TABLE answer;
DROP TABLE remark;
