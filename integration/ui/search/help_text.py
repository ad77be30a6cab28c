"""How this works, from docs/help, and the terms of trade, each under an address of its own."""

import streamlit as st

from integration import ROOT
from integration.i18n.terms import definitions
from integration.model.text import Language
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import el, joined
from integration.ui.kit.panels import heading


def help_text(language: Language) -> str:
    """The whole text in one language."""
    return (ROOT / "docs" / "help" / f"{language}.md").read_text("utf-8")


def show_help(visit: Visit) -> None:
    """The text in the reader's language."""
    heading(visit.reader.say("How this works"), "")
    with st.container(key="help"):
        st.markdown(help_text(visit.language))


def show_terms(visit: Visit) -> None:
    """Every term with its meaning."""
    say = visit.reader.say
    known = sorted(definitions(say).items(), key=lambda one: one[1][0].casefold())
    lines = (el("div", el("dt", called), el("dd", meaning), data_at=f"term.{name}") for name, (called, meaning) in known)
    show(joined(el("h2", say("What words mean")), el("dl", *lines, class_="lines")), key="terms")
