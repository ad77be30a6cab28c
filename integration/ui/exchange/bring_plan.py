"""Bringing a plan in four steps on one page: a file, what its columns mean, what will happen, and applying it."""

import json

import streamlit as st

from integration.errors import EditConflict, IneenError, Invalid
from integration.errors.exchange import FileChanged, FileUnreadable
from integration.exchange.propose.proposal import Proposal
from integration.model.partnership import Partnership
from integration.services.core.host import host
from integration.services.core.visit import Visit
from integration.services.exchange import bringing, plan_import
from integration.services.exchange.plan_import import Brought
from integration.ui.exchange.columns import columns_step
from integration.ui.exchange.questions import questions_step
from integration.ui.exchange.take_along import take_along
from integration.ui.forms.messages import problems_list, saved, sentence, sentences
from integration.ui.forms.put_back import kept, settle_form
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.ui.kit.table import titled
from integration.views.exchange.proposal import action_name, proposal_table

SHOWN = 200


def bring_plan(visit: Visit, partnership: Partnership) -> None:
    """The steps, as far as this reader has come."""
    brought = bringing.kept(host(), visit, partnership)
    if isinstance(brought, FileUnreadable):
        sentence(visit.reader.say.error(brought))
        brought = None
    if brought is None:
        _file_step(visit, partnership)
        _undo(visit, partnership)
        take_along(visit, partnership)
        return
    chosen = st.session_state.setdefault("brought", {}).setdefault(brought.digest, {"answers": {}, "mapping": {}})
    try:
        proposal = plan_import.proposal(visit, partnership, brought, chosen["answers"], chosen["mapping"])
    except FileUnreadable as error:
        sentence(visit.reader.say.error(error))
        _another(visit, partnership)
        return
    _read_step(visit, partnership, brought)
    columns_step(visit, proposal, chosen["mapping"], brought.digest)
    questions_step(visit, proposal, chosen["answers"], brought.digest)
    _happens_step(visit, proposal)
    _apply_step(visit, partnership, brought, proposal, chosen["mapping"])


def _file_step(visit: Visit, partnership: Partnership) -> None:
    say = visit.reader.say
    kinds = say("XLSX, XLS, ODS, CSV, Microsoft Project XML, GanttProject, Primavera XER, a calendar, or an export of Planner, Asana, Jira or Trello.")
    file = el("input", type="file", name="file", required="required", aria_label=say("File"))
    inside = (el("h2", say("1. A file, or pasted cells")), el("p", kinds), file, el("button", say("Read the file"), class_="file", type="submit"))
    show(el("form", *inside, method="post", enctype="multipart/form-data", action=bringing.address_for(host(), visit, partnership)), key="bring-file")
    pasting = f"pasted-{partnership.code}"
    pasted = st.text_area(say("Or paste cells from a spreadsheet, with the names of the columns"), key=kept(pasting), max_chars=2_000_000)
    if st.button(say("Read what was pasted"), disabled=not pasted.strip(), key="read-pasted"):
        bringing.keep(host(), visit, partnership, say("pasted cells"), pasted.encode())
        settle_form(pasting)
        st.rerun()


def _read_step(visit: Visit, partnership: Partnership, brought: Brought) -> None:
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    with left:
        show(el("p", el("strong", brought.name), f" · {brought.book.kind.upper()} · {brought.digest[:12]}"), key="brought")
    with right:
        _another(visit, partnership)


def _another(visit: Visit, partnership: Partnership) -> None:
    if st.button(visit.reader.say("Another file"), key="another-file"):
        bringing.drop(host(), visit, partnership)
        st.rerun()


def _happens_step(visit: Visit, proposal: Proposal) -> None:
    say = visit.reader.say
    totals = " · ".join(f"{action_name(say, name)} {number}" for name, number in proposal.totals.items() if number)
    show(el("div", el("h2", say("3. What will happen")), el("p", totals, class_="lead")), key="totals")
    order = {"ask": 0, "refuse": 1, "change": 2, "add": 3, "skip": 4, "same": 5}
    rows = sorted(proposal.rows, key=lambda one: order[one.action])
    show(titled(visit.language, proposal_table(visit.reader, rows[:SHOWN])), key="proposal")
    if len(rows) > SHOWN:
        show(el("p", say("{n} more rows are not shown.", n=len(rows) - SHOWN), class_="small muted"), key="more-rows")
    if proposal.names:
        sentences(say("Names that are new here; they become names of owners, and nobody gets an account."), proposal.names, "new-names")
    if proposal.unread:
        sentences(say("What was not read"), proposal.unread, "unread")


def _apply_step(visit: Visit, partnership: Partnership, brought: Brought, proposal: Proposal, mapping: dict[str, str]) -> None:
    say, count = visit.reader.say, proposal.totals["add"] + proposal.totals["change"]
    st.subheader(say("4. Apply"))
    if not proposal.ready:
        show(el("p", say("Answer the questions first; nothing is stored before that."), class_="muted"), key="not-ready")
    label = say.plural("Store {n} milestone", "Store {n} milestones", count)
    if st.button(label, type="primary", disabled=not (proposal.ready and count), key="apply-import"):
        try:
            stored = plan_import.apply(visit, partnership, brought, proposal, mapping)
        except Invalid as error:
            problems_list(visit, error)
            return
        except (FileChanged, EditConflict) as error:
            sentence(say.error(error))
            return
        bringing.drop(host(), visit, partnership)
        saved(visit, [say.plural("{n} milestone was stored.", "{n} milestones were stored.", stored)])
        st.rerun()


def _undo(visit: Visit, partnership: Partnership) -> None:
    say, last = visit.reader.say, plan_import.last(visit, partnership)
    if last is None:
        return
    count = len(json.loads(last.lines))
    show(el("p", say("Brought in last: {file}, {n} rows.", file=last.file, n=count), class_="muted"), key="last-import")
    if st.button(say("Take the last import back"), key="undo-import", icon=":material/undo:"):
        try:
            back, stays = plan_import.undo(visit, partnership)
        except IneenError as error:
            sentence(say.error(error))
            return
        lines = [say.plural("{n} milestone is as it was.", "{n} milestones are as they were.", back)]
        if stays:
            lines.append(say.plural("{n} milestone was changed since and stays.", "{n} milestones were changed since and stay.", stays))
        saved(visit, lines)
        st.rerun()
