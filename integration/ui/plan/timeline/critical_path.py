"""The critical path of one partnership as a table, tightest first."""

import streamlit as st

from integration.services.core.visit import Visit
from integration.services.portfolio import thresholds
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import asked, choice
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el
from integration.ui.kit.panels import nothing_here, small_print
from integration.views.plan.critical_path import SIGNS, PathRow, PathView, path_table, path_view, tightness_name


def show_path(visit: Visit, dossier: Dossier, group: str) -> None:
    """What cannot move, what hardly, and what waits for the other partner."""
    say, near = visit.reader.say, thresholds.read(visit).near_critical
    waits = asked("waits", ("other",))
    names = {"": say("All open milestones"), "other": say("Waits on the other partner")}
    view = path_view(visit.reader, dossier.partnership.code, dossier.milestones, near, dossier.bodies, waits == "other", group)
    if view.problem:
        nothing_here(view.problem)
        return
    with st.container(horizontal=True):
        choice(say("Show"), "waits", ["", "other"], waits, names.__getitem__)
    small_print(f"{view.sentence}.", "path-words")
    if not view.rows:
        nothing_here(say("No open milestone waits on the other partner.") if waits else say("No milestone is open here."))
        return
    show(_table(visit, view, near), key="path")
    download_table(visit, lambda: path_table(visit.reader, view), f"path-{dossier.partnership.code}")


def _table(visit: Visit, view: PathView, near: int) -> Markup:
    say = visit.reader.say
    labels = (say("Milestone"), say("Slack"), say("Between"), say("Waits for"), say("Partner"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    note = el("p", say("Slack: days a milestone may move before the last one moves. Nearly critical: {n} days or fewer.", n=near), class_="small muted")
    return el("div", note, el("table", head, el("tbody", *(_row(visit, row, labels) for row in view.rows)), class_="plain stack"))


def _row(visit: Visit, row: PathRow, labels: tuple[str, ...]) -> Markup:
    say = visit.reader.say
    tight = el("div", SIGNS[row.tightness], " ", tightness_name(say, row.tightness), class_="small tight") if row.tightness != "loose" else None
    other = el("div", say("waits on the other partner"), class_="small late-words") if row.other_partner else None
    return el(
        "tr",
        el("td", el("span", row.code, class_="muted small"), " ", anchor(row.title, href=row.href), el("div", row.domain, class_="small muted")),
        el("td", row.slack, tight, data_label=labels[1]),
        el("td", row.span, data_label=labels[2]),
        el("td", row.waits or "–", other, data_label=labels[3]),
        el("td", row.partner or "–", data_label=labels[4]),
    )
