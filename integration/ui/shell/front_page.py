"""The page that a browser opens: Streamlit's own, in the reader's language, with our scripts before it and with what to say while there is no connection."""

import hashlib
import json
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from integration import ROOT
from integration.i18n.words import Words, words_in
from integration.model.text import LANGUAGES, Language
from integration.palette import css_variables
from integration.settings import CONTACT
from integration.ui.assets import FOLDER, under_base
from integration.ui.shell.built_in_words import built_in_words

HERE = Path(__file__).parent
HABITS = ("cipher", "drafts", "keeping", "opening", "history", "connection", "wording", "printing")
# Where a browser came from is told there by its referrer, for an address without scripts cannot know it.
STILL_OF_HERE = "/still/here"
OWN_SCRIPT = '<script type="module" crossorigin'


def streamlit_page() -> str:
    """The page that Streamlit serves for every address of ours."""
    return (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")


def page_names() -> list[str]:
    """Every page as an address names it; the first page has no name."""
    return ["", *(file.stem for file in sorted((ROOT / "pages").glob("*.py")))]


@cache
def habits() -> dict[str, str]:
    """The script of the shell by its address."""
    words = f"const STREAMLITS = {json.dumps(built_in_words(words_in('nl')), ensure_ascii=False)};\n"
    text = words + "".join((HERE / f"{name}.js").read_text("utf-8") for name in HABITS)
    return {f"{FOLDER}/habits-{hashlib.sha256(text.encode()).hexdigest()[:16]}.js": text}


def front_pages() -> dict[Language, str]:
    """The page in every language."""
    return {one: front_page(one) for one in LANGUAGES}


def front_page(language: Language) -> str:
    """The page in one language; what it says of the connection is in both, for nobody knows yet who reads it."""
    [script] = habits()
    style = f"<style>{css_variables()}{(HERE / 'front_page.css').read_text('utf-8')}</style>"
    head = f'<meta name="ineen-root" content="{escape(under_base("/"))}"><script type="module" src="{under_base(script)}"></script>{style}'
    page = streamlit_page()
    for before, after in {
        '<html lang="en">': f'<html lang="{language}">',
        "<title>Streamlit</title>": "<title>Ineen</title>",
        '<link rel="service-desc" href="./_stcore/agent/openapi.json" />': "",
        OWN_SCRIPT: head + OWN_SCRIPT,
        "<body>": f"<body>{_notice('lost', 'status', _lost)}{_notice('unreachable', 'alert', _unreachable, _plain)}",
        _between(page, "<noscript>", "</noscript>"): _in_both(_no_script, _plain),
    }.items():
        page = page.replace(before, after, 1)
    return page


def _between(page: str, before: str, after: str) -> str:
    return page.partition(before)[2].partition(after)[0]


def _notice(name: str, role: str, *sentences: Callable[[Words], str]) -> str:
    return f'<div id="ineen-{name}" class="told" role="{role}" hidden>{_in_both(*sentences)}</div>'


def _in_both(sentence: Callable[[Words], str], plain: Callable[[Words], str] | None = None) -> str:
    """A sentence in both languages, and the way to the page as it is without scripts where it needs nothing else."""
    return "".join(f'<p lang="{one}">{escape(sentence(words_in(one)))}{_way(plain(words_in(one))) if plain else ""}</p>' for one in LANGUAGES)


def _way(words: str) -> str:
    return f' <a href="{escape(under_base(STILL_OF_HERE), quote=True)}">{escape(words)}</a>'


def _plain(say: Words) -> str:
    return say("Read this page as it stands now, without them.")


def _no_script(say: Words) -> str:
    return say("Ineen needs JavaScript; switch it on and load the page again.")


def _lost(say: Words) -> str:
    return say("The connection is lost. What you typed is kept; the page goes on by itself as soon as the connection is back.")


def _unreachable(say: Words) -> str:
    whom = CONTACT.text() or say("the administrator of Ineen in your organisation")
    network = say("This page gets no connection: the network that you are on seems to block WebSockets, and Ineen needs them.")
    return f"{network} {say('Try another network, or ask {contact} to have them let through for this address.', contact=whom)}"
