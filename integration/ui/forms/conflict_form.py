"""Two people changed the same thing: what was, what this one typed and what the other saved, side by side."""

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from integration.i18n.formats import moment
from integration.i18n.words import Words
from integration.model.record import Record
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.table import table
from integration.views.changes.difference import Difference, changed_fields, differences
from integration.views.kit.table import Column, Table


def compare(visit: Visit, seen: Record, mine: Record, theirs: Record, known: Mapping[str, str], key: str) -> Literal["mine", "theirs", ""]:
    """Show what differs and which of the two the person chooses, if any yet."""
    say = visit.reader.say
    own, other = changed_fields(seen, mine), changed_fields(seen, theirs)
    rows = differences(visit.reader, (seen, mine, theirs), [*own, *(name for name in other if name not in own)], known)
    words = (
        say("Somebody else saved this meanwhile. Nothing of yours was lost: compare both and choose.") if own else say("Somebody else saved this meanwhile.")
    )
    about = el("p", el("strong", words), " ", el("span", saved_by(visit, theirs, known), class_="muted"))
    labels = (say("Was"), say("Yours"), say("Theirs")) if own else (say("Was"), say("Theirs"))
    shown = [row if own else Difference(row.field, row.label, (row.words[0], row.words[2])) for row in rows]
    show(el("div", about, difference_table(say, labels, shown), class_="notice", role="status"), key=f"{key}-table")
    left, right, _ = st.columns([1, 1, 2])
    if own and left.button(say("Keep my changes"), type="primary", key=f"{key}-mine", width="stretch"):
        return "mine"
    if right.button(say("Take theirs") if own else say("Show the newest"), key=f"{key}-theirs", width="stretch"):
        return "theirs"
    return ""


def difference_table(say: Words, versions: Sequence[str], rows: Sequence[Difference]) -> Markup:
    """One line per field, one column per version."""
    columns = (Column("field", say("Field")), *(Column(f"version {at}", name) for at, name in enumerate(versions)))
    return table(say.language, Table(columns, tuple((row.label, *row.words) for row in rows)), {"field": [el("strong", row.label) for row in rows]})


def saved_by(visit: Visit, record: Record, known: Mapping[str, str]) -> str:
    """Who saved a version, and when."""
    say = visit.reader.say
    when = moment(record.recorded_at, visit.language) if record.recorded_at else "–"
    return say("changed by {who} on {when}", who=known.get(record.recorded_by) or say("Local administrator"), when=when)
