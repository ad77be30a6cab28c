"""Depth: where each domain stands on the ladder, where it should end, and what shows it."""

from dataclasses import replace

import streamlit as st

from integration.errors import EditConflict, Invalid
from integration.i18n.labels import group_name, level_meaning, level_name
from integration.model.depth import LEVELS, Depth
from integration.model.domain import DOMAINS
from integration.services import depth
from integration.services.partnership import Dossier
from integration.services.visit import Visit
from integration.ui.said import problems_list, saved, sentence


def update_depth(visit: Visit, dossier: Dossier) -> None:
    """Four domains side by side, one save."""
    say = visit.reader.say
    st.caption(say("Progress says whether we do what we planned; depth says how merged we really are."))
    columns = st.columns(2, gap="large")
    wanted = []
    for at, domain in enumerate(DOMAINS):
        with columns[at % 2], st.container(border=True):
            wanted.append(_domain(visit, dossier, domain))
    changed = [one for one in wanted if one is not None]
    if st.button(say("Save depth"), type="primary", icon=":material/save:", key="save-depth", disabled=not changed):
        _save(visit, dossier, changed)


def _domain(visit: Visit, dossier: Dossier, domain: str) -> Depth | None:
    say, known = visit.reader.say, dossier.depths.get(domain)
    st.subheader(group_name(say, domain))

    def step(level: int) -> str:
        return f"{level} {level_name(say, level)} – {level_meaning(say, domain, level)}"

    def choice(label: str, name: str, otherwise: int) -> int:
        key = f"depth-{dossier.partnership.code}-{domain}-{name}-{known.version if known else 0}"
        now = getattr(known, name) if known else otherwise
        return int(st.selectbox(label, LEVELS, index=now, format_func=step, key=key, persist_state="session") or 0)

    start = choice(say("At the start"), "start", 0)
    current = choice(say("Now"), "current", 0)
    target = choice(say("Target"), "target", 3)
    shown = str(known.evidence.reading(visit.language)) if known else ""
    key = f"depth-{dossier.partnership.code}-{domain}-evidence-{visit.language}-{known.version if known else 0}"
    evidence = st.text_area(say("What shows it"), shown, key=key, height=80, persist_state="session") or ""
    before = known or Depth(partnership_id=dossier.partnership.id, domain=domain, start=0, current=0, target=0)  # type: ignore[arg-type]
    said = before.evidence if evidence.strip() == shown else before.evidence.saying(visit.language, evidence.strip())
    after = replace(before, start=start, current=current, target=target, evidence=said)
    return None if after == known else after


def _save(visit: Visit, dossier: Dossier, changed: list[Depth]) -> None:
    say = visit.reader.say
    try:
        depth.save(visit, dossier.partnership, changed)
    except Invalid as error:
        problems_list(visit, error)
        return
    except EditConflict as error:
        sentence(visit, say.error(error))
        return
    saved(visit, [say("{domain}: depth {current}, target {target}.", domain=group_name(say, one.domain), current=one.current, target=one.target) for one in changed])
    st.rerun()
