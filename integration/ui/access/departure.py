"""Somebody leaves: what would end and go over, to whom, and the one button that does it."""

import streamlit as st

from integration.errors import IneenError
from integration.i18n.words import Words
from integration.model.access.person import Person
from integration.model.mirror import FollowUp
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision, Issue, Risk
from integration.services.access import departure
from integration.services.access.departure import Departure
from integration.services.access.people import People
from integration.services.core.visit import Visit
from integration.ui.forms.messages import saved, tell_error
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.label import options as as_options
from integration.ui.kit.markup import el


def departure_form(visit: Visit, known: People, person: Person) -> None:
    """What would happen, who takes over, and doing it; a name stays where the work is."""
    say, found = visit.reader.say, departure.preview(visit, person.id)
    with st.expander(as_label(say("{name} leaves", name=person.name)), icon=":material/waving_hand:"):
        show(el("div", el("p", say("In one action:")), el("ul", *(el("li", line) for line in departure_lines(say, found)))), key=f"leaves-{person.id}")
        others = {one.id: one.name for one in known.people.values() if one.id != person.id}
        nobody = say("Nobody yet")
        heir = st.selectbox(say("Who takes over"), ["", *others], format_func=as_options(lambda one: others.get(one, nobody)), key=f"successor-{person.id}")
        if st.button(as_label(say("Let {name} go", name=person.name)), icon=":material/logout:", key=f"leave-{person.id}"):
            try:
                departure.leave(visit, person.id, heir if heir in others else "")
            except IneenError as error:
                tell_error(visit, error)
                return
            saved(visit, departure_lines(say, found, others.get(heir or "", "")))
            st.rerun()


def departure_lines(say: Words, found: Departure, heir: str = "") -> list[str]:
    """What ends and what goes over, in sentences."""
    to = heir or say("who takes over")
    counted = [
        (len(found.leads), say.plural("{n} partnership that they are named to lead", "{n} partnerships that they are named to lead", len(found.leads))),
        (found.of(Milestone), say.plural("{n} open milestone", "{n} open milestones", found.of(Milestone))),
        (found.of(Risk), say.plural("{n} open risk", "{n} open risks", found.of(Risk))),
        (found.of(Issue), say.plural("{n} open issue", "{n} open issues", found.of(Issue))),
        (found.of(Action), say.plural("{n} open action", "{n} open actions", found.of(Action))),
        (found.of(FollowUp), say.plural("{n} open follow-up", "{n} open follow-ups", found.of(FollowUp))),
        (found.of(Decision), say.plural("{n} decision that waits for them", "{n} decisions that wait for them", found.of(Decision))),
    ]
    over = [words for count, words in counted if count]
    ended = [
        say("They sign in no more, on any device, and links that were made for them to sign in open nothing."),
        say.plural("{n} role ends.", "{n} roles end.", len(found.roles)),
        say.plural("{n} shared link of theirs ends.", "{n} shared links of theirs end.", len(found.links)),
    ]
    return [*ended, say("To {name}: {things}.", name=to, things=", ".join(over)) if over else say("Nothing that is open is theirs.")]
