"""A still: a page made whole on the server, without Streamlit and without scripts; what a page shows goes into it instead of to a browser."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from integration.services.core.visit import Visit
from integration.ui.kit.markup import Markup, el


@dataclass(frozen=True, slots=True)
class Still:
    """What is asked in the address, who asks, and the parts so far."""

    visit: Visit
    query: Mapping[str, str]
    parts: list[Markup] = field(default_factory=list)


_making: ContextVar[Still | None] = ContextVar("still", default=None)


def making() -> Still | None:
    """The still that is being made, if one is."""
    return _making.get()


@contextmanager
def still(visit: Visit, query: Mapping[str, str]) -> Iterator[Still]:
    """Whatever is shown within belongs to this still."""
    one = Still(visit, query)
    token = _making.set(one)
    try:
        yield one
    finally:
        _making.reset(token)


def address_asks() -> Mapping[str, Any]:
    """What the address of the page asks, which is only read here."""
    one = making()
    return one.query if one else st.query_params


def subheading(words: str) -> None:
    """A heading within a page."""
    if one := making():
        one.parts.append(el("h2", words))
    else:
        st.subheader(words)


def beside() -> Any:
    """Controls beside each other; a still has none."""
    return nullcontext() if making() else st.container(horizontal=True)
