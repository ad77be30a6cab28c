"""Scenarios: what-ifs that were kept, side by side with the plan, to apply or to drop."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from integration.model.plan.milestone import Milestone
from integration.model.plan.scenario import Scenario
from integration.services.core.visit import Visit
from integration.services.plan import scenario
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import saved
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup
from integration.ui.kit.panels import nothing_here, small_print
from integration.ui.kit.table import table
from integration.views.kit.table import Cell, Column, Row, Table
from integration.views.plan.ripple import ripple_view
from integration.views.plan.update import will_change


def update_scenarios(visit: Visit, dossier: Dossier) -> None:
    """Every open scenario: what it moves, when everything would then be done, and the choice."""
    say, kept = visit.reader.say, scenario.read(visit, dossier.partnership)
    about = say("A scenario keeps moved forecasts by name. It changes nothing until it is applied, and then moves forecasts only, never what was promised.")
    small_print(about, "why")
    if not kept:
        nothing_here(say("No scenario is kept. Move a forecast under “This week” and keep it there as a scenario."))
        return
    show(_side_by_side(visit, dossier, kept), key="scenarios")
    for at, one in enumerate(kept):
        with st.container(border=True):
            _one(visit, dossier, one, at)


def _side_by_side(visit: Visit, dossier: Dossier, kept: list[Scenario]) -> Markup:
    say = visit.reader.say
    moved = {milestone for one in kept for milestone in one.forecasts}
    wanted = [one for one in dossier.milestones if one.id in moved]
    columns = (Column("milestone", say("Milestone")), Column("now", say("Now")), *(Column(one.id, one.name) for one in kept))
    return table(visit.language, Table(columns, tuple(_row(visit, milestone, kept) for milestone in wanted)))


def _row(visit: Visit, milestone: Milestone, kept: list[Scenario]) -> Row:
    title = Cell(str(milestone.title.reading(visit.language)), code=milestone.code)
    return title, milestone.expected(visit.today), *(one.forecasts.get(milestone.id) for one in kept)


def _one(visit: Visit, dossier: Dossier, one: Scenario, at: int) -> None:
    say = visit.reader.say
    st.subheader(as_label(one.name))
    view = ripple_view(visit.reader, dossier.milestones, _by_code(dossier, one.forecasts), dossier.bodies)
    small_print(view.problem or view.finish, f"finish-{at}")
    left, right, _ = st.columns([1, 1, 3])
    if left.button(say("Apply"), type="primary", icon=":material/check:", key=f"apply-{one.id}", width="stretch"):
        pairs = scenario.apply(visit, dossier.partnership, one, dossier.milestones)
        saved(visit, will_change(visit.reader, [(before, after) for before, after in pairs if before], dossier.names))
        st.rerun()
    if right.button(say("Drop"), key=f"drop-{one.id}", width="stretch"):
        scenario.drop(visit, dossier.partnership, one)
        saved(visit, [say("The scenario ‘{name}’ was dropped.", name=one.name)])
        st.rerun()


def _by_code(dossier: Dossier, forecasts: Mapping[str, date]) -> dict[str, date]:
    return {one.code: forecasts[one.id] for one in dossier.milestones if one.id in forecasts}
