"""What is made of a gap: on the agenda, an action, a milestone, or left for now; and later whether it was done."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from integration.model.mirror import FollowUp, State
from integration.services.core.visit import Visit
from integration.services.mirror import follow_up
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.label import options as as_options
from integration.views.mirror.mirror import MirrorView, Outcome


def follow_up_form(visit: Visit, dossier: Dossier, outcome: Outcome, view: MirrorView) -> None:
    """The gaps that ask for the agenda, those nobody looked at first; what was made of one before can be changed."""
    say, rows = visit.reader.say, sorted((row for row in view.rows if row.proposes), key=lambda row: bool(row.follow_up))
    if not rows:
        return
    waiting = sum(not row.follow_up for row in rows)
    title = say.plural("{n} gap asks for the agenda", "{n} gaps ask for the agenda", waiting) if waiting else say("Change what was made of a gap")
    with st.expander(title, icon=":material/event_note:", expanded=bool(waiting)):
        texts = {row.id: f"{row.gap_words} · {row.text}" for row in rows}
        chosen = st.selectbox(say("Statement"), [*texts], format_func=as_options(texts.__getitem__), key=f"gap-{outcome.round.id}-{waiting}") or rows[0].id
        blank = FollowUp(partnership_id=dossier.partnership.id, round_id=outcome.round.id, statement_id=chosen)
        known = {one.statement_id: one for one in follow_up.follow_ups(visit, dossier.partnership)}
        form = Form(visit, f"follow/{chosen}", known.get(chosen, blank), dossier.names)
        wanted = _fields(visit, dossier, form)
        if form.submit(say("Save what we do"), wanted, lambda one: follow_up.follow(visit, dossier.partnership, one)):
            saved(visit, [f"{texts[chosen]} – {_states(visit)[wanted.state].lower()}"])
            st.rerun()


def _states(visit: Visit) -> Mapping[State, str]:
    say = visit.reader.say
    return {
        "agenda": say("Put it on the agenda"),
        "action": say("Agree on an action"),
        "milestone": say("Make it a milestone of the foundation"),
        "declined": say("Leave it for now"),
    }


def _fields(visit: Visit, dossier: Dossier, form: Form[FollowUp]) -> FollowUp:
    say, seen, states = visit.reader.say, form.seen, _states(visit)
    wanted = replace(seen, state=form.choice("state", say("What do we do with it?"), [*states], seen.state, states.__getitem__))
    if wanted.state in ("action", "milestone"):
        wanted = replace(wanted, due_on=form.day("due_on", say("By when"), seen.due_on))
    if wanted.state != "action":
        return wanted
    people = {one: person.name for one, person in dossier.people.items()}
    words = form.text("action", say("What will be done?"), seen.action.reading(visit.language).words, area=True, height=70)
    owner = form.choice("owner_id", say("Owner"), ["", *people], seen.owner_id, lambda one: people.get(one, say("Nobody yet")))
    done = form.check("done_on", say("This is done"), seen.done_on is not None) if seen.version else False
    return replace(wanted, action=seen.action.saying(visit.language, words), owner_id=owner, done_on=(seen.done_on or visit.today) if done else None)
