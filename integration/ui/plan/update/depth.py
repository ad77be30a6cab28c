"""Depth: where each domain stands on the ladder, where it should end, and what shows it."""

from dataclasses import replace

import streamlit as st

from integration.i18n.labels import group_name, level_meaning, level_name
from integration.model.domain import DOMAINS, Domain
from integration.model.plan.depth import LEVELS, Depth
from integration.services.core.visit import Visit
from integration.services.plan import depth
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.panels import small_print


def update_depth(visit: Visit, dossier: Dossier) -> None:
    """Four domains side by side, each with its own save."""
    say = visit.reader.say
    small_print(say("Progress says whether we do what we planned; depth says how merged we really are."), "depth-note")
    columns = st.columns(2, gap="large")
    for at, domain in enumerate(DOMAINS):
        with columns[at % 2], st.container(border=True):
            _domain(visit, dossier, domain)


def _domain(visit: Visit, dossier: Dossier, domain: Domain) -> None:
    say, name = visit.reader.say, group_name(visit.reader.say, domain)
    st.subheader(name)
    stored = dossier.depths.get(domain) or Depth(partnership_id=dossier.partnership.id, domain=domain, start=0, current=0, target=3)
    people = {one.id: one.name for one in dossier.people.values()}
    form = Form(visit, f"depth/{dossier.partnership.code}/{domain}", stored, people)

    def step(level: int) -> str:
        return f"{level} {level_name(say, level)} – {level_meaning(say, domain, level)}"

    seen = form.seen
    wanted = replace(
        seen,
        start=form.choice("start", say("At the start"), LEVELS, seen.start, step),
        current=form.choice("current", say("Now"), LEVELS, seen.current, step),
        target=form.choice("target", say("Target"), LEVELS, seen.target, step),
    )
    evidence = form.text("evidence", say("What shows it"), seen.evidence.reading(visit.language).words, area=True, height=80)
    wanted = replace(wanted, evidence=seen.evidence.saying(visit.language, evidence))
    if form.submit(say("Save {domain}", domain=name), wanted, lambda one: depth.save(visit, dossier.partnership, [one])):
        saved(visit, [say("{domain}: depth {current}, target {target}.", domain=name, current=wanted.current, target=wanted.target)])
        st.rerun()
