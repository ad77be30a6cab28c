"""Which milestones the table shows: by how they stand, by domain and by owner, each in the address."""

import streamlit as st

from integration.i18n.labels import group_name
from integration.model.domain import GROUPS
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import asked, choice, write
from integration.ui.plan.week.draft import PlanDraft
from integration.views.plan.update import NOBODY, SHOWS, Show, narrowed, shown_milestones

DOMAIN, OWNER = "of", "owner"


def shown_rows(visit: Visit, dossier: Dossier, draft: PlanDraft) -> list[Milestone]:
    """The milestones of what was chosen to see; what was typed in others stays in view."""
    every = [*draft.seen.values()]
    with st.container(horizontal=True, vertical_alignment="bottom", key="which-milestones"):
        place = st.container(width="stretch")
        chosen = narrowed(every, _domain(visit), _owner(visit, dossier, every))
    with place:
        shown = _standing(visit, chosen)
    return shown + [draft.seen[one] for one in draft.typed if draft.seen[one] not in shown]


def _domain(visit: Visit) -> str:
    say, asks = visit.reader.say, asked(DOMAIN, ("", *GROUPS))
    with st.container(width=165):
        choice(say("Domain"), DOMAIN, ["", *GROUPS], asks, lambda one: group_name(say, one) if one else say("All domains"))
    return asks


def _owner(visit: Visit, dossier: Dossier, every: list[Milestone]) -> str:
    say = visit.reader.say
    owners = sorted({one.owner_id for one in every if one.owner_id in dossier.people}, key=lambda one: dossier.people[one].name)
    options = ["", *owners, NOBODY]
    asks = asked(OWNER, options)
    names = {"": say("Everybody"), NOBODY: say("Nobody yet"), **{one: dossier.people[one].name for one in owners}}
    with st.container(width=165):
        choice(say("Owner"), OWNER, options, asks, names.__getitem__)
    return asks


def _standing(visit: Visit, seen: list[Milestone]) -> list[Milestone]:
    say = visit.reader.say
    found = {one: shown_milestones(seen, one, visit.today) for one in SHOWS}
    usual: Show = "needs" if found["needs"] else "open" if found["open"] else "all"
    show = asked("show", SHOWS, usual)
    names = {"needs": say("What needs you"), "late": say("Overdue"), "open": say("All that is open"), "all": say("Also what is done")}
    st.session_state.show_milestones = show
    st.segmented_control(
        say("Which milestones"),
        SHOWS,
        format_func=lambda one: f"{names[one]} ({len(found[one])})",
        required=True,
        key="show_milestones",
        label_visibility="collapsed",
        on_change=lambda: write("show", st.session_state.show_milestones),
    )
    return found[show]  # type: ignore[index]
