"""A form over one record: what was typed stays, problems stand at their field, and a lost race is settled by the person."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Generic, TypeVar

import streamlit as st

from integration.days import EARLIEST, LATEST
from integration.errors import EditConflict, Invalid, Problem
from integration.errors.store import NotStored
from integration.model.kinds import KIND_OF
from integration.model.record import Record
from integration.model.text import Text
from integration.services.changes.history import as_it_was
from integration.services.core.visit import Visit
from integration.ui.forms.conflict_form import compare
from integration.ui.forms.put_back import as_tick, kept, one_of, settle_form, some_of
from integration.ui.forms.turns import next_turn, turn_of
from integration.ui.forms.typed_fields import day_field, number_field
from integration.ui.kit.label import label as as_label
from integration.ui.kit.label import options as as_options
from integration.ui.kit.markup import el
from integration.views.changes.difference import changed_fields

R = TypeVar("R", bound=Record)
V = TypeVar("V")
DATE_FORMAT = "DD-MM-YYYY"
# Wider than what may be stored: a calendar that took back what somebody typed would say nothing, and saving says why.
FIRST_TYPED, LAST_TYPED = EARLIEST.replace(year=EARLIEST.year - 10), LATEST.replace(year=LATEST.year + 10)


@dataclass
class Kept:
    """What a session remembers of one form: the version it saw, what a save met there, and the problems of its last try with their values."""

    seen: Record
    theirs: Record | None = None
    late: bool = False
    sent: bool = False
    problems: tuple[Problem, ...] = ()
    refused: dict[str, Any] = field(default_factory=dict)


class Form(Generic[R]):
    """The fields of one record; every field keeps its typing across pages while the session lasts."""

    def __init__(self, visit: Visit, scope: str, stored: R, known: Mapping[str, str]) -> None:
        self._visit, self._stored, self._known = visit, stored, known
        self._scope = f"{scope}/{visit.language}"
        self._turn, began = turn_of(self._scope, str(stored.version))
        kept: dict[str, Kept] = st.session_state.setdefault("forms", {})
        if self._scope not in kept:
            # A browser that comes from another server, or back after a restart, began from what was stored then.
            kept[self._scope] = Kept(stored if began == str(stored.version) or not began.isdecimal() else as_it_was(visit, stored, int(began)))
        self._kept = kept[self._scope]
        self._values: dict[str, Any] = {}
        self._unread = False
        self.seen: R = self._kept.seen  # type: ignore[assignment]

    def text(self, name: str, label: str, value: str, area: bool = False, **more: Any) -> str:
        """A line of text, or a few lines."""
        draw = st.text_area if area else st.text_input
        return self._filled(name, (draw(as_label(label), value, key=kept(self._key(name)), persist_state="session", **more) or "").strip())

    def both(self, name: str, labels: tuple[str, str], value: Text) -> Text:
        """One text in Dutch and in English; one that has lines keeps them."""
        nl, en = (
            (st.text_area if "\n" in words else st.text_input)(as_label(label), words, key=kept(self._key(f"{name}_{language}")), persist_state="session") or ""
            for label, words, language in zip(labels, (value.nl, value.en), ("nl", "en"), strict=True)
        )
        return self._filled(name, Text(nl.strip(), en.strip()))

    def long(self, name: str, labels: tuple[str, str], value: Text) -> Text:
        """A longer text in Dutch and in English."""
        nl, en = (
            st.text_area(as_label(label), words, key=kept(self._key(f"{name}_{language}")), persist_state="session", height=90) or ""
            for label, words, language in zip(labels, (value.nl, value.en), ("nl", "en"), strict=True)
        )
        return self._filled(name, Text(nl.strip(), en.strip()))

    def day(self, name: str, label: str, value: date | None) -> date | None:
        """A day, or None while the field is empty."""
        return self._read(name, value, day_field(self._visit, label, value, kept(self._key(name))))

    def number(self, name: str, label: str, value: float) -> float:
        """A number; what is out of bounds is said on saving, not silently mended."""
        return self._read(name, value, number_field(self._visit, label, value, kept(self._key(name))))

    def choice(self, name: str, label: str, options: Sequence[Any], value: Any, words: Callable[[Any], str], new: bool = False) -> Any:
        """One of a few values, or words typed in their place where something `new` may be named."""
        index, key = options.index(value) if value in options else 0, kept(self._key(name), one_of(options, words, new))
        draw = partial(st.selectbox, as_label(label), options, index=index, format_func=as_options(words), key=key, persist_state="session")
        chosen = draw(accept_new_options=new)
        if new and isinstance(chosen, str) and chosen not in options:
            return self._filled(name, chosen.strip())
        # Streamlit compares what a browser sends by its words alone, and some words are said of anything.
        return self._filled(name, chosen if chosen in options else options[index])

    def choices(
        self, name: str, label: str, options: Sequence[str], value: Sequence[str], words: Callable[[str], str], nothing: str, new: bool = False
    ) -> tuple[str, ...]:
        """Any number of values, and words typed beside them where something `new` may be named."""
        present, key = [one for one in value if one in options], kept(self._key(name), some_of(options, words, new))
        draw = partial(st.multiselect, as_label(label), options, present, format_func=as_options(words), placeholder=nothing, key=key)
        return self._filled(name, tuple(draw(persist_state="session", accept_new_options=new)))

    def check(self, name: str, label: str, value: bool) -> bool:
        """Yes or no."""
        return self._filled(name, st.checkbox(as_label(label), value, key=kept(self._key(name), as_tick), persist_state="session"))

    def submit(self, label: str, wanted: R, store: Callable[[R], object]) -> bool:
        """The button that stores what is wanted; where somebody else was first, both versions and the choice instead."""
        self._tell_rest()
        if theirs := self._theirs(wanted):
            if self._kept.sent and not changed_fields(theirs, replace(wanted, version=theirs.version)):
                # It was stored, and the run that did it was broken off before it could say so.
                self.reset()
                return True
            return self._settle(wanted, theirs, store)
        if self._kept.late:
            st.html(el("p", "▲ ", self._visit.reader.say("Somebody else saved this meanwhile."), class_="field-problem", role="alert"))
        pressed = st.button(as_label(label), type="primary", icon=":material/save:", key=self._key("save"))
        if pressed and self._unread:
            self._tell_some()
        return pressed and not self._unread and self._stored_now(wanted, store)

    def reset(self) -> None:
        """Forget what was typed; the next run shows what is stored."""
        _begin_anew(self._scope)

    def _theirs(self, wanted: R) -> R | None:
        """What stands where this form began: a newer version, or what somebody else wrote first of what there is one of."""
        if self._stored.version != self._kept.seen.version:
            return self._stored
        theirs, key_of = self._kept.theirs, KIND_OF[type(wanted)].key_of
        return theirs if isinstance(theirs, type(wanted)) and key_of(theirs) == key_of(wanted) else None

    def _settle(self, wanted: R, theirs: R, store: Callable[[R], object]) -> bool:
        mine = {name: getattr(wanted, name) for name in changed_fields(self.seen, wanted)}
        chosen = compare(self._visit, self.seen, wanted, theirs, self._known, self._key("compare"))
        if chosen == "mine" and self._unread:
            self._tell_some()
        elif chosen == "mine":
            return self._stored_now(replace(theirs, **mine), store)
        if chosen == "theirs":
            self.reset()
            st.rerun()
        return False

    def _stored_now(self, wanted: R, store: Callable[[R], object]) -> bool:
        self._kept.sent = True
        try:
            store(wanted)
        except Invalid as error:
            self._kept.problems, self._kept.refused = error.problems, self._values
        except EditConflict as error:
            # A newer version comes with what is stored; another record of what there is one of is known from here only.
            self._kept.problems, self._kept.late = (), True
            self._kept.theirs = error.theirs if isinstance(error.theirs, Record) else None
        except NotStored as error:
            st.error(as_label(self._visit.reader.say.error(error)), icon=":material/error:")
            return False
        else:
            self.reset()
            return True
        self._kept.sent = False
        st.rerun()
        return False

    def _key(self, name: str) -> str:
        return f"form-{self._scope}-{self._turn}-{name}"

    def _read(self, name: str, before: V, read: V | Problem) -> V:
        if not isinstance(read, Problem):
            return self._filled(name, read)
        # Its sentence stands at the field already, and nothing is saved until it is understood.
        self._unread = True
        self._values[name] = read
        return before

    def _filled(self, name: str, value: V) -> V:
        self._values[name] = value
        # A problem goes away when its field is changed, and the others stay.
        if self._kept.refused.get(name, self) == value:
            for problem in self._kept.problems:
                if problem.field == name:
                    st.html(el("p", "▲ ", self._visit.reader.say.problem(problem), class_="field-problem", role="alert"))
        return value

    def _tell_rest(self) -> None:
        rest = [problem for problem in self._kept.problems if problem.field not in self._values]
        if rest:
            st.html(el("ul", *(el("li", self._visit.reader.say.problem(problem)) for problem in rest), class_="field-problem", role="alert"))
        if self._kept.problems and any(self._kept.refused.get(one.field) == self._values.get(one.field) for one in self._kept.problems):
            self._tell_some()

    def _tell_some(self) -> None:
        st.html(el("p", "▲ ", self._visit.reader.say("Some fields need another look. Nothing was saved."), class_="field-problem"))


def forget(ids: Collection[str]) -> None:
    """Forget what was typed in the forms of these records: what they showed was taken back."""
    for scope, one in [*st.session_state.get("forms", {}).items()]:
        if one.seen.id in ids:
            _begin_anew(scope)


def _begin_anew(scope: str) -> None:
    forms: dict[str, Kept] = st.session_state.forms
    forms.pop(scope)
    settle_form(f"form-{scope}", next_turn(scope) - 1)
