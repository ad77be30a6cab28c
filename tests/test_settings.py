"""Settings: read from INTEGRATION_* in the environment."""

from pathlib import Path

import pytest

from integration import ROOT
from integration.errors import IneenError, SettingUnusable
from integration.settings import SETTINGS, demo_wanted, public_address, silent_days, store_path
from integration.settings.check import check_settings, unknown_names, wrong_settings
from tests.docs.env_example import env_example
from tests.docs.write import ENV_EXAMPLE

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


def test_the_example_of_settings_is_as_the_settings_are():
    assert ENV_EXAMPLE.read_text("utf-8") == env_example(), "write it with: python -m tests.docs.write"


def test_an_operators_file_is_read_as_it_is_copied(monkeypatch):
    monkeypatch.setenv("INTEGRATION_SETTINGS", str(ENV_EXAMPLE))

    assert (demo_wanted(), store_path(), list(wrong_settings())) == (False, ROOT / "data" / "integration.duckdb", [])


@pytest.mark.parametrize(("line", "told"), [("INTEGRATION_ZONE", "Line 2"), ("export PORT=1", "Line 2")])
def test_a_line_that_sets_nothing_is_named(monkeypatch, tmp_path, line, told):
    (tmp_path / "ineen.env").write_text(f"# ours\n{line}\n")
    monkeypatch.setenv("INTEGRATION_SETTINGS", str(tmp_path / "ineen.env"))

    [wrong] = wrong_settings()
    assert told in str(wrong)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("INTEGRATION_ADDRESS", "https://school.nl/ineen"),
        ("INTEGRATION_ADDRESS", "school.nl"),
        ("INTEGRATION_ADDRESS", "https://school.nl?x"),
        ("INTEGRATION_ADDRESS", "https://school.nl:port"),
        ("INTEGRATION_FRAMES", "https://a.nl b.nl"),
        ("INTEGRATION_LISTEN", "localhost"),
        ("INTEGRATION_PROXIES", "127.0.0.1, proxy"),
        ("INTEGRATION_DEMO", "maybe"),
        ("INTEGRATION_OIDC_TRUST", "yes"),
        ("INTEGRATION_OIDC_URL", "login.school.nl"),
        ("INTEGRATION_OIDC_URL", "https://login.school.nl"),
        ("INTEGRATION_SECRET_FILE", "/nowhere/secret"),
        ("PORT", "0"),
        ("PORT", "65536"),
    ],
)
def test_what_a_setting_cannot_hold_is_told_in_one_sentence_that_names_it(monkeypatch, name, text):
    monkeypatch.setenv(name, text)

    with pytest.raises(SettingUnusable) as refusal:
        check_settings()
    assert name in str(refusal.value) and "\n" not in str(refusal.value)


@pytest.mark.parametrize("text", ["https://school.nl", "https://school.nl/", "http://10.0.0.7:8080", "https://[::1]:8501"])
def test_an_address_of_a_server_is_taken(monkeypatch, text):
    monkeypatch.setenv("INTEGRATION_ADDRESS", text)

    assert list(wrong_settings()) == []


def test_all_that_is_wrong_is_told_at_once(monkeypatch):
    monkeypatch.setenv("PORT", "many")
    monkeypatch.setenv("INTEGRATION_ZONE", "Mars")

    with pytest.raises(SettingUnusable) as refusal:
        check_settings()
    assert str(refusal.value).count("\n") == 1


def test_a_name_that_is_nearly_a_setting_is_told_with_the_one_that_was_meant(monkeypatch):
    monkeypatch.setenv("INTEGRATION_ADRESS", "https://school.nl")

    assert unknown_names() == [("INTEGRATION_ADRESS", "INTEGRATION_ADDRESS")]


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
