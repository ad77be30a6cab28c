"""The results of a closed round: dumbbells, a table, remarks, the trend, and what is made of a gap."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from integration.charts.mirror import mirror_chart
from integration.model.domain import FOUNDATION
from integration.model.mirror import FollowUp, MirrorRound, State
from integration.model.plan import Milestone
from integration.model.text import Text
from integration.services import follow_up, mirror, plan
from integration.services.mirror import Result
from integration.services.partnership import Dossier
from integration.services.visit import Visit
from integration.ui.charts import chart
from integration.ui.downloads import download_table
from integration.ui.drawer import past_links
from integration.ui.form import Form
from integration.ui.linked import show
from integration.ui.markup import Markup, el, joined
from integration.ui.panels import small_print
from integration.ui.said import saved
from integration.views.mirror import MirrorRow, MirrorView, mirror_table, mirror_view, trend_rows

MARKS = {"strength": ("green", "S"), "shared gap": ("amber", "G"), "blind spot": ("red", "B"), "talk first": ("red", "!")}


def show_results(visit: Visit, dossier: Dossier, rounds: Sequence[MirrorRound], outcome: Result) -> None:
    """What both partners see of each other."""
    say = visit.reader.say
    later = mirror.latest_result(visit, dossier.partnership.id)
    newer = later if later and later.round.id != outcome.round.id else None
    view = mirror_view(visit.reader, outcome, dossier.bodies, follow_up.follow_ups(visit, dossier.partnership), newer, dossier.names)
    counted = " · ".join(f"{name}: {count}" for name, count in view.answered)
    show(joined(el("p", el("strong", view.sentence)), el("p", view.widest) if view.widest else None, el("p", counted, class_="muted")), key="summary")
    if any(mean is not None for row in view.rows for _, mean, _ in row.means):
        chart(lambda dark, narrow: mirror_chart(view.rows, dark, narrow), "mirror", f"{view.sentence} {view.widest}")
        small_print(say("Five is full agreement with the statement; a red bar is a gap of 1.5 or more."), "scale")
    if visit.may("agree", dossier.partnership.id):
        _propose(visit, dossier, outcome, view)
    show(_table(visit, view), key="rows")
    download_table(visit, lambda: mirror_table(visit.reader, view), f"mirror-{dossier.partnership.code}")
    _trend(visit, rounds)
    if any(row.follow_up for row in view.rows):
        past_links(visit, dossier, {"follow-ups": say("History of what was made of gaps")})
    if view.remarks:
        show(joined(el("h2", say("Remarks")), el("ul", *(el("li", words) for words in view.remarks), class_="log")), key="remarks")


def _table(visit: Visit, view: MirrorView) -> Markup:
    say = visit.reader.say
    names = [name for name, _, _ in view.rows[0].means] if view.rows else []
    labels = (say("Statement"), *names, say("Gap"), say("Agreement within"), say("Difference between"), say("Field"))
    head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
    return el("div", el("table", head, el("tbody", *(_row(row, labels) for row in view.rows)), class_="plain stack"), class_="scroll")


def _row(row: MirrorRow, labels: tuple[str, ...]) -> Markup:
    colour, letter = MARKS.get(row.field, ("", "–"))
    means = (el("td", words, data_label=label) for (_, _, words), label in zip(row.means, labels[1:], strict=False))
    follow = el("div", row.follow_up, class_="small tight") if row.follow_up else None
    field = el("td", el("span", letter, class_=f"letter {colour}", aria_hidden="true"), " ", row.field_words, data_label=labels[-1], class_="nowrap")
    gap = el("td", f"▲ {row.gap_words}" if row.proposes else row.gap_words, data_label=labels[-4], class_="late-words" if row.proposes else None)
    told = (el("td", row.within, data_label=labels[-3]), el("td", row.between, data_label=labels[-2]))
    return el("tr", el("td", row.text, el("div", row.theme, class_="small muted"), follow), *means, gap, *told, field)


def _trend(visit: Visit, rounds: Sequence[MirrorRound]) -> None:
    say = visit.reader.say
    outcomes = [found for one in rounds if (found := mirror.result(visit, one))]
    rows = trend_rows(visit.reader, outcomes)
    if not rows:
        return
    labels = [str(one.round.name.reading(visit.language)) for one in outcomes]
    head = el("thead", el("tr", el("th", say("Statement"), scope="col"), *(el("th", label, scope="col") for label in labels)))
    body = (el("tr", el("td", text), *(el("td", words, data_label=label) for words, label in zip(told, labels, strict=True))) for text, told in rows)
    title = el("summary", say("Shared score over the rounds, for statements asked in the same words"))
    show(el("details", title, el("table", head, el("tbody", *body), class_="plain stack"), id="trend"), key="trend")


def _propose(visit: Visit, dossier: Dossier, outcome: Result, view: MirrorView) -> None:
    say = visit.reader.say
    open_ones = [row for row in view.rows if row.proposes and not row.follow_up]
    if not open_ones:
        return
    with st.expander(say.plural("{n} gap asks for the agenda", "{n} gaps ask for the agenda", len(open_ones)), icon=":material/event_note:", expanded=True):
        texts = {row.id: f"{row.gap_words} · {row.text}" for row in open_ones}
        blank = FollowUp(id=outcome.round.id, partnership_id=dossier.partnership.id, round_id=outcome.round.id, statement_id=open_ones[0].id)
        form = Form(visit, f"follow/{outcome.round.id}", blank, {})
        states: dict[State, str] = {
            "agenda": say("Put it on the agenda"),
            "action": say("Agree on an action"),
            "milestone": say("Make it a milestone of the foundation"),
            "declined": say("Leave it for now"),
        }
        statement = form.choice("statement_id", say("Statement"), [*texts], open_ones[0].id, texts.__getitem__)
        state = form.choice("state", say("What do we do with it?"), [*states], "agenda", states.__getitem__)
        action = form.text("action", say("What will be done?"), "", area=True, height=70) if state == "action" else ""
        due = form.day("due_on", say("By when"), None) if state in ("action", "milestone") else None
        people = {one: person.name for one, person in dossier.people.items()}
        owner = form.choice("owner_id", say("Owner"), ["", *people], "", lambda one: people.get(one, say("Nobody yet"))) if state == "action" else ""
        wanted = replace(FollowUp(partnership_id=dossier.partnership.id, round_id=outcome.round.id, statement_id=statement), state=state, due_on=due)
        wanted = replace(wanted, action=Text().saying(visit.language, action), owner_id=owner)
        if form.submit(say("Save what we do"), wanted, lambda one: _followed(visit, dossier, outcome, one)):
            saved(visit, [f"{texts[statement]} – {states[state].lower()}"])
            st.rerun()


def _followed(visit: Visit, dossier: Dossier, outcome: Result, wanted: FollowUp) -> None:
    if wanted.state == "milestone":
        statement = next(one for one in outcome.statements if one.id == wanted.statement_id)
        code = next(f"M{number}" for number in range(1, 999) if f"M{number}" not in {one.code for one in dossier.milestones})
        named = {"code": code, "title": statement.text, "serves": (statement.theme,)}
        made = Milestone(partnership_id=dossier.partnership.id, domain=FOUNDATION, due_on=wanted.due_on, **named)  # type: ignore[arg-type]
        plan.save(visit, dossier.partnership, [made])
        wanted = replace(wanted, milestone_id=made.id)
    follow_up.follow(visit, dossier.partnership, wanted)
