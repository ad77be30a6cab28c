"""Beginning a plan, or adding to one, from the template that ships, one that was kept, or another partnership: ticked, dated and saved at once."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from integration.errors import IneenError, Invalid, Problem
from integration.i18n.formats import day
from integration.i18n.labels import group_name
from integration.model.domain import GROUPS
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.plan import beginning
from integration.services.plan.beginning import SHIPPED, Along
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import problems_list, saved, sentence
from integration.ui.forms.typed_fields import day_field
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.label import options as as_options
from integration.ui.kit.markup import el
from integration.ui.kit.panels import small_print


def offer_beginning(visit: Visit, dossier: Dossier) -> None:
    """First of all while nothing is planned, folded afterwards; and this plan itself as a template for others."""
    say, begun = visit.reader.say, any(not one.cancelled for one in dossier.milestones)
    title = say("Add from a template or another plan") if begun else say("Begin from a template or another plan")
    with st.expander(title, icon=":material/playlist_add:", expanded=not begun, key="beginning", on_change="rerun") as fold:
        if fold.open:
            _begin(visit, dossier)
    if begun:
        with st.expander(say("Keep this plan as a template"), icon=":material/bookmark_add:", key="keeping", on_change="rerun") as keeping:
            if keeping.open:
                _keep(visit, dossier)


def _begin(visit: Visit, dossier: Dossier) -> None:
    say, own = visit.reader.say, dossier.partnership
    others = beginning.others(visit, own)
    kept = {one.id: one.name for one in beginning.templates(visit)}
    names = {SHIPPED: say("The plan template of Ineen"), **{one: say("Template: {name}", name=name) for one, name in kept.items()}}
    names |= {code: say("The plan of {name}", name=name) for code, name in others.items()}
    source = st.selectbox(say("Begin from"), [*names], format_func=as_options(names.__getitem__), key=f"begin-from-{own.code}")
    along = _along(visit, dossier) if source in others else Along()
    try:
        rows = beginning.offered(visit, own, source, along)
    except Invalid as error:
        problems_list(visit, error)
        return
    there = {one.code: one for one in dossier.milestones}
    fresh = [one for one in rows if one.code not in there]
    chosen = _ticked(visit, dossier, source, rows, there)
    done = _done_already(visit, source, [one for one in fresh if one.code in chosen])
    nothing = not chosen and not along.risks and not along.words
    words = say.plural("Plan {n} milestone", "Plan {n} milestones", len(chosen))
    pressed = st.button(as_label(words), type="primary", key="begin-plan", icon=":material/playlist_add:", disabled=nothing or done is None)
    if pressed and done is not None:
        _store(visit, dossier, source, chosen, done, along)


def _along(visit: Visit, dossier: Dossier) -> Along:
    say, own = visit.reader.say, dossier.partnership.id
    with st.container(horizontal=True):
        people = st.checkbox(say("With the owners of milestones"), key="begin-people")
        risks = visit.may("update register", own) and st.checkbox(say("With the open risks"), key="begin-risks")
        words = visit.may("agree", own) and st.checkbox(say("With the words of the foundation"), key="begin-words")
    return Along(people, risks, words)


def _ticked(visit: Visit, dossier: Dossier, source: str, rows: Sequence[Milestone], there: dict[str, Milestone]) -> list[str]:
    """The codes that stay ticked, by domain; what is planned already stands below it with how far it is."""
    say, chosen = visit.reader.say, list[str]()
    for group in GROUPS:
        own = [one for one in rows if one.domain == group]
        fresh = [one for one in own if one.code not in there]
        if not own:
            continue
        key = f"begin-{source}-{dossier.partnership.code}-{group}"
        whole = st.checkbox(f"**{group_name(say, group)}** ({len(fresh)})", bool(fresh), key=key, disabled=not fresh)
        with st.container(key=f"under-{key}", gap=None):
            for one in fresh:
                if st.checkbox(as_label(_line(visit, one)), True, key=f"{key}-{one.code}", disabled=not whole) and whole:
                    chosen.append(one.code)
        lines = [_there(visit, there[one.code]) for one in own if one.code in there]
        if lines:
            fold = el("summary", say.plural("{n} is in this plan already", "{n} are in this plan already", len(lines)))
            show(el("details", fold, el("ul", *(el("li", line) for line in lines)), class_="small muted"), key=f"there-{group}")
    return chosen


def _line(visit: Visit, one: Milestone) -> str:
    days = " – ".join(day(each, visit.language) for each in (one.starts_on, one.due_on) if each)
    return f"{one.code} {one.title.reading(visit.language)} · {days}"


def _there(visit: Visit, one: Milestone) -> str:
    say = visit.reader.say
    if one.cancelled:
        how = say("in this plan, cancelled")
    elif one.done:
        how = say("in this plan, done on {day}", day=day(one.done_on, visit.language))
    else:
        how = say("in this plan, due {day}", day=day(one.due_on, visit.language))
    return f"{one.code} {one.title.reading(visit.language)} · {how}"


def _done_already(visit: Visit, source: str, rows: Sequence[Milestone]) -> dict[str, date] | None:
    """What is done already, each with its day; None while one of the days is not understood."""
    say, titles = visit.reader.say, {one.code: f"{one.code} {one.title.reading(visit.language)}" for one in rows}
    label = say("Which of these are done already?")
    ticked = st.multiselect(label, [*titles], format_func=as_options(titles.__getitem__), placeholder=say("None"), key=f"begin-done-{source}")
    days: dict[str, date | Problem | None] = {}
    for code in ticked:
        due = next(one.due_on for one in rows if one.code == code)
        usual = min(due, visit.today) if due else visit.today
        days[code] = day_field(visit, say("{title}: done on", title=titles[code]), usual, f"begin-done-{source}-{code}", None)
    found = {code: one for code, one in days.items() if isinstance(one, date)}
    return found if len(found) == len(days) else None


def _store(visit: Visit, dossier: Dossier, source: str, chosen: Sequence[str], done: dict[str, date], along: Along) -> None:
    say = visit.reader.say
    try:
        made = beginning.begin(visit, dossier.partnership, source, chosen, done, along)
    except Invalid as error:
        problems_list(visit, error)
        return
    except IneenError as error:
        sentence(say.error(error))
        return
    lines = [say.plural("{n} milestone was planned.", "{n} milestones were planned.", made.milestones)]
    lines += [say.plural("{n} risk came along.", "{n} risks came along.", made.risks)] if along.risks else []
    lines += [say.plural("The words of {n} theme came along.", "The words of {n} themes came along.", made.words)] if along.words else []
    saved(visit, lines)
    st.rerun()


def _keep(visit: Visit, dossier: Dossier) -> None:
    say, own = visit.reader.say, dossier.partnership
    small_print(say("Others who make a plan here can begin from it: its milestones, days and order; without people, progress, notes and proof."), "keep-about")
    name = st.text_input(say("Name of the template"), str(own.name.reading(visit.language)), key=f"keep-{own.code}")
    if st.button(say("Keep as a template"), key="keep-template", icon=":material/bookmark_add:"):
        try:
            beginning.keep(visit, own, name or "")
        except Invalid as error:
            problems_list(visit, error)
        else:
            saved(visit, [say("The template was kept; it is offered wherever a plan begins.")])
            st.rerun()
    for one in beginning.templates(visit):
        if one.partnership_id == own.id and st.button(as_label(say("Take “{name}” out", name=one.name)), key=f"out-{one.id}", type="tertiary"):
            beginning.take_out(visit, own, one.id)
            saved(visit, [say("The template is offered no more; plans that began from it stay.")])
            st.rerun()
