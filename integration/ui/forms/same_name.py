"""The question whether something new of a name that is in use is another, asked once the name was refused."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from integration.errors import NameInUse
from integration.services.core.visit import Visit
from integration.ui.kit.markup import el

T = TypeVar("T")
KEY = "name_in_use"


def is_another(visit: Visit, name: str, words: str = "", kind: type[NameInUse] = NameInUse) -> bool:
    """Whether somebody says that it is another; the question stands only while the name is the refused one, of its kind."""
    if not name.strip() or st.session_state.get(KEY) != (kind.__name__, name.strip()):
        return False
    st.html(el("p", "▲ ", visit.reader.say.error(kind(name=name.strip())), class_="field-problem", role="alert"))
    return st.checkbox(words or visit.reader.say("This is another organisation of the same name"), key=f"{KEY}_another_{kind.__name__}")


def asking_first(add: Callable[[], T]) -> T:
    """What `add` stores; where the name is in use the page asks."""
    try:
        return add()
    except NameInUse as error:
        st.session_state[KEY] = (type(error).__name__, error.details["name"])
        st.rerun()
