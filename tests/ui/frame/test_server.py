"""The server's log: what anybody can cause again and again is told in a line each time, and traced a few times alone."""

import logging

import pytest
import streamlit

from integration.errors import NotAllowed
from integration.services.core.host import Host
from integration.services.core.visit import moment_now
from integration.services.observing.journal import Journal
from integration.ui.frame import server
from integration.ui.frame.server import TOLD_BY_US, TRACED_BY_ANYBODY, _tried, on_error, quieten


@pytest.fixture(autouse=True)
def heard(monkeypatch):
    """The contracts of import-linter, tested in the same process, switch off every logger that is there."""
    for name in ("ineen", TOLD_BY_US, *TRACED_BY_ANYBODY):
        monkeypatch.setattr(logging.getLogger(name), "disabled", False)


@pytest.fixture
def opened(monkeypatch):
    """A host with a journal and no store, which nothing here asks for."""
    found = Host(None, None, None, journal=Journal())  # type: ignore[arg-type]
    monkeypatch.setattr(server, "host", lambda: found)
    return found


def failed(number: int) -> Exception:
    """An error, each time from the same place."""
    try:
        raise TypeError(number)
    except TypeError as error:
        return error


def test_a_page_that_fails_a_hundred_times_at_one_place_is_traced_three_times(caplog, opened):
    assert all(on_error(failed(number)) for number in range(100))

    [seen] = opened.journal.failures(moment_now())
    assert [one.getMessage() for one in caplog.records if one.name == "ineen"] == [f"a page failed: TypeError at {seen.place}, code {seen.code}"] * 100
    assert seen.times == 100 and seen.place.startswith("tests/ui/frame/test_server.py:")
    assert sum(bool(one.exc_info) for one in caplog.records) == 3


def test_the_reader_sees_the_code_that_the_log_tells(monkeypatch, opened):
    said: list[str] = []
    monkeypatch.setattr(streamlit, "error", lambda words, **_: said.append(words))
    on_error(failed(1))

    assert opened.journal.failures(moment_now())[0].code in said[0]


def test_what_is_said_in_words_is_no_failure(caplog):
    assert on_error(NotAllowed())
    assert not [one for one in caplog.records if one.name == "ineen"]


@pytest.mark.parametrize(("name", "words", "told"), [*((one, "nonsense", True) for one in TRACED_BY_ANYBODY), (TOLD_BY_US, "Uncaught app execution", False)])
def test_streamlit_traces_nothing_that_anybody_can_cause(caplog, name, words, told):
    quieten()
    log = logging.getLogger(name)
    log.addHandler(caplog.handler)
    log.error(words, exc_info=failed(1))
    log.removeHandler(caplog.handler)

    assert {bool(one.exc_info) for one in caplog.records if one.getMessage() == words} == ({False} if told else set())


def test_whatever_a_task_of_the_server_meets_ends_no_other(caplog, opened):
    def fails():
        raise OSError("the folder may only be read")

    _tried(opened, fails)

    [line] = caplog.records
    assert line.getMessage().startswith("a task of the server failed: OSError at tests/") and line.getMessage().endswith(
        opened.journal.failures(moment_now())[0].code
    )
