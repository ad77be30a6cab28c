"""Objectives and results: the instruments that measure an ambition, with their gauge, their trend and who confirms them."""

from dataclasses import replace

import streamlit as st

from integration.charts.objective import objective_chart
from integration.i18n.labels import theme_name
from integration.model.foundation import AMBITION, Indicator, Measurement, Objective
from integration.model.text import Text
from integration.services import foundation
from integration.services.partnership import Dossier
from integration.services.visit import Visit
from integration.ui.charts import chart
from integration.ui.downloads import download_table
from integration.ui.drawer import past_links
from integration.ui.form import Form
from integration.ui.linked import show
from integration.ui.markup import Markup, el
from integration.ui.panels import nothing_here, progress_bar, small_print
from integration.ui.said import saved
from integration.views.foundation import IndicatorRow, ObjectiveCard, objective_cards, objective_table


def show_objectives(visit: Visit, dossier: Dossier) -> None:
    """Every objective with its indicators; forms for who may write."""
    say, stored = visit.reader.say, foundation.read(visit, dossier.partnership)
    cards = objective_cards(visit.reader, stored)
    small_print(say("Objectives and results are only the instruments that measure the ambition; somebody outside the project confirms them."), "about")
    if not cards:
        nothing_here(say("No objective is set yet."))
    for card in cards:
        show(_card(visit, card), key=f"objective-{card.id}")
        for row in card.indicators:
            if len(row.values) > 1:
                words = f"{row.name}: {row.latest} {row.unit}, {row.attained_words}"
                chart(lambda dark, narrow, one=row: objective_chart(one, dark, narrow), f"indicator-{row.id}", words)  # type: ignore[misc]
    if cards:
        download_table(visit, lambda: objective_table(visit.reader, stored), f"objectives-{dossier.partnership.code}")
    pasts = {"objectives": say("History of the objectives"), "indicators": say("History of the indicators"), "measurements": say("History of the measurements")}
    if cards:
        past_links(visit, dossier, pasts)
    if visit.may("agree", dossier.partnership.id):
        _confirmations(visit, dossier, cards)
        _forms(visit, dossier, cards)


def _card(visit: Visit, card: ObjectiveCard) -> Markup:
    say = visit.reader.say
    labels = (say("Indicator"), say("From → to"), say("Latest"), say("Attained"), say("By"), say("Confirmed by"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    rows = (_row(row, labels) for row in card.indicators)
    table = el("table", head, el("tbody", *rows), class_="plain stack") if card.indicators else el("p", say("No indicator is set yet."), class_="muted")
    return el("section", el("h2", card.title), el("p", card.theme, class_="muted"), table)


def _row(row: IndicatorRow, labels: tuple[str, ...]) -> Markup:
    gauge = progress_bar(min(max(100 * row.attained, 0), 100) if row.attained is not None else None)
    return el(
        "tr",
        el("td", row.name),
        el("td", row.span, data_label=labels[1]),
        el("td", row.latest, data_label=labels[2]),
        el("td", row.attained_words, gauge, data_label=labels[3]),
        el("td", row.due, data_label=labels[4]),
        el("td", row.confirmed_by or "–", el("div", "✓ ", row.confirmed, class_="small tight") if row.confirmed else None, data_label=labels[5]),
    )


def _confirmations(visit: Visit, dossier: Dossier, cards: list[ObjectiveCard]) -> None:
    say, measurements = visit.reader.say, foundation.read(visit, dossier.partnership).measurements
    for row in (row for card in cards for row in card.indicators if row.values and row.confirmed_by and not row.confirmed):
        newest = [one for one in measurements if one.indicator_id == row.id][-1]
        label = say("{who} confirms {value}: {name}", who=row.confirmed_by, value=f"{row.latest} {row.unit}".strip(), name=row.name)
        # The version is in the key: a number that changes meanwhile is read before it is confirmed.
        if st.button(label, key=f"confirm-{newest.id}-{newest.version}", icon=":material/verified:"):
            foundation.confirm(visit, dossier.partnership, newest)
            saved(visit, [say("The measurement was confirmed.")])
            st.rerun()


def _forms(visit: Visit, dossier: Dossier, cards: list[ObjectiveCard]) -> None:
    say, code, own = visit.reader.say, dossier.partnership.code, dossier.partnership.id
    rows = {row.id: f"{row.name} ({row.unit})" if row.unit else row.name for card in cards for row in card.indicators}
    if rows:
        with st.expander(say("Record a measurement"), icon=":material/monitoring:", key="open-measurement"):
            blank = Measurement(id=own, partnership_id=own, indicator_id=next(iter(rows)), measured_on=visit.today, value=0.0)
            form = Form(visit, f"measurement/{code}", blank, {})
            chosen = form.choice("indicator_id", say("Indicator"), [*rows], blank.indicator_id, rows.__getitem__)
            day = form.day("measured_on", say("Measured on"), visit.today) or visit.today
            value = form.number("value", say("Value"), 0.0, step=1.0)
            wanted = Measurement(partnership_id=own, indicator_id=chosen, measured_on=day, value=value)
            if form.submit(say("Save the measurement"), wanted, lambda one: foundation.measure(visit, dossier.partnership, one)):
                saved(visit, [say("The measurement was saved.")])
                st.rerun()
    with st.expander(say("Add an objective"), icon=":material/flag:", key="open-objective"):
        form_ = Form(visit, f"objective/{code}", Objective(id=own, partnership_id=own, theme=AMBITION[0], title=Text()), {})
        theme = form_.choice("theme", say("Under which question of the ambition?"), AMBITION, AMBITION[0], lambda one: theme_name(say, one))
        title = form_.both("title", (say("Objective in Dutch"), say("Objective in English")), Text())
        added = Objective(partnership_id=own, theme=theme, title=title)
        if form_.submit(say("Add the objective"), added, lambda one: foundation.save_objective(visit, dossier.partnership, one)):
            saved(visit, [say("The objective was added.")])
            st.rerun()
    if cards:
        _indicator(visit, dossier, cards)


def _indicator(visit: Visit, dossier: Dossier, cards: list[ObjectiveCard]) -> None:
    say, own = visit.reader.say, dossier.partnership.id
    with st.expander(say("Add an indicator"), icon=":material/straighten:", key="open-indicator"):
        small_print(say("For example: students reached, teachers in practice, companies taking part, hours of continuing training, m² shared."), "hints")
        titles = {card.id: card.title for card in cards}
        blank = Indicator(id=own, partnership_id=own, objective_id=cards[0].id, name=Text())
        form = Form(visit, f"indicator/{dossier.partnership.code}", blank, {})
        wanted = replace(
            Indicator(partnership_id=own, objective_id=form.choice("objective_id", say("Objective"), [*titles], cards[0].id, titles.__getitem__), name=Text()),
            name=form.both("name", (say("Indicator in Dutch"), say("Indicator in English")), Text()),
            unit=form.text("unit", say("Unit"), ""),
            start_value=form.number("start_value", say("Start"), 0.0, step=1.0),
            target_value=form.number("target_value", say("Target"), 0.0, step=1.0),
            due_on=form.day("due_on", say("By when"), None),
            confirmed_by=form.text("confirmed_by", say("Who outside the project confirms it?"), ""),
        )
        if form.submit(say("Add the indicator"), wanted, lambda one: foundation.save_indicator(visit, dossier.partnership, one)):
            saved(visit, [say("The indicator was added.")])
            st.rerun()
