"""Terms of trade on a page: each is explained one tap away, beside the figure that it names and under the page that shows it."""

import re

from integration.i18n.terms import definitions, terms_in
from integration.i18n.words import Words
from integration.model.access.grant import HELP
from integration.ui.kit.html import show, words_so_far
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.still import making

# What stands in a page's fields, whose labels are Streamlit's; a test holds that none is missing and none too many.
FIELDS = {
    "update": ("delivered", "gate", "key milestone", "school-year cliff"),
    "settings": ("days behind", "SPI(t)", "key milestone", "slack", "silent", "confidence"),
}


def term(say: Words, words: str) -> Markup | str:
    """Words that name a figure, as a button that opens what they mean, by mouse, touch and keyboard; plain where they name no term."""
    named = terms_in(words, say.language)
    if not named:
        return words
    called, meaning = definitions(say)[named[0]]
    place = f"term-{re.sub(r'[^a-z0-9]+', '-', named[0].lower())}"
    button = el("button", words, type="button", class_="term", popovertarget=place)
    # The meaning comes first, so that in the order of reading a figure still follows its name.
    return joined(el("span", el("strong", called), " – ", meaning, popover="", id=place, class_="meaning"), button)


def page_terms(say: Words, page: str) -> None:
    """What the terms on this page mean, folded, under everything else."""
    if making() or page == HELP:
        return
    known, shown = definitions(say), {*terms_in(words_so_far(), say.language), *FIELDS.get(page, ())}
    lines = [part for name in known if name in shown for part in (el("dt", known[name][0]), el("dd", known[name][1]))]
    if lines:
        show(el("details", el("summary", say("What the words on this page mean")), el("dl", *lines, class_="lines"), id="terms", class_="small"), key="terms")
