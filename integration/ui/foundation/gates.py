"""Gates of the phase: the checklist, its proofs, and the move to the next phase, also without everything but never silently."""

from dataclasses import replace

import streamlit as st

from integration.model.foundation import TICKED, Gate, PhaseStep
from integration.model.record import new_id
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.foundation import foundation, gates
from integration.services.portfolio.partnership import Dossier
from integration.ui.changes.history_drawer import past_links
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.panels import nothing_here
from integration.views.foundation.foundation import GateRow, GatesView, gates_view


def show_gates(visit: Visit, dossier: Dossier) -> None:
    """What must be there before the next phase."""
    say, partnership = visit.reader.say, dossier.partnership
    stored, items = foundation.read(visit, partnership), gates.checklist(visit, dossier)
    following = gates.NEXT.get(partnership.phase, "")
    view = gates_view(visit.reader, partnership.phase, following, items, stored)
    if not items:
        nothing_here(say("This phase has no gate any more."))
    else:
        show(_list(visit, view), key="gates")
    show(_steps(visit, view), key="steps")
    if stored.gates:
        past_links(visit, dossier, {"gates": say("History of the checklist"), "steps": say("History of the steps")})
    if items and visit.may("agree", dossier.partnership.id):
        for item in TICKED:
            if item in items:
                _tick(visit, dossier, item, next(row for row in view.rows if row.item == item))
        if visit.may("edit partnership", dossier.partnership.id):
            _move(visit, dossier, following, gates.missing(items, stored), view)


def _list(visit: Visit, view: GatesView) -> Markup:
    say = visit.reader.say
    rows = (
        el(
            "li",
            el("strong", "✓ " if row.passed else "○ ", row.name),
            el("span", f" · {say('computed') if row.computed else say('ticked by people')}", class_="muted small"),
            el("div", row.proof, class_="small") if row.proof else None,
        )
        for row in view.rows
    )
    return joined(el("h2", say("From {old} to {new}", old=view.phase.lower(), new=view.next_phase.lower())), el("ul", *rows, class_="log"))


def _steps(visit: Visit, view: GatesView) -> Markup:
    say = visit.reader.say
    if not view.steps:
        return el("p", say("The phase was not changed here before."), class_="muted small")
    items = (el("li", el("strong", moved), f" · {when}", el("div", about, class_="late-words small") if about else None) for moved, about, when in view.steps)
    return joined(el("h2", say("Moves so far")), el("ul", *items, class_="log"))


def _tick(visit: Visit, dossier: Dossier, item: str, row: GateRow) -> None:
    say, partnership = visit.reader.say, dossier.partnership
    stored = foundation.read(visit, partnership).gates.get(item) or Gate(partnership_id=partnership.id, item=item)
    with st.expander(row.name, icon=":material/check_box:" if row.passed else ":material/check_box_outline_blank:", key=f"open-{item}"):
        form = Form(visit, f"gate/{partnership.code}/{item}", stored, dossier.names)
        passed = form.check("passed", say("This is done"), form.seen.passed)
        proof = form.text("proof", say("Where the proof can be found"), form.seen.proof.reading(visit.language).words)
        wanted = replace(form.seen, passed=passed, proof=form.seen.proof.saying(visit.language, proof))
        if form.submit(say("Save"), wanted, lambda one: foundation.save_gate(visit, partnership, one)):
            saved(visit, [row.name])
            st.rerun()


def _move(visit: Visit, dossier: Dossier, following: str, missing: tuple[str, ...], view: GatesView) -> None:
    say, partnership = visit.reader.say, dossier.partnership
    st.subheader(say("Move on to: {phase}", phase=view.next_phase.lower()))
    blank = PhaseStep(id=partnership.id, partnership_id=partnership.id, left_phase=partnership.phase, new_phase=following, missing=missing)
    form = Form(visit, f"step/{partnership.code}/{following}", blank, {})
    asked = say.plural("Why move on although {n} point is missing?", "Why move on although {n} points are missing?", len(missing))
    reason = form.text("reason", asked, "", area=True, height=80) if missing else ""
    wanted = replace(blank, id=new_id(), reason=Text().saying(visit.language, reason))
    if form.submit(say("Move on"), wanted, lambda one: gates.move_on(visit, dossier, one)):
        saved(visit, [say("The phase became {phase}.", phase=view.next_phase.lower())])
        st.rerun()
