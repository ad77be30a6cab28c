"""One milestone: add, change, cancel or restore it; and begin a plan from another."""

from dataclasses import replace

import streamlit as st

from integration.errors import IneenError
from integration.i18n.labels import gate_name, group_name, partners_together, theme_name
from integration.model.domain import GROUPS
from integration.model.foundation import THEMES
from integration.model.plan.milestone import Milestone
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.plan import plan
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import write
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved, tell_error
from integration.ui.kit.label import options as as_options
from integration.ui.plan.update.beginning import offer_beginning
from integration.ui.plan.update.repeating import offer_again

GATES = ("", "gate", "day1")


def update_milestone(visit: Visit, dossier: Dossier) -> None:
    """Choose a milestone or a new one, and its form."""
    say = visit.reader.say
    known = {one.code: one for one in sorted(dossier.milestones, key=lambda one: (GROUPS.index(one.domain), one.code))}
    # It has its place whether there is anything to offer or not, so that the form below stays where it is.
    with st.container():
        offer_beginning(visit, dossier)
    before = _choice(visit, known)
    names = {one: person.name for one, person in dossier.people.items()} | {one: body.name for one, body in dossier.organisations.items()}
    stored = before or Milestone(partnership_id=dossier.partnership.id, code="", domain="training", title=Text(), due_on=None)
    form = Form(visit, f"milestone/{dossier.partnership.code}/{stored.code}", stored, names)
    wanted = _fields(visit, dossier, form)
    if form.submit(say("Save"), wanted, lambda one: plan.save(visit, dossier.partnership, [one])):
        _done(visit, wanted, say("{code} was saved.", code=wanted.code))
    if before and st.button(say("Restore") if before.cancelled else say("Cancel milestone"), key="cancel-milestone"):
        # What this page shows may be older than what somebody else saved since; the form then shows both.
        seen = replace(before, version=form.seen.version, cancelled=not before.cancelled)
        try:
            plan.save(visit, dossier.partnership, [seen])
        except IneenError as error:
            tell_error(visit, error)
            return
        form.reset()
        restored, cancelled = (
            say("{code} was restored.", code=before.code),
            say("{code} was cancelled; it counts for nothing until you restore it.", code=before.code),
        )
        _done(visit, before, restored if before.cancelled else cancelled)
    if before and not before.cancelled:
        offer_again(visit, dossier, before)


def _choice(visit: Visit, known: dict[str, Milestone]) -> Milestone | None:
    say, chosen = visit.reader.say, st.query_params.get("m", "")
    st.session_state.choice_m = chosen if chosen in known else ""
    titles = {code: f"{code}  {one.title.reading(visit.language)}{' – ' + say('Cancelled').lower() if one.cancelled else ''}" for code, one in known.items()}
    st.selectbox(
        say("Milestone"),
        ["", *known],
        format_func=as_options(lambda code: titles.get(code, say("A new milestone"))),
        key="choice_m",
        on_change=lambda: write("m", st.session_state.choice_m),
    )
    return known.get(chosen)


def _done(visit: Visit, milestone: Milestone, words: str) -> None:
    write("m", milestone.code)
    saved(visit, [words])
    st.rerun()


def _fields(visit: Visit, dossier: Dossier, form: Form[Milestone]) -> Milestone:
    one, two = st.columns(2, gap="large")
    with one:
        wanted = _what(visit, form)
    with two:
        return _when_and_who(visit, dossier, form, wanted)


def _what(visit: Visit, form: Form[Milestone]) -> Milestone:
    say, seen, language = visit.reader.say, form.seen, visit.language
    wanted = replace(
        seen,
        code=form.text("code", say("Code"), seen.code),
        domain=form.choice("domain", say("Domain"), GROUPS, seen.domain, lambda group: group_name(say, group)),
        title=form.both("title", (say("Title in Dutch"), say("Title in English")), seen.title),
    )
    deliverable = form.text("deliverable", say("Result to deliver"), seen.deliverable.reading(language).words, area=True, height=80)
    note = form.text("note", say("Note"), seen.note.reading(language).words, area=True, height=80)
    return replace(wanted, deliverable=seen.deliverable.saying(language, deliverable), note=seen.note.saying(language, note))


def _when_and_who(visit: Visit, dossier: Dossier, form: Form[Milestone], wanted: Milestone) -> Milestone:
    say, seen, people, bodies = visit.reader.say, form.seen, dossier.people, dossier.organisations
    others = [one.code for one in dossier.milestones if one.code != seen.code]
    return replace(
        wanted,
        starts_on=form.day("starts_on", say("Start"), seen.starts_on),
        due_on=form.day("due_on", say("Due"), seen.due_on),
        forecast_on=form.day("forecast_on", say("Forecast"), seen.forecast_on),
        weight=form.number("weight", say("Weight"), seen.weight),
        credit=form.number("credit", say("Credit (%)"), seen.credit),
        serves=form.choices("serves", say("Serves"), THEMES, seen.serves, lambda one: theme_name(say, one), say("no theme")),
        waits_for=form.choices("waits_for", say("Waits for"), others, seen.waits_for, str, say("nothing")),
        gate=form.choice("gate", say("Gate"), GATES, seen.gate, lambda value: gate_name(say, value) or say("No gate")),
        proof=seen.proof.saying(visit.language, form.text("proof", say("Proof"), seen.proof.reading(visit.language).words)),
        owner_id=form.choice("owner_id", say("Owner"), ["", *people], seen.owner_id, lambda one: people[one].name if one else say("Nobody yet")),
        partner_id=form.choice(
            "partner_id",
            say("Partner"),
            ["", *dossier.partnership.partners],
            seen.partner_id,
            lambda one: bodies[one].name if one else partners_together(say, len(dossier.partnership.partners)),
        ),
        critical=form.check("critical", say("Key milestone: a gate or the law makes it indispensable"), seen.critical),
    )
