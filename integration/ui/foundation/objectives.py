"""Objectives and results: the instruments that measure an ambition, with their gauge, their trend and who confirms them."""

from functools import partial

import streamlit as st

from integration.charts.objective import objective_chart
from integration.services.core.visit import Visit
from integration.services.foundation import foundation
from integration.services.portfolio.partnership import Dossier
from integration.ui.changes.history_drawer import past_links
from integration.ui.forms.address_bar import asked_text
from integration.ui.forms.messages import saved
from integration.ui.foundation.instruments import add_forms, change_form, change_link
from integration.ui.foundation.ready import ready_form
from integration.ui.kit.charts import Chart, chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.panels import nothing_here, progress_bar, small_print
from integration.ui.kit.table import table
from integration.views.foundation.foundation import IndicatorRow, ObjectiveCard, indicator_table, objective_cards, objective_table


def show_objectives(visit: Visit, dossier: Dossier) -> None:
    """Every objective with its indicators; forms for who may write."""
    say, stored = visit.reader.say, foundation.read(visit, dossier.partnership)
    cards = objective_cards(visit.reader, stored)
    may_write = visit.may("agree", dossier.partnership.id)
    small_print(say("Objectives and results are only the instruments that measure the ambition; somebody outside the project confirms them."), "about")
    asked = asked_text("e") if may_write else ""
    if asked:
        change_form(visit, dossier, cards, asked)
    if not cards:
        nothing_here(say("No objective is set yet."))
    for card in cards:
        show(_card(visit, card, dossier.partnership.code if may_write else ""), key=f"objective-{card.id}")
        for row in card.indicators:
            if len(row.values) > 1:
                words = f"{row.name}: {row.latest} {row.unit}, {row.attained_words}"
                chart(visit, Chart(f"indicator-{row.id[-6:]}", f"{card.title} – {row.name}", words, partial(objective_chart, say, row)))
    if cards:
        download_table(visit, lambda: objective_table(visit.reader, stored), f"objectives-{dossier.partnership.code}")
    pasts = {"objectives": say("History of the objectives"), "indicators": say("History of the indicators"), "measurements": say("History of the measurements")}
    if cards:
        past_links(visit, dossier, pasts)
    if may_write and not asked:
        _confirmations(visit, dossier, cards)
        ready_form(visit, dossier)
        add_forms(visit, dossier, cards)


def _card(visit: Visit, card: ObjectiveCard, code: str) -> Markup:
    """The card of one objective; with the code of its partnership also the ways to change it."""
    say = visit.reader.say
    rows = card.indicators
    changes = [change_link(visit, code, "indicator", row.id, row.name) if code else None for row in rows]
    drawn = {
        "indicator": [joined(row.name, el("div", change, class_="small") if change else None) for row, change in zip(rows, changes, strict=True)],
        "attained": [joined(row.attained_words, _gauge(row)) for row in rows],
    }
    listed = table(visit.language, indicator_table(visit.reader, rows), drawn) if rows else el("p", say("No indicator is set yet."), class_="muted")
    change = change_link(visit, code, "objective", card.id, card.title) if code else None
    return el("section", el("h2", card.title), el("p", card.theme, " · " if change else None, change, class_="muted"), listed)


def _gauge(row: IndicatorRow) -> Markup:
    return progress_bar(min(max(100 * row.attained, 0), 100) if row.attained is not None else None)


def _confirmations(visit: Visit, dossier: Dossier, cards: list[ObjectiveCard]) -> None:
    say, measurements = visit.reader.say, foundation.read(visit, dossier.partnership).measurements
    for row in (row for card in cards for row in card.indicators if row.values and row.confirmed_by and not row.confirmed):
        newest = [one for one in measurements if one.indicator_id == row.id][-1]
        label = say("{who} confirms {value}: {name}", who=row.confirmed_by, value=f"{row.latest} {row.unit}".strip(), name=row.name)
        # The version is in the key: a number that changes meanwhile is read before it is confirmed.
        if st.button(as_label(label), key=f"confirm-{newest.id}-{newest.version}", icon=":material/verified:"):
            foundation.confirm(visit, dossier.partnership, newest)
            saved(visit, [say("The measurement was confirmed.")])
            st.rerun()
