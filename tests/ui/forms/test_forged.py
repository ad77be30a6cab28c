"""Forged forms: values that no widget of a page offers, each pressed with every button, are stored nowhere and break no page."""

import math
import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from integration.model.kinds import RECORD_KINDS
from integration.model.pack import HouseStyle, PackContent
from integration.model.record import Record
from integration.model.text import Text
from integration.services.core.store import inspect
from integration.storage.core.database import Database
from integration.storage.core.records import versions
from tests.access.portfolio import OWN, Filled, fill, served
from tests.access.table import rows
from tests.access.test_wire import file
from tests.access.wire import Told, Wire
from tests.browser.kit.running import Running

pytestmark = pytest.mark.slow
# What tells one of many like buttons from another.
THING = re.compile(r"[0-9a-f]{20,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FOREIGN = "00000000-0000-7000-8000-000000000099"
BROKEN = ("Something went wrong on our side", "Traceback")
PAGES: Any = (
    *((row.page, {name: value.replace("CODE", OWN) for name, value in row.asked.items()}) for row in rows() if row.name not in ("own data", "answer")),
    *(("update", {"p": OWN, "tab": tab}) for tab in ("depth", "baseline", "scenarios", "partnership")),
    ("people", {"person": "new"}),
    ("meeting", {"p": OWN, "item": "99"}),
    *(("register", {"p": OWN, "show": show, "e": "new"}) for show in ("risks", "issues", "actions", "decisions")),
)
# By the kind of a widget the field its value travels in, and values of that type that it never offers.
WORDS = ["foreign", "h" * 200_000, FOREIGN, "\x00\u202e"]
FORGED: dict[str, tuple[str, list[Any]]] = {
    **dict.fromkeys(("text_input", "text_area", "selectbox", "radio"), ("string_value", WORDS)),
    "number_input": ("double_value", [math.nan, math.inf, -1e308, 12345678.9]),
    "slider": ("double_array_value", [[99.0], [-4.0], [math.nan], [1.5]]),
    **dict.fromkeys(("multiselect", "button_group"), ("string_array_value", [["foreign"], [FOREIGN] * 50, [""], ["\u202e"]])),
    "date_input": ("string_array_value", [["9999/12/31"], ["0001/01/01"], ["1900/02/29"], ["2026/11/27"]]),
    "checkbox": ("bool_value", [True, False]),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """A store of its own, for what was stored by mistake would disturb others."""
    return fill(tmp_path_factory.mktemp("forged") / "store.duckdb")


@pytest.fixture(scope="module")
def app(store: Filled) -> Iterator[Running]:
    with served(store) as running:
        yield running


def state(widget: str, name: str, value: Any) -> WidgetState:
    """A widget's value as a browser would send it."""
    made = WidgetState(id=widget)
    if name.endswith("array_value"):
        getattr(made, name).data.extend(value)
    else:
        setattr(made, name, value)
    return made


def forged(told: Told, turn: int) -> list[WidgetState]:
    """A value for everything on a page that can be filled in, of the right type and never offered."""
    known = [(widget, *FORGED[kind]) for kind, widget in told.widgets if kind in FORGED]
    return [state(widget, name, values[turn % len(values)]) for widget, name, values in known]


def broken(told: Told) -> bool:
    return any(map(told.tells, BROKEN)) or any(one.WhichOneof("type") == "exception" for one in told.elements)


@pytest.mark.parametrize(("page", "asked"), PAGES)
def test_values_that_no_widget_offers_break_no_page_whatever_is_pressed(app: Running, store: Filled, page: str, asked: dict[str, str]):
    cookies = store.signed_in("administrator")
    with Wire(app.address, cookies) as tab:
        buttons = {THING.sub("", widget): widget for kind, widget in tab.open(page, **asked).widgets if kind == "button"}
    found = []
    # “Sign out everywhere” and “Archive” would end what is tried here.
    for turn, button in enumerate(widget for widget in buttons.values() if not widget.endswith(("everywhere", "-archive"))):
        with Wire(app.address, cookies) as tab:
            told = tab.fill(page, [*forged(tab.open(page, **asked), turn), state(button, "trigger_value", True)], **asked)
        found += [button] if broken(told) else []
    assert found == []


@pytest.mark.parametrize(("name", "value"), [("string_value", "x"), ("int_value", 1), ("json_value", '{"go": "/nowhere\\ud800"}'), ("bytes_value", b"\xff")])
def test_values_of_the_wrong_type_are_a_sentence_and_no_trace(app: Running, store: Filled, name: str, value: Any):
    with Wire(app.address, store.signed_in("administrator")) as tab:
        kinds = {kind: widget for kind, widget in tab.open("register", p=OWN, show="risks", e="new").widgets if kind != "dataframe"}
    assert len(kinds) > 4
    for widget in kinds.values():
        with Wire(app.address, store.signed_in("administrator")) as tab:
            told = tab.fill("register", [state(widget, name, value)], p=OWN, show="risks", e="new")
        assert not told.tells("Traceback") and not any(one.WhichOneof("type") == "exception" for one in told.elements)


def test_a_form_that_is_sent_twice_is_stored_once(app: Running, store: Filled):
    with Wire(app.address, store.signed_in("administrator")) as tab:
        asked = {"p": OWN, "show": "issues", "e": "new"}
        page = tab.open("register", **asked)
        states = [state(page.named("In one sentence, in English"), "string_value", "only-once"), state(page.named("Save"), "trigger_value", True)]
        for _ in range(3):
            tab.fill("register", states, **asked)
        files = [file(app, url, store.signed_in("administrator")).text for url in tab.open("register", p=OWN, show="issues").downloads]
    assert {one.count("only-once") for one in files if "only-once" in one} == {1}


def test_a_disabled_button_that_is_pressed_does_nothing(app: Running, store: Filled):
    asked = {"person": store.people["steering"].id}
    with Wire(app.address, store.signed_in("administrator")) as tab:
        tab.fill("people", [state(tab.open("people", **asked).named("Erase"), "trigger_value", True)], **asked)
        assert tab.open("people", **asked).tells(store.people["steering"].email)


def test_nothing_forged_was_stored(app: Running, store: Filled):
    app.__exit__()
    database = Database(store.path)
    with database.reading() as cursor:
        stored = [one for kind in RECORD_KINDS for one in versions(cursor, kind.record, "true", [])]
    assert inspect(database).faults == ()
    database.close()
    odd = [(one, name) for one in stored for name, hint in get_type_hints(type(one)).items() if not grows(one) and is_odd(getattr(one, name), hint)]
    assert odd == []
    assert not [one for one in stored for part in fields(one) if part.name.endswith("_id") and getattr(one, part.name) == FOREIGN]


def is_odd(value: Any, hint: Any) -> bool:
    """Whether a stored value is none of its choices, no number, or a text that is endless or has signs that nobody sees."""
    if get_origin(hint) is Literal:
        return value not in get_args(hint)
    if isinstance(value, float):
        return not math.isfinite(value)
    words = f"{value.nl}{value.en}" if isinstance(value, Text) else value if isinstance(value, str) else ""
    return len(words) > 20_000 or "\u202e" in words


def grows(one: Record) -> bool:
    """Whether this is made by the program itself out of everything that is there, so that it has no length of its own."""
    return isinstance(one, PackContent | HouseStyle)
