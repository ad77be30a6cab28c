"""What was said about one thing, under its history, and a place to say more."""

from dataclasses import replace

import streamlit as st

from integration.model.discussion.comment import Comment, Commented
from integration.services.core.visit import Visit
from integration.services.discussion import comment
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.still import making
from integration.views.discussion.comment import CommentRow, comment_row


def show_comments(visit: Visit, dossier: Dossier, history: str) -> None:
    """The comments on what this history is of, where it can be commented on and whoever looks may read them."""
    own = dossier.partnership
    found = things(visit, dossier, history)
    if not found or not visit.may("read history", own.id):
        return
    thing, ids = found
    say, said = visit.reader.say, [one for one in comment.of(visit, own) if one.thing_id in ids]
    names = comment.names(visit) if said else {}
    rows = [comment_row(visit.reader, one, names) for one in said]
    listed = el("ol", *map(_comment, rows), class_="log") if rows else el("p", say("Nobody said anything about this yet."), class_="muted")
    show(el("section", el("h2", say("Comments")), listed, class_="drawer", id="comments"), key="comments")
    if visit.may("comment", own.id) and not making():
        _say_more(visit, dossier, thing, ids[0])


def things(visit: Visit, dossier: Dossier, history: str) -> tuple[Commented, list[str]] | None:
    """What a history is of, by the ids that comments on it bear: of a domain all its reports, the newest first."""
    called, _, part = history.partition(".")
    if called == "milestone":
        ids = [one.id for one in dossier.milestones if one.code == part]
        return ("milestone", ids) if ids else None
    if called == "report":
        ids = [one.id for one in dossier.check_ins if one.domain == part]
        return ("report", ids) if ids else None
    if called == "decisions" and part and visit.may("read register", dossier.partnership.id):
        ids = [one.id for one in register.of(visit, dossier.partnership).decisions if one.id == part]
        return ("decision", ids) if ids else None
    return None


def _comment(row: CommentRow) -> Markup:
    mentions = el("div", " ".join(f"@{name}" for name in row.mentions), class_="small muted") if row.mentions else None
    head = joined(el("strong", row.who), " ", el("span", row.when, class_="small muted"))
    return el("li", head, el("p", row.words, class_="typed"), mentions, data_at=f"comment.{row.id}")


def _say_more(visit: Visit, dossier: Dossier, thing: Commented, thing_id: str) -> None:
    say, own = visit.reader.say, dossier.partnership
    known = {one: name for one, name in comment.members(visit, own).items() if one != visit.person.id}
    blank = Comment(partnership_id=own.id, thing=thing, thing_id=thing_id, words="")
    with st.container(key="say-more"):
        form = Form(visit, f"comment/{thing_id}", blank, known)
        wanted = replace(
            form.seen,
            words=form.text("words", say("Your comment"), "", area=True),
            mentions=form.choices("mentions", say("Mention"), [*known], (), lambda one: known.get(one, one), say("Nobody in particular")),
        )
        if form.submit(say("Comment"), wanted, lambda one: comment.write(visit, own, one)):
            told = ", ".join(known[one] for one in wanted.mentions if one in known)
            saved(visit, [say("Your comment; {names} will read it in My week.", names=told) if told else say("Your comment.")])
            st.rerun()
