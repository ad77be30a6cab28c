"""The crowd: a run of a page waits for a place, and says so where all of them are taken."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from integration.i18n.words import words_in
from integration.services.core.load import Load
from integration.ui.frame.language import language
from integration.ui.kit.label import label as as_label

PATIENCE, AGAIN = 4.0, 1.0


@contextmanager
def place_in(load: Load) -> Iterator[None]:
    """A place to run in; who has waited for long reads that there is none, and has the page as soon as there is."""
    notice = None
    while not load.take(PATIENCE if notice is None else AGAIN):
        notice = notice or st.empty()
        # Said again at every turn, as that is where Streamlit ends a run that nobody waits for any more.
        notice.info(as_label(words_in(language())("Many people are reading just now. Your page comes by itself as soon as there is room.")))
    try:
        if notice:
            notice.empty()
        yield
    finally:
        load.give_back()
