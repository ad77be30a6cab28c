"""The forms of the register: one entry at a time, with what it is linked to."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from integration.i18n.formats import NOTHING
from integration.i18n.labels import response_name, risk_kind_name, state_word
from integration.model.record import new_id
from integration.model.register import KINDS, LEVELS, RESPONSES, STATES, Action, Decision, Entry, Issue, Risk
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.forms.address_bar import write
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved

E = TypeVar("E", bound=Entry)
NEW = "new"


def entry_form(visit: Visit, dossier: Dossier, tab: str, asked: str) -> None:
    """The form of a new entry or of the one that the address names."""
    match tab:
        case "risks":
            _form(visit, dossier, Risk, asked, _risk)
        case "issues":
            _form(visit, dossier, Issue, asked, _issue)
        case "actions":
            _form(visit, dossier, Action, asked, _action)
        case "decisions":
            _form(visit, dossier, Decision, asked, _decision)


def _form(visit: Visit, dossier: Dossier, kind: type[E], asked: str, fields: Callable[[Visit, Dossier, Form[E]], dict[str, Any]]) -> None:
    say, partnership = visit.reader.say, dossier.partnership
    blank = kind(id=partnership.id, partnership_id=partnership.id, title=Text())
    began: dict[str, Any] = {"asked_on" if kind is Decision else "raised_on": visit.today}
    stored = replace(blank, **began) if asked == NEW else register.entry(visit, partnership, kind, asked)
    names = {"Risk": say("Risk or opportunity"), "Issue": say("Issue"), "Action": say("Action"), "Decision": say("Decision")}
    with st.container(border=True, key="entry-form"):
        st.subheader(names[kind.__name__])
        form = Form(visit, f"register/{partnership.code}/{kind.__name__}/{asked}", stored, dossier.names)
        title = form.both("title", (say("In one sentence, in Dutch"), say("In one sentence, in English")), form.seen.title)
        wanted = replace(form.seen, title=title, **fields(visit, dossier, form))
        if form.submit(say("Save"), wanted, lambda one: register.save(visit, partnership, replace(one, id=new_id()) if asked == NEW else one)):
            _done(visit, [say("Saved.")])
        _ways_out(visit, dossier, form, stored, asked)


def _ways_out(visit: Visit, dossier: Dossier, form: Form[E], stored: E, asked: str) -> None:
    say = visit.reader.say
    with st.container(horizontal=True):
        if st.button(say("Close without saving"), key="entry-cancel", type="tertiary"):
            form.reset()
            _done(visit, None)
        if asked != NEW and st.button(say("Take out of the register"), key="entry-out", type="tertiary", icon=":material/delete:"):
            register.take_out(visit, dossier.partnership, stored)
            form.reset()
            _done(visit, [say("It was taken out; its history stays.")])


def _done(visit: Visit, lines: list[str] | None) -> None:
    if lines:
        saved(visit, lines)
    write("e", None)
    st.rerun()


def _risk(visit: Visit, dossier: Dossier, form: Form[Risk]) -> dict[str, Any]:
    say, seen = visit.reader.say, form.seen
    kind = form.choice("kind", say("Kind"), KINDS, seen.kind, lambda one: risk_kind_name(say, one))
    before, after = st.columns(2)
    with before:
        found = {
            "probability": form.choice("probability", say("Probability (1–5)"), LEVELS, seen.probability, str),
            "impact": form.choice("impact", say("Impact (1–5)"), LEVELS, seen.impact, str),
        }
    with after:
        found["probability_after"] = form.choice("probability_after", say("Probability after mitigation"), LEVELS, seen.probability_after, str)
        found["impact_after"] = form.choice("impact_after", say("Impact after mitigation"), LEVELS, seen.impact_after, str)
    response = form.choice("response", say("Response"), RESPONSES[kind], seen.response, lambda one: response_name(say, one))
    mitigation = form.text("mitigation", say("What we do about it"), seen.mitigation.reading(visit.language).words, area=True, height=80)
    state = form.choice("state", say("State"), STATES, seen.state, lambda one: state_word(say, one))
    told = {"kind": kind, "response": response, "mitigation": seen.mitigation.saying(visit.language, mitigation), "state": state}
    return {**found, **told, **_whose(visit, dossier, form)}


def _issue(visit: Visit, dossier: Dossier, form: Form[Issue]) -> dict[str, Any]:
    say, seen = visit.reader.say, form.seen
    detail = form.text("detail", say("What it blocks"), seen.detail.reading(visit.language).words, area=True, height=80)
    state = form.choice("state", say("State"), STATES, seen.state, lambda one: state_word(say, one))
    return {"detail": seen.detail.saying(visit.language, detail), "state": state, **_whose(visit, dossier, form)}


def _action(visit: Visit, dossier: Dossier, form: Form[Action]) -> dict[str, Any]:
    return {**_whose(visit, dossier, form), "done_on": form.day("done_on", visit.reader.say("Done on"), form.seen.done_on)}


def _decision(visit: Visit, dossier: Dossier, form: Form[Decision]) -> dict[str, Any]:
    say, seen, language = visit.reader.say, form.seen, visit.language
    left, right = st.columns(2)
    with left:
        found: dict[str, Any] = {"asked_on": form.day("asked_on", say("Asked on"), seen.asked_on)}
    with right:
        found["needed_by"] = form.day("needed_by", say("Needed by"), seen.needed_by)
    bodies, somebody = ["", *dossier.bodies], say("steering committee")
    found["asked_of_id"] = form.choice("asked_of_id", say("Asked of"), bodies, seen.asked_of_id, lambda one: dossier.bodies.get(one, somebody))
    options = form.text("options", say("Options, one per line"), seen.options.reading(language).words, area=True, height=90)
    decision = form.text("decision", say("What was decided"), seen.decision.reading(language).words, area=True, height=80)
    found["decided_on"] = form.day("decided_on", say("Decided on"), seen.decided_on)
    whom = with_own(["", *dossier.bodies, *dossier.people], seen.decided_by_id)
    found["decided_by_id"] = form.choice("decided_by_id", say("Decided by"), whom, seen.decided_by_id, lambda one: dossier.names.get(one, somebody))
    effect = form.text("effect", say("Effect"), seen.effect.reading(language).words, area=True, height=70)
    words = {"options": options, "decision": decision, "effect": effect}
    texts = {name: getattr(seen, name).saying(language, words[name]) for name in words}
    return {**found, **texts, "milestones": _milestones(visit, dossier, form)}


def _whose(visit: Visit, dossier: Dossier, form: Form[E]) -> dict[str, Any]:
    say, seen = visit.reader.say, form.seen
    nobody, anyone = say("Nobody yet"), say("No partner in particular")
    people, bodies = {one: person.name for one, person in dossier.people.items()}, dossier.bodies
    left, middle, right = st.columns(3)
    with left:
        owner = form.choice(
            "owner_id",
            say("Owner"),
            with_own(["", *people], getattr(seen, "owner_id", "")),
            getattr(seen, "owner_id", ""),
            lambda one: people.get(one, NOTHING if one else nobody),
        )
    with middle:
        partner = form.choice("partner_id", say("Partner"), ["", *bodies], getattr(seen, "partner_id", ""), lambda one: bodies.get(one, anyone))
    with right:
        due = form.day("due_on", say("Due"), getattr(seen, "due_on", None))
    return {"owner_id": owner, "partner_id": partner, "due_on": due, "milestones": _milestones(visit, dossier, form)}


def with_own(options: list[str], own: str) -> list[str]:
    """The options with the one that is stored, also where this reader may not see its name; or saving would lose it."""
    return options if own in options else [*options, own]


def _milestones(visit: Visit, dossier: Dossier, form: Form[E]) -> tuple[str, ...]:
    say = visit.reader.say
    titles = {one.id: f"{one.code} {one.title.reading(visit.language)}" for one in dossier.milestones if not one.cancelled}
    return form.choices("milestones", say("Milestones"), [*titles], form.seen.milestones, titles.__getitem__, say("No milestone"))
