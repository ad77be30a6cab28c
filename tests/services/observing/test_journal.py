"""The journal: a week of pages and failures, under codes that stay the same, kept over a restart and without names."""

from datetime import datetime, timedelta

import pytest

from integration.services.observing import journal as journals
from integration.services.observing.failure import LETTERS, code_of
from integration.services.observing.journal import BOUNDS, Journal

NOW = datetime.fromisoformat("2026-11-27 12:00")


def failed(kind: type[Exception], words: str = "Vera's secret") -> Exception:
    try:
        raise kind(words)
    except Exception as error:  # noqa: BLE001 – any kind is asked for
        return error


def test_the_same_failure_has_one_code_wherever_and_whenever_and_another_has_its_own():
    first, again, other = failed(ValueError), failed(ValueError, "of another person"), failed(KeyError)

    assert code_of(first) == code_of(again) != code_of(other)
    assert len(code_of(first)) == 5 and set(code_of(first)) <= set(LETTERS)


def test_a_week_is_told_and_what_is_older_is_forgotten():
    kept = Journal()
    kept.page("portfolio", 9.0, NOW - timedelta(days=8))
    old = kept.failed(failed(KeyError), "a page failed", NOW - timedelta(days=8))
    for seconds in (0.09, 0.18, 4.0):
        kept.page("portfolio", seconds, NOW)
    kept.page("timeline", 1.2, NOW)
    code = kept.failed(failed(ValueError), "a page failed", NOW, "update")

    assert [(one.page, one.made, one.half_within, one.slowest) for one in kept.slowest(NOW)] == [("timeline", 1, 1.2, 1.2), ("portfolio", 3, 0.2, 4.0)]
    assert [(one.code, one.kind, one.about, one.times) for one in kept.failures(NOW)] == [(code, "ValueError", "update", 1)] and old != code


def test_what_was_noted_is_there_after_a_restart_and_tells_nothing_that_was_said(tmp_path):
    file = tmp_path / "store.seen.json"
    before = Journal(file)
    before.page("update", 99.0, NOW)
    before.failed(failed(ValueError), "a page failed", NOW, "update")
    before.keep(NOW)
    after = Journal(file)

    assert (after.slowest(NOW), after.failures(NOW)) == (before.slowest(NOW), before.failures(NOW))
    assert "Vera" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    "told", ["", "[]", "{", '{"days": 3}', '{"days": {"2026-11-27": {"update": [[1], 2, 3]}}, "failures": []}', '{"days": {}, "failures": [{}]}']
)
def test_a_file_that_cannot_be_read_is_begun_anew(tmp_path, told):
    file = tmp_path / "store.seen.json"
    file.write_text(told, "utf-8")
    kept = Journal(file)
    kept.page("update", BOUNDS[0], NOW)
    kept.keep(NOW)

    assert Journal(file).slowest(NOW) == kept.slowest(NOW) != []


def test_only_so_many_failures_are_kept_and_the_newest_stay(monkeypatch):
    monkeypatch.setattr(journals, "MOST_FAILURES", 2)
    kept = Journal()
    codes = [kept.failed(failed(kind), "a page failed", NOW) for kind in (KeyError, ValueError, TypeError)]

    assert [one.code for one in kept.failures(NOW)] == codes[:0:-1]


def test_a_page_counts_as_open_as_long_as_it_is():
    kept = Journal()
    with kept.reader(signed_in=True), kept.reader(signed_in=False):
        assert (kept.open_pages[True], kept.open_pages[False]) == (1, 1)
    assert (kept.open_pages[True], kept.open_pages[False]) == (0, 0)
