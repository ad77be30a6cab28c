"""The ripple under the update table: what moves along with a new forecast, to save with it or to keep as a scenario."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from integration.errors import Invalid
from integration.i18n.words import Words
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.plan import scenario
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import problems_list, saved
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.views.plan.ripple import RippleView, ripple_view


def moving(visit: Visit, dossier: Dossier, pairs: Sequence[tuple[Milestone, Milestone]]) -> RippleView | None:
    """What moves along with the forecasts that were typed, if any moved; where that cannot be told, why is said."""
    moved = _moved(visit, pairs)
    if not moved:
        return None
    view = ripple_view(visit.reader, dossier.milestones, moved, dossier.bodies)
    if view.problem:
        show(el("p", view.problem, class_="notice problem"), key="ripple")
        return None
    return view


def ripple_fold(say: Words, view: RippleView) -> Markup:
    """What moves along, folded under how many that are."""
    lines = (el("li", one.words, el("span", f" {one.cliff}", class_="late-words") if one.cliff else None) for one in view.moved)
    follows = el("ul", *lines) if view.moved else el("p", say("Nothing else has to move."))
    told = say.plural("What moves along: {n} milestone", "What moves along: {n} milestones", len(view.moved))
    return el("details", el("summary", told), follows, el("p", view.finish, class_="muted"), class_="fold")


def moved_along(view: RippleView, dossier: Dossier) -> list[Milestone]:
    """The milestones that move along, with their new forecasts."""
    return [replace(one, forecast_on=view.forecasts[one.code]) for one in dossier.milestones if one.code in view.forecasts]


def keep_scenario(visit: Visit, dossier: Dossier, view: RippleView, pairs: Sequence[tuple[Milestone, Milestone]]) -> bool:
    """A name and a button to keep these forecasts, and what moves along, without changing the plan."""
    say = visit.reader.say
    with st.expander(say("Keep as a scenario"), icon=":material/call_split:"):
        name = st.text_input(say("Name of the scenario"), key="scenario-name", persist_state="session") or ""
        if not st.button(say("Keep the scenario"), key="keep-scenario"):
            return False
        ids = {one.code: one.id for one in dossier.milestones}
        wanted = {ids[code]: when for code, when in {**view.forecasts, **_moved(visit, pairs)}.items()}
        try:
            scenario.keep(visit, dossier.partnership, name, wanted)
        except Invalid as error:
            problems_list(visit, error)
            return False
    saved(visit, [say("The scenario ‘{name}’ was kept; the plan is unchanged.", name=name)])
    return True


def _moved(visit: Visit, pairs: Sequence[tuple[Milestone, Milestone]]) -> dict[str, date]:
    return {
        before.code: after.forecast_on
        for before, after in pairs
        if after.forecast_on and not after.done and after.forecast_on != before.forecast_on and after.forecast_on != before.expected(visit.today)
    }
