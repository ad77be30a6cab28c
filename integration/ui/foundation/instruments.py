"""Forms of objectives, indicators and measurements: record, add, change, and take out while the history stays."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from integration.days import LATEST
from integration.errors import ThingNotFound
from integration.i18n.labels import theme_name
from integration.i18n.words import Words
from integration.model.foundation import AMBITION, Indicator, Measurement, Objective
from integration.model.record import new_id
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.foundation import foundation
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import write
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.markup import Markup, anchor
from integration.ui.kit.panels import small_print
from integration.views.foundation.foundation import ObjectiveCard
from integration.views.kit.address import address


def change_link(visit: Visit, code: str, kind: str, one: str, name: str) -> Markup:
    """The way to the form of one objective or indicator."""
    say = visit.reader.say
    href = address(visit.reader, "foundation", p=code, show="objectives", e=f"{kind}.{one}")
    return anchor(say("Change or take out"), href=href, class_="linked", aria_label=say("Change or take out: {name}", name=name))


def change_form(visit: Visit, dossier: Dossier, cards: Sequence[ObjectiveCard], asked: str) -> None:
    """The form of the objective or indicator that the address asks for."""
    kind, _, one = asked.partition(".")
    match kind:
        case "objective":
            _change_objective(visit, dossier, foundation.instrument(visit, dossier.partnership, Objective, one))
        case "indicator":
            _change_indicator(visit, dossier, cards, foundation.instrument(visit, dossier.partnership, Indicator, one))
        case _:
            raise ThingNotFound(value=asked[:40])


def add_forms(visit: Visit, dossier: Dossier, cards: Sequence[ObjectiveCard]) -> None:
    """Record a measurement, add an objective, add an indicator."""
    _measure(visit, dossier, cards)
    _add_objective(visit, dossier)
    if cards:
        _add_indicator(visit, dossier, cards)


def _change_objective(visit: Visit, dossier: Dossier, stored: Objective) -> None:
    say = visit.reader.say
    with st.container(border=True, key="instrument-form"):
        st.subheader(say("Change the objective"))
        _taken_out(say, stored)
        form = Form(visit, f"objective/{dossier.partnership.code}/{stored.id}", stored, dossier.names)
        wanted = _objective(say, form)
        if form.submit(say("Save the objective"), wanted, lambda one: foundation.save_objective(visit, dossier.partnership, one)):
            _done(visit, say("The objective was saved."))
        _ways_out(visit, dossier, form, stored, say("Take the objective out, with its indicators"))


def _change_indicator(visit: Visit, dossier: Dossier, cards: Sequence[ObjectiveCard], stored: Indicator) -> None:
    say = visit.reader.say
    with st.container(border=True, key="instrument-form"):
        st.subheader(say("Change the indicator"))
        _taken_out(say, stored)
        form = Form(visit, f"indicator/{dossier.partnership.code}/{stored.id}", stored, dossier.names)
        wanted = _indicator(say, form, {card.id: card.title for card in cards})
        if form.submit(say("Save the indicator"), wanted, lambda one: foundation.save_indicator(visit, dossier.partnership, one)):
            _done(visit, say("The indicator was saved."))
        _ways_out(visit, dossier, form, stored, say("Take the indicator out"))


def _taken_out(say: Words, stored: Objective | Indicator) -> None:
    if stored.removed:
        small_print(say("This was taken out; saving brings it back."), "taken-out")


def _ways_out(visit: Visit, dossier: Dossier, form: Form[Objective] | Form[Indicator], stored: Objective | Indicator, words: str) -> None:
    with st.container(horizontal=True):
        if st.button(visit.reader.say("Close without saving"), key="instrument-cancel", type="tertiary"):
            form.reset()
            _done(visit, "")
        # The version is in the key: what changes meanwhile is read before it is taken out.
        if not stored.removed and st.button(words, key=f"instrument-out-{stored.version}", type="tertiary", icon=":material/delete:"):
            foundation.take_out(visit, dossier.partnership, stored)
            form.reset()
            _done(visit, visit.reader.say("It was taken out; its history stays."))


def _done(visit: Visit, words: str) -> None:
    if words:
        saved(visit, [words])
    write("e", None)
    st.rerun()


def _objective(say: Words, form: Form[Objective]) -> Objective:
    theme = form.choice("theme", say("Under which question of the ambition?"), AMBITION, form.seen.theme, lambda one: theme_name(say, one))
    return replace(form.seen, theme=theme, title=form.both("title", (say("Objective in Dutch"), say("Objective in English")), form.seen.title))


def _indicator(say: Words, form: Form[Indicator], titles: Mapping[str, str]) -> Indicator:
    seen = form.seen
    return replace(
        seen,
        objective_id=form.choice("objective_id", say("Objective"), [*titles], seen.objective_id, titles.__getitem__) or "",
        name=form.both("name", (say("Indicator in Dutch"), say("Indicator in English")), seen.name),
        unit=form.text("unit", say("Unit"), seen.unit),
        start_value=form.number("start_value", say("Start"), seen.start_value),
        target_value=form.number("target_value", say("Target"), seen.target_value),
        due_on=form.day("due_on", say("By when"), seen.due_on),
        confirmed_by=form.text("confirmed_by", say("Who outside the project confirms it?"), seen.confirmed_by),
    )


def _measure(visit: Visit, dossier: Dossier, cards: Sequence[ObjectiveCard]) -> None:
    say, own = visit.reader.say, dossier.partnership.id
    rows = {row.id: f"{row.name} ({row.unit})" if row.unit else row.name for card in cards for row in card.indicators}
    if not rows:
        return
    with st.expander(say("Record a measurement"), icon=":material/monitoring:", key="open-measurement"):
        blank = Measurement(id=own, partnership_id=own, indicator_id=next(iter(rows)), measured_on=visit.today, value=0.0)
        form = Form(visit, f"measurement/{dossier.partnership.code}", blank, {})
        chosen = form.choice("indicator_id", say("Indicator"), [*rows], blank.indicator_id, rows.__getitem__)
        day = form.day("measured_on", say("Measured on"), visit.today)
        value = form.number("value", say("Value"), 0.0)
        # Without a day it was not measured yet, and the refusal asks for one.
        wanted = Measurement(partnership_id=own, indicator_id=chosen, measured_on=day or LATEST, value=value)
        if form.submit(say("Save the measurement"), wanted, lambda one: foundation.measure(visit, dossier.partnership, one)):
            _done(visit, say("The measurement was saved."))


def _add_objective(visit: Visit, dossier: Dossier) -> None:
    say, own = visit.reader.say, dossier.partnership.id
    with st.expander(say("Add an objective"), icon=":material/flag:", key="open-objective"):
        form = Form(visit, f"objective/{dossier.partnership.code}", Objective(id=own, partnership_id=own, theme=AMBITION[0], title=Text()), {})
        fresh = replace(_objective(say, form), id=new_id())
        if form.submit(say("Add the objective"), fresh, lambda one: foundation.save_objective(visit, dossier.partnership, one)):
            _done(visit, say("The objective was added."))


def _add_indicator(visit: Visit, dossier: Dossier, cards: Sequence[ObjectiveCard]) -> None:
    say, own = visit.reader.say, dossier.partnership.id
    with st.expander(say("Add an indicator"), icon=":material/straighten:", key="open-indicator"):
        small_print(say("For example: students reached, teachers in practice, companies taking part, hours of continuing training, m² shared."), "hints")
        form = Form(visit, f"indicator/{dossier.partnership.code}", Indicator(id=own, partnership_id=own, objective_id=cards[0].id, name=Text()), {})
        fresh = replace(_indicator(say, form, {card.id: card.title for card in cards}), id=new_id())
        if form.submit(say("Add the indicator"), fresh, lambda one: foundation.save_indicator(visit, dossier.partnership, one)):
            _done(visit, say("The indicator was added."))
