"""The log: one line a thing, in text or JSON, and nothing in it that opens a door."""

import json
import logging

import pytest

from integration.ui.operating.log import JsonLines, Lines, discreet

SECRET = "kept-beside-the-store-0123456789"


def record(words: str, *, code: str | None = None, trace: bool = False) -> logging.LogRecord:
    error = ValueError(f"at /s/{SECRET}")
    told = logging.LogRecord("ineen", logging.ERROR, "", 1, "%s", (words,), (ValueError, error, None) if trace else None)
    if code:
        told.code = code
    return told


@pytest.mark.parametrize(
    "words",
    [
        f"GET /s/{SECRET}?lang=nl",
        f"/signin/{SECRET}",
        f"/signin/.{SECRET}.x",
        f"https://ineen.example.org/data/{SECRET}/milestones.csv",
        f"/answer?t={SECRET}",
        f"smtp://ineen:{SECRET}@mail.example.org:587",
        f"postgresql://ineen:p@{SECRET}@db/ineen",
        f"/oauth2callback?code={SECRET}&state=1",
        f"token={SECRET}",
        f"ineen_session={SECRET}; path=/",
    ],
)
def test_no_secret_of_an_address_is_told(words):
    assert SECRET not in discreet(words) and "…" in discreet(words)


@pytest.mark.parametrize("name", ["INTEGRATION_SECRET", "INTEGRATION_OIDC_SECRET", "INTEGRATION_METRICS_TOKEN"])
def test_no_secret_that_is_set_is_told(monkeypatch, name):
    monkeypatch.setenv(name, SECRET)

    assert discreet(f"somewhere {SECRET} slipped in") == "somewhere … slipped in"


@pytest.mark.parametrize("words", ["a page failed (update): KeyError at pages/update.py:12, code K7QXH", "store /var/lib/ineen/data/integration.duckdb"])
def test_what_an_operator_needs_stays(words):
    assert discreet(words) == words


def test_json_is_one_object_a_line_also_with_a_trace():
    line = JsonLines().format(record("a page failed\nin two lines", code="K7QXH", trace=True))
    told = json.loads(line)

    assert "\n" not in line and SECRET not in line
    assert (told["level"], told["name"], told["code"], told["message"]) == ("error", "ineen", "K7QXH", "a page failed\nin two lines")
    assert "ValueError" in told["trace"] and told["at"].endswith("+00:00")


def test_a_trace_in_text_tells_no_secret():
    assert "ValueError" in Lines().format(record("failed", trace=True)) and SECRET not in Lines().format(record("failed", trace=True))
