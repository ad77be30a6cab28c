-- What there is one of by nature was stored twice where two people wrote it first at the same moment, each under an id of its own.
-- The newest stays; the others are taken out at the moment it was written, as a version more: nothing is erased, and both histories stay.
INSERT INTO depth
    WITH standing AS (
        SELECT r.* FROM depth AS r JOIN (SELECT id, max(version) AS version FROM depth GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."domain" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."partnership_id", r."domain", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."partnership_id", r."domain" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."partnership_id" = w."partnership_id" AND d."domain" = w."domain" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO holiday
    WITH standing AS (
        SELECT r.* FROM holiday AS r JOIN (SELECT id, max(version) AS version FROM holiday GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."first_on" AS VARCHAR), '') <> '' AND coalesce(CAST(r."last_on" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."partnership_id", r."first_on", r."last_on", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."partnership_id", r."first_on", r."last_on" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."partnership_id" = w."partnership_id" AND d."first_on" = w."first_on" AND d."last_on" = w."last_on" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO foundation_text
    WITH standing AS (
        SELECT r.* FROM foundation_text AS r JOIN (SELECT id, max(version) AS version FROM foundation_text GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."theme" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."partnership_id", r."theme", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."partnership_id", r."theme" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."partnership_id" = w."partnership_id" AND d."theme" = w."theme" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO agreement
    WITH standing AS (
        SELECT r.* FROM agreement AS r JOIN (SELECT id, max(version) AS version FROM agreement GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."text_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."text_version" AS VARCHAR), '') <> '' AND coalesce(CAST(r."organisation_id" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."text_id", r."text_version", r."organisation_id", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."text_id", r."text_version", r."organisation_id" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."text_id" = w."text_id" AND d."text_version" = w."text_version" AND d."organisation_id" = w."organisation_id" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO nuance
    WITH standing AS (
        SELECT r.* FROM nuance AS r JOIN (SELECT id, max(version) AS version FROM nuance GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."theme" AS VARCHAR), '') <> '' AND coalesce(CAST(r."organisation_id" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."partnership_id", r."theme", r."organisation_id", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."partnership_id", r."theme", r."organisation_id" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."partnership_id" = w."partnership_id" AND d."theme" = w."theme" AND d."organisation_id" = w."organisation_id" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO measurement
    WITH standing AS (
        SELECT r.* FROM measurement AS r JOIN (SELECT id, max(version) AS version FROM measurement GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."indicator_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."measured_on" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."indicator_id", r."measured_on", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."indicator_id", r."measured_on" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."indicator_id" = w."indicator_id" AND d."measured_on" = w."measured_on" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO mirror_round
    WITH standing AS (
        SELECT r.* FROM mirror_round AS r JOIN (SELECT id, max(version) AS version FROM mirror_round GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."source_id" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."partnership_id", r."source_id", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."partnership_id", r."source_id" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."partnership_id" = w."partnership_id" AND d."source_id" = w."source_id" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO answer_link
    WITH standing AS (
        SELECT r.* FROM answer_link AS r JOIN (SELECT id, max(version) AS version FROM answer_link GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."round_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."organisation_id" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."round_id", r."organisation_id", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."round_id", r."organisation_id" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."round_id" = w."round_id" AND d."organisation_id" = w."organisation_id" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO follow_up
    WITH standing AS (
        SELECT r.* FROM follow_up AS r JOIN (SELECT id, max(version) AS version FROM follow_up GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."round_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."statement_id" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."partnership_id", r."round_id", r."statement_id", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."partnership_id", r."round_id", r."statement_id" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."partnership_id" = w."partnership_id" AND d."round_id" = w."round_id" AND d."statement_id" = w."statement_id" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO gate_item
    WITH standing AS (
        SELECT r.* FROM gate_item AS r JOIN (SELECT id, max(version) AS version FROM gate_item GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."item" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."partnership_id", r."item", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."partnership_id", r."item" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."partnership_id" = w."partnership_id" AND d."item" = w."item" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO risk
    WITH standing AS (
        SELECT r.* FROM risk AS r JOIN (SELECT id, max(version) AS version FROM risk GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."source" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."partnership_id", r."source", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."partnership_id", r."source" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."partnership_id" = w."partnership_id" AND d."source" = w."source" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO agenda_item
    WITH standing AS (
        SELECT r.* FROM agenda_item AS r JOIN (SELECT id, max(version) AS version FROM agenda_item GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."meeting_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."origin" AS VARCHAR), '') <> '' AND coalesce(CAST(r."thing_id" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."meeting_id", r."origin", r."thing_id", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."meeting_id", r."origin", r."thing_id" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."meeting_id" = w."meeting_id" AND d."origin" = w."origin" AND d."thing_id" = w."thing_id" AND d.id <> w.winner ORDER BY d.id;
INSERT INTO membership
    WITH standing AS (
        SELECT r.* FROM membership AS r JOIN (SELECT id, max(version) AS version FROM membership GROUP BY id) AS n ON r.id = n.id AND r.version = n.version
        WHERE NOT r.removed AND coalesce(CAST(r."person_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."partnership_id" AS VARCHAR), '') <> '' AND coalesce(CAST(r."role" AS VARCHAR), '') <> ''
    ), winners AS (
        SELECT r."person_id", r."partnership_id", r."role", arg_max(r.id, (r.recorded_at, r.id)) AS winner, max(r.recorded_at) AS written_at FROM standing AS r GROUP BY r."person_id", r."partnership_id", r."role" HAVING count(*) > 1
    )
    SELECT d.* REPLACE (d.version + 1 AS version, true AS removed, w.written_at AS recorded_at, '00000000-0000-7000-8000-000000000001' AS recorded_by)
    FROM standing AS d JOIN winners AS w ON d."person_id" = w."person_id" AND d."partnership_id" = w."partnership_id" AND d."role" = w."role" AND d.id <> w.winner ORDER BY d.id;
