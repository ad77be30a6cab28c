"""Files of every kind become sheets; what is no plan, broken or hostile is told in one sentence."""

from datetime import date

import pytest

from integration.errors import exchange
from integration.exchange.read.kind import read
from tests.exchange.read.files import GAN, HEADED, ICS, MSPDI, XER, bomb, csv, empty_formula, xlsx


def column(data, name):
    """The values of a column under our own name."""
    names, *rows = read(data).sheets[0].rows
    return [row[names.index(name)] for row in rows]


def test_project_xml_keeps_summaries_milestones_links_and_the_baseline():
    data = MSPDI.encode()

    assert column(data, "title") == ["Opleiding", "Vergelijken", "Klaar"]
    assert [column(data, name) for name in ("summary", "milestone")] == [[True, False, False], [False, False, True]]
    assert column(data, "waits_for") == ["", "", "2FS+2"]
    assert column(data, "promised_on") == [None, date(2026, 3, 10), None]


def test_a_gantt_task_ends_after_its_working_days_and_skips_holidays():
    data = GAN.encode()

    assert column(data, "due_on") == [date(2024, 1, 8), date(2024, 1, 9)]
    assert (column(data, "waits_for"), column(data, "milestone")) == (["", "1FS"], [False, True])


def test_primavera_counts_each_task_in_its_own_percent():
    assert column(XER.encode("cp1252"), "credit") == [25.0, 40.0]
    assert column(XER.encode("cp1252"), "waits_for") == ["", "1FS"]


def test_an_event_is_a_milestone_on_its_last_day():
    assert (column(ICS.encode(), "title"), column(ICS.encode(), "due_on")) == (["Opening"], [date(2026, 9, 1)])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_words_come_as_they_were_written(encoding):
    sheet = read(csv("Taak;Eind", "géén €;1-9-2026", encoding=encoding)).sheets[0]

    assert sheet.rows == (("Taak", "Eind"), ("géén €", "1-9-2026"))


def test_a_workbook_tells_what_is_merged_and_hidden():
    rows = [HEADED, ["Opleiding", "T1", "Eén", date(2026, 1, 5), date(2026, 2, 1), 1.0], ["", "T2", "Twee", None, date(2026, 3, 1), 0.5]]
    sheet = read(xlsx(rows, merged=[(1, 0, 2, 0)], hidden=[2])).sheets[0]

    assert ([*sheet.merged], [*sheet.hidden_rows], [*sheet.hidden_columns]) == ([(1, 0, 2, 0)], [2], [1])
    assert sheet.rows[1][3:] == (date(2026, 1, 5), date(2026, 2, 1), 1.0)


def test_a_formula_without_a_value_is_told():
    assert [(one.details["n"], one.details["sheet"]) for one in read(empty_formula()).unread] == [(1, "Sheet")]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", exchange.FileEmpty),
        (b"\xef\xbb\xbf \r\n\x00", exchange.FileEmpty),
        (b"a" * 10_000_001, exchange.FileTooLarge),
        (b"\n".join([b"a,b"] * 20_002), exchange.FileTooLong),
        (xlsx([HEADED])[:-400], exchange.FileDamaged),
        (b"\x89PNG\r\n\x1a\n\x00\x00", exchange.FileNotPlan),
        (b"%PDF-1.7 ", exchange.FileNotPlan),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), exchange.FileLocked),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Props14".encode("utf-16-le"), exchange.FileOfProject),
        (b"\xac\xed\x00\x05sr", exchange.FileOfProjectLibre),
        (b"MPX,Microsoft Project,4.0", exchange.FileOfProject),
        (b"<html><table></table></html>", exchange.FileNotPlan),
        (b"<APIBusinessObjects/>", exchange.FileOfProject),
        (b'<!DOCTYPE a [<!ENTITY b "b">]><Project><Tasks>&b;</Tasks></Project>', exchange.FileUnsafe),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Project><Tasks>&b;</Tasks></Project>', exchange.FileUnsafe),
        (MSPDI.encode()[:300], exchange.FileDamaged),
        (b'{"cards": ', exchange.FileDamaged),
        (b'{"a": 1}', exchange.FileNotPlan),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_by_its_kind(data, refusal):
    with pytest.raises(exchange.FileUnreadable) as told:
        read(data)

    assert type(told.value) is refusal


def test_a_workbook_that_unpacks_to_far_too_much_is_too_large():
    with pytest.raises(exchange.FileTooLarge):
        read(bomb())
