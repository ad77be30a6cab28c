"""Putting back: what a browser kept of a form that was never saved comes into its fields again, and what was saved is kept no longer."""

import base64
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from integration.services.core.host import host
from integration.services.core.identity import Identity
from integration.services.core.visit import moment_now

# How the keys of fields begin that are worth keeping: not those that search, sign in, or choose what to look at.
KEPT = ("form-", "check-in-", "note-", "notes-", "agenda-title", "pack-reason-", "pack-line-", "pasted-")
WAITING, TAKEN, SETTLED, SESSION = "put_back", "put_back_taken", "settled", "drafts_session"
# The turn of a form, which tells a field that was saved from the same one filled in again.
TURN = re.compile(r"-(\d+)-(?=[^-]*$)")
# Who is nobody, or answers a round, keeps nothing.
NO_DRAFTS: dict[str, Any] = {"tag": "", "key": "", "kept": [], "settled": [], "session": ""}
LONGEST, MOST, REMEMBERED = 2_000_000, 500, 12
Reading = Callable[[Any], Any]


def drafts_of(identity: Identity) -> dict[str, Any]:
    """What a browser needs to keep drafts for this person alone, and what it may forget."""
    person, seal = identity.person.id, host().seal
    settled = st.session_state.get(SETTLED, [])
    return {
        "tag": seal.key("drafts of", person).hex()[:16],
        "key": base64.b64encode(seal.key("draft", person)).decode("ascii"),
        "kept": [*KEPT],
        "settled": settled,
        "session": _session(),
    }


def take(sent: Any) -> None:
    """Take over what a browser wants in its fields, once."""
    # A browser says it again in every run, and to another session too.
    if not isinstance(sent, Mapping) or sent.get("session") != _session() or not isinstance(at := sent.get("at"), int) or at == st.session_state.get(TAKEN):
        return
    fields = sent.get("fields")
    st.session_state[TAKEN] = at
    st.session_state[WAITING] = dict([*fields.items()][:MOST]) if isinstance(fields, Mapping) else {}


def kept(key: str, read: Reading | None = None) -> str:
    """The key of a field that is about to be drawn; what waits to be put back in it, is."""
    waiting = st.session_state.get(WAITING)
    if waiting and (name := TURN.sub("-", browser_name(key))) in waiting:
        value = (read or as_words)(waiting.pop(name))
        if value is not None:
            st.session_state[key] = value
    return key


def settle_form(form: str, turn: int | None = None) -> None:
    """Tell the browser that what it kept of this form, or of one turn of it, was saved or thrown away."""
    _settle(form=browser_name(form), turn="" if turn is None else str(turn))


def settle_field(key: str, value: str) -> None:
    """Tell the browser that these words of one field were saved."""
    _settle(field=TURN.sub("-", browser_name(key)), value=value.strip())


def browser_name(key: str) -> str:
    """A key as it stands in the page."""
    return re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())


def as_words(value: Any) -> str | None:
    """Words, or nothing."""
    return value[:LONGEST] if isinstance(value, str) else None


def as_tick(value: Any) -> bool | None:
    """Yes or no, or nothing."""
    return value if isinstance(value, bool) else None


def step_of(first: int, last: int) -> Reading:
    """A step of a scale, or nothing."""
    return lambda value: value if isinstance(value, int) and not isinstance(value, bool) and first <= value <= last else None


def one_of(options: Sequence[Any], words: Callable[[Any], str], new: bool = False) -> Reading:
    """The option that a browser shows in these words; nothing where it is two, or none and nothing `new` may be named."""

    def read(value: Any) -> Any:
        found = [one for one in options if isinstance(value, str) and words(one).strip() == value.strip()]
        return found[0] if len(found) == 1 else as_words(value) if new and not found else None

    return read


def some_of(options: Sequence[Any], words: Callable[[Any], str], new: bool = False) -> Reading:
    """The options that a browser shows in these words."""
    one = one_of(options, words, new)
    return lambda value: [known for each in value if (known := one(each)) is not None] if isinstance(value, list) else None


def _session() -> str:
    known: str = st.session_state.setdefault(SESSION, secrets.token_urlsafe(8))
    return known


def _settle(**what: str) -> None:
    known: list[dict[str, Any]] = st.session_state.setdefault(SETTLED, [])
    last = known[-1]["at"] if known else 0
    known.append({"at": max(last + 1, int(moment_now().timestamp() * 1000)), **what})
    del known[:-REMEMBERED]
