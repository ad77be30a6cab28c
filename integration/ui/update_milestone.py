"""One milestone: add, change, cancel or restore it; and start a plan from the template."""

from dataclasses import replace
from typing import Any

import streamlit as st

from integration.errors import EditConflict, Invalid
from integration.i18n.formats import day
from integration.i18n.labels import gate_name, group_name
from integration.model.domain import GROUPS
from integration.model.plan import Milestone
from integration.model.text import Text
from integration.services import plan
from integration.services.partnership import Dossier
from integration.services.visit import Visit
from integration.ui.address_bar import write
from integration.ui.said import problems_list, saved, sentence

GATES = ("", "gate", "day1")


def update_milestone(visit: Visit, dossier: Dossier) -> None:
    """Choose a milestone or a new one, and its form."""
    say = visit.reader.say
    known = {one.code: one for one in sorted(dossier.milestones, key=lambda one: (GROUPS.index(one.domain), one.code))}
    if not known:
        _template(visit, dossier)
    chosen = st.query_params.get("m", "")
    st.session_state.choice_m = chosen if chosen in known else ""
    titles = {code: f"{code}  {one.title.reading(visit.language)}{' – ' + say('Cancelled').lower() if one.cancelled else ''}" for code, one in known.items()}
    st.selectbox(
        say("Milestone"), ["", *known], format_func=lambda code: titles.get(code, say("A new milestone")), key="choice_m", on_change=lambda: write("m", st.session_state.choice_m)
    )
    before = known.get(chosen)
    wanted = _fields(visit, dossier, before)
    left, right, _ = st.columns([1, 1, 3])
    if left.button(say("Save"), type="primary", icon=":material/save:", key="save-milestone", width="stretch"):
        _save(visit, dossier, wanted, say("{code} was saved.", code=wanted.code))
    if before and right.button(say("Restore") if before.cancelled else say("Cancel milestone"), key="cancel-milestone", width="stretch"):
        words = say("{code} was restored.", code=before.code) if before.cancelled else say("{code} was cancelled; it counts for nothing until you restore it.", code=before.code)
        _save(visit, dossier, replace(before, cancelled=not before.cancelled), words)


def _template(visit: Visit, dossier: Dossier) -> None:
    say = visit.reader.say
    with st.container(border=True):
        st.subheader(say("Start from the plan template"))
        try:
            rows = plan.template_plan(dossier.partnership)
        except Invalid as error:
            problems_list(visit, error)
            return
        first, last = min(one.starts_on for one in rows if one.starts_on), max(one.due_on for one in rows if one.due_on)
        school_year = next(one.due_on for one in rows if one.gate == "day1")
        span = {"first": day(first, visit.language), "last": day(last, visit.language), "school_year": day(school_year, visit.language)}
        st.write(say("{n} milestones from {first} to {last}; what must be ready by the school year is due on {school_year}.", n=len(rows), **span))
        if st.button(say("Apply the template"), type="primary", key="apply-template", icon=":material/playlist_add:"):
            count = plan.apply_template(visit, dossier.partnership)
            saved(visit, [say.plural("{n} milestone was planned.", "{n} milestones were planned.", count)])
            st.rerun()


def _fields(visit: Visit, dossier: Dossier, before: Milestone | None) -> Milestone:
    say = visit.reader.say
    base = before or Milestone(partnership_id=dossier.partnership.id, code="", domain="training", title=Text(), due_on=None)
    stamp = f"{dossier.partnership.code}-{base.code}-{base.version}-{st.session_state.setdefault('milestone_turn', 0)}"

    def kept(name: str) -> dict[str, Any]:
        return {"key": f"milestone-{stamp}-{name}", "persist_state": "session"}

    one, two = st.columns(2, gap="large")
    with one:
        code = st.text_input(say("Code"), base.code, **kept("code")) or ""
        domain = st.selectbox(say("Domain"), GROUPS, index=GROUPS.index(base.domain), format_func=lambda group: group_name(say, group), **kept("domain"))
        title = Text(st.text_input(say("Title in Dutch"), base.title.nl, **kept("nl")) or "", st.text_input(say("Title in English"), base.title.en, **kept("en")) or "")
        deliverable = st.text_area(say("Result to deliver"), str(base.deliverable.reading(visit.language).words), height=80, **kept("deliverable")) or ""
        note = st.text_area(say("Note"), base.note.reading(visit.language).words, height=80, **kept("note")) or ""
    with two:
        starts, due, forecast = _dates(visit, base, kept)
        weight = st.number_input(say("Weight"), value=float(base.weight), step=1.0, **kept("weight"))
        credit = st.number_input(say("Credit (%)"), value=float(base.credit), step=25.0, **kept("credit"))
        waits = st.multiselect(say("Waits for"), [one.code for one in dossier.milestones if one.code != base.code], list(base.waits_for), placeholder=say("nothing"), **kept("waits"))
        gate = st.selectbox(say("Gate"), GATES, index=GATES.index(base.gate), format_func=lambda value: gate_name(say, value) or say("No gate"), **kept("gate"))
        owner, partner = _people(visit, dossier, base, kept)
        critical = st.checkbox(say("Critical: the partnership waits when this is late"), base.critical, **kept("critical"))
    return replace(
        base,
        code=code.strip(),
        domain=domain,
        title=title,
        deliverable=base.deliverable.saying(visit.language, deliverable.strip()),
        note=base.note.saying(visit.language, note.strip()),
        starts_on=starts,
        due_on=due,
        forecast_on=forecast,
        weight=float(weight),
        credit=float(credit),
        waits_for=tuple(waits),
        gate=gate,
        owner_id=owner,
        partner_id=partner,
        critical=critical,
    )


def _dates(visit: Visit, base: Milestone, kept: Any) -> tuple[Any, Any, Any]:
    say, shape = visit.reader.say, {"format": "DD-MM-YYYY"}
    names = (("starts_on", say("Start")), ("due_on", say("Due")), ("forecast_on", say("Forecast")))
    return tuple(st.date_input(label, getattr(base, name), **shape, **kept(name)) for name, label in names)  # type: ignore[return-value]


def _people(visit: Visit, dossier: Dossier, base: Milestone, kept: Any) -> tuple[str, str]:
    say = visit.reader.say
    owners = ["", *dossier.people]
    partners = ["", *dossier.partnership.partners]
    owner = st.selectbox(
        say("Owner"), owners, index=owners.index(base.owner_id) if base.owner_id in owners else 0, format_func=lambda one: dossier.people[one].name if one else say("Nobody yet"), **kept("owner")
    )
    partner = st.selectbox(
        say("Partner"),
        partners,
        index=partners.index(base.partner_id) if base.partner_id in partners else 0,
        format_func=lambda one: dossier.organisations[one].name if one else say("both partners"),
        **kept("partner"),
    )
    return str(owner or ""), str(partner or "")


def _save(visit: Visit, dossier: Dossier, wanted: Milestone, words: str) -> None:
    try:
        plan.save(visit, dossier.partnership, [wanted])
    except Invalid as error:
        problems_list(visit, error)
        return
    except EditConflict as error:
        sentence(visit, visit.reader.say.error(error))
        return
    st.session_state.milestone_turn = st.session_state.get("milestone_turn", 0) + 1
    write("m", wanted.code)
    saved(visit, [words])
    st.rerun()
