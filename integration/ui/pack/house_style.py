"""The look of packs on the settings page: the template and the logo that are set, and bringing others."""

from collections.abc import Callable

import streamlit as st

from integration.errors import EditConflict, Invalid
from integration.i18n.formats import moment
from integration.model.pack import HouseStyle
from integration.services.core.visit import Visit
from integration.services.pack import house_style
from integration.services.pack.house_style import Part
from integration.ui.forms.messages import problems_list, saved, sentence
from integration.ui.kit.html import show
from integration.ui.kit.markup import el

# Somewhat more than is taken, so that what is too large is told in our words.
MOST = 60


def house_style_form(visit: Visit) -> None:
    """Two files, each with what is set now and a way back."""
    say, stored = visit.reader.say, house_style.read(visit)
    st.subheader(say("The look of packs"))
    since = say("Set on {moment}.", moment=moment(stored.recorded_at, visit.language)) if stored.recorded_at else ""
    words = say(
        "Slides take their master, fonts and colours from a PowerPoint template of your own (.pptx, 10 MB at most, without macros);"
        " PDF and Word take its first colour and the logo. Packs that were published before keep the look they had."
    )
    show(el("p", words, " ", since, class_="muted"), key="house-style")
    columns = st.columns(2, gap="large")
    with columns[0]:
        _one(visit, stored, "template", say("Template for slides (.pptx)"), stored.template_name or say("our own slides"))
    with columns[1]:
        _one(visit, stored, "logo", say("Logo (PNG or JPEG)"), stored.logo_name or say("none"))


def _one(visit: Visit, stored: HouseStyle, part: Part, label: str, now: str) -> None:
    say = visit.reader.say
    show(el("p", say("Now"), ": ", el("strong", now)), key=f"{part}-now")
    brought = st.file_uploader(label, key=f"{part}-{stored.version}", max_upload_size=MOST)
    if brought is not None and st.button(say("Use this file"), key=f"use-{part}", type="primary"):
        _kept(visit, lambda: house_style.bring(visit, stored, part, brought.name, brought.getvalue()))
    if getattr(stored, part) and st.button(say("Take it out"), key=f"leave-{part}", icon=":material/undo:"):
        _kept(visit, lambda: house_style.leave(visit, stored, part))


def _kept(visit: Visit, store: Callable[[], object]) -> None:
    say = visit.reader.say
    try:
        store()
    except Invalid as error:
        problems_list(visit, error)
        return
    except EditConflict as error:
        sentence(say.error(error))
        return
    saved(visit, [say("Packs that are published from now on look like this.")])
    st.rerun()
