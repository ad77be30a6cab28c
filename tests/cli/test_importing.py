"""`import` as an operator types it: a proposal as JSON, exit codes, and nothing written until it is applied."""

import json
import os
import subprocess
import sys

import pytest

from integration import ROOT
from integration.storage.core.database import Database
from tests.cli.test_commands import ineen, refused
from tests.examples import a_partnership, save
from tests.exchange.read.files import csv

PLAN = csv("Taak;Domein;Einddatum", "Een;HRM;2026-09-01", "Twee;Iets;2026-09-01")

# Rows, and bytes of the log of changes that tell that a commit is on its way.
MANY, SOME = 2_000, 1_000


def held(path):
    database = Database(path)
    try:
        with database.reading() as cursor:
            return [row[0] for row in cursor.execute("SELECT title_en FROM milestone ORDER BY title_en").fetchall()]
    finally:
        database.close()


def begun(path, tmp_path, data=PLAN):
    if not path.exists():
        database = Database(path)
        save(database, a_partnership())
        database.close()
    file = tmp_path / "plan.csv"
    file.write_bytes(data)
    return str(file)


def test_a_question_is_exit_3_and_writes_nothing(path, tmp_path):
    run = ineen("import", begun(path, tmp_path), "--partnership", "BRUG", "--json", "--apply", store=path)
    told = json.loads(run.stdout)

    assert (run.returncode, [one["id"] for one in told["questions"]], held(path)) == (3, ["domain:Iets"], [])
    assert [(one["row"], one["action"]) for one in told["rows"]] == [(2, "add"), (3, "ask")]
    assert told["totals"] == {"add": 1, "change": 0, "ask": 1, "refuse": 0, "same": 0, "skip": 0}


def test_an_answered_file_is_applied_once(path, tmp_path):
    file, answers = begun(path, tmp_path), tmp_path / "answers.json"
    answers.write_text(json.dumps({"domain:Iets": "housing"}))
    words = ("import", file, "--partnership", "BRUG", "--answers", str(answers))

    assert (ineen(*words, store=path).returncode, held(path)) == (0, [])
    assert (ineen(*words, "--apply", store=path).returncode, held(path)) == (0, ["Een", "Twee"])
    assert (ineen(*words, "--apply", store=path).returncode, held(path)) == (0, ["Een", "Twee"])


def test_what_cannot_be_read_is_exit_2_in_one_sentence(path, tmp_path):
    file = begun(path, tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00")

    assert "PNG" in refused(ineen("import", file, "--partnership", "BRUG", store=path))
    assert "no file" in refused(ineen("import", str(tmp_path / "none.csv"), "--partnership", "BRUG", store=path))
    assert "NOPE" in refused(ineen("import", begun(path, tmp_path), "--partnership", "NOPE", store=path))


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["the store is open", "something is being written"])
def test_who_is_killed_while_applying_has_brought_everything_or_nothing(path, tmp_path, moment):
    lines = (f"Taak {at};HRM;2026-09-{1 + at % 28:02d}" for at in range(MANY))
    file = begun(path, tmp_path, csv("Taak;Domein;Einddatum", *lines))
    log, before = path.with_name(path.name + ".wal"), path.stat()
    command = [sys.executable, "-m", "integration", "import", file, "--partnership", "BRUG", "--apply"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "INTEGRATION_STORE": str(path)}, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and not (log.exists() and (moment == "the store is open" or log.stat().st_size > SOME)) and path.stat() == before:
            pass
        process.kill()
    found = held(path)

    assert len(found) in (0, MANY)
    run = ineen("import", file, "--partnership", "BRUG", "--apply", store=path)
    assert (run.returncode, len(held(path)), ineen("check", store=path).returncode) == (0, MANY, 0)
