"""Settings: read from INTEGRATION_* in the environment."""

from pathlib import Path

import pytest

from integration import ROOT
from integration.errors import IneenError, SettingUnusable
from integration.settings import SETTINGS, check_settings, demo_wanted, public_address, silent_days, store_path

NAMES = [one.name for one in SETTINGS]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_without_settings_the_store_is_in_the_data_folder():
    assert store_path() == ROOT / "data" / "integration.duckdb"


@pytest.mark.parametrize(("text", "path"), [("/srv/ineen.duckdb", Path("/srv/ineen.duckdb")), ("elsewhere/x.duckdb", ROOT / "elsewhere" / "x.duckdb")])
def test_a_relative_store_counts_from_the_project(monkeypatch, text, path):
    monkeypatch.setenv("INTEGRATION_STORE", text)

    assert store_path() == path


@pytest.mark.parametrize(("text", "wanted"), [(None, True), ("", True), ("1", True), ("0", False), ("no", False), ("false", False)])
def test_the_demo_is_wanted_unless_it_is_refused(monkeypatch, text, wanted):
    if text is not None:
        monkeypatch.setenv("INTEGRATION_DEMO", text)

    assert demo_wanted() is wanted


@pytest.mark.parametrize(("text", "days"), [(None, 30), ("", 30), ("14", 14)])
def test_silence_is_30_days_unless_set(monkeypatch, text, days):
    if text is not None:
        monkeypatch.setenv("INTEGRATION_SILENT_DAYS", text)

    assert silent_days() == days


@pytest.mark.parametrize(("name", "text"), [("INTEGRATION_MEMORY", "127"), ("INTEGRATION_MEMORY", "1 GB"), ("INTEGRATION_THREADS", "65")])
def test_an_engine_without_bounds_is_refused_at_the_start(monkeypatch, name, text):
    monkeypatch.setenv(name, text)

    with pytest.raises(SettingUnusable) as refusal:
        check_settings()
    assert name in str(refusal.value) and text in str(refusal.value)


@pytest.mark.parametrize("text", ["a month", "-1", "3.5"])
def test_a_number_that_is_none_is_refused_in_a_sentence(monkeypatch, text):
    monkeypatch.setenv("INTEGRATION_SILENT_DAYS", text)

    with pytest.raises(IneenError) as refusal:
        silent_days()
    assert "INTEGRATION_SILENT_DAYS" in str(refusal.value)


def test_a_setting_can_come_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "days").write_text("14\n")
    monkeypatch.setenv("INTEGRATION_SILENT_DAYS_FILE", str(tmp_path / "days"))

    assert silent_days() == 14


def test_every_setting_says_what_it_is_for():
    assert len(set(NAMES)) == len(NAMES)
    assert [one.name for one in SETTINGS if not one.help or not (one.name.startswith("INTEGRATION_") or one.name == "PORT")] == []


@pytest.mark.parametrize(
    ("address", "seen", "found"),
    [
        (None, "", "http://127.0.0.1:8501"),
        (None, "http://school.nl:8080/mirror?p=X", "http://school.nl:8080"),
        ("https://ineen.example.org/", "http://127.0.0.1:8501/mirror", "https://ineen.example.org"),
    ],
)
def test_what_is_set_is_the_address_before_what_a_browser_sees(monkeypatch, address, seen, found):
    if address:
        monkeypatch.setenv("INTEGRATION_ADDRESS", address)

    assert public_address(seen) == found
