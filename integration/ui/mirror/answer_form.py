"""The answer form: one statement after another, five steps and “don’t know”, one remark, and nobody's name."""

import uuid
from datetime import date

import streamlit as st
from streamlit.components.v2 import component

from integration.errors import Invalid
from integration.errors.mirror import AnsweredBefore, AnswerRefused, LinkUnknown
from integration.i18n.formats import day
from integration.i18n.labels import theme_name
from integration.model.mirror import DONT_KNOW, REMARK_LIMIT, SCORES, plain_code
from integration.services.access import wrong_addresses
from integration.services.core.visit import Visit
from integration.services.mirror import answer
from integration.services.mirror.answer import AnswerSheet
from integration.ui.forms.messages import problems_list
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.panels import heading, small_print

# Kept by the browser alone, so that one browser answers a round once; the server stores only a hash of it and of the round.
BROWSER = """
export default function ({ setStateValue }) {
  let mine;
  try {
    // Not crypto.randomUUID, which browsers keep from addresses without https.
    const word = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, "0")).join("");
    mine = localStorage.getItem("ineen.browser") || word();
    localStorage.setItem("ineen.browser", mine);
  } catch {
    return;
  }
  setStateValue("id", mine);
}
"""
REMARK = "answer-remark-"


def answer_page(visit: Visit, token: str) -> None:
    """The whole page: the form, thanks, or one sentence why there is none; nothing of the partnership but the round's statements."""
    if st.session_state.get("answered") == token and token:
        thanks(visit)
        return
    know_browser()
    if not token:
        ask_code(visit)
        return
    try:
        asked = answer.asked(visit, token)
        if answer.answered_before(visit, asked, browser_id()):
            raise AnsweredBefore
        heading(str(asked.round.name.reading(visit.language)), visit.reader.say("You answer for {name}.", name=asked.organisation))
        answer_form(visit, asked, token)
    except AnswerRefused as error:
        if isinstance(error, LinkUnknown):
            wrong_addresses.note_wrong(visit.database, wrong_addresses.ANSWER, st.context.ip_address or "", visit.now)
        _refused(visit, error, token)


def ask_code(visit: Visit) -> None:
    """The field for a printed code, where the address carries none."""
    say = visit.reader.say
    heading(say("Mirror"), say("Type the code that was given to you."))
    typed = plain_code(st.text_input(say("Code"), key="typed-code", autocomplete="off", max_chars=40) or "")
    if st.button(say("Go on"), type="primary", key="go-on") and typed:
        st.query_params["t"] = typed
        st.rerun()


def answer_form(visit: Visit, asked: AnswerSheet, token: str) -> None:
    """Everything on one page; what was chosen stays while the page is open."""
    say = visit.reader.say
    show(joined(promise(visit, asked), el("p", say("1 = not at all · 5 = completely"), class_="muted")), key="promise")
    scores: dict[str, int | None] = {}
    theme = ""
    for statement in asked.statements:
        if statement.theme != theme:
            theme = statement.theme
            st.subheader(theme_name(say, theme))
        chosen = st.segmented_control(
            as_label(str(statement.text.reading(visit.language))),
            [*SCORES, DONT_KNOW],
            format_func=lambda one: say("don’t know") if one == DONT_KNOW else str(one),
            key=f"answer-{statement.id}",
            persist_state="session",
        )
        if chosen is not None:
            scores[statement.id] = None if chosen == DONT_KNOW else chosen
    remark = st.text_area(say("One remark, if you like"), key=f"{REMARK}{token}", height=90, persist_state="session") or ""
    small_print(say("At most {n} characters; it is shown word for word, without your name and apart from your scores.", n=REMARK_LIMIT), "remark-note")
    if st.button(say("Send my answers"), type="primary", icon=":material/send:", key="send-answers"):
        _send(visit, token, scores, remark)


def promise(visit: Visit, asked: AnswerSheet) -> Markup:
    """What holds for whoever answers, and what does not."""
    say = visit.reader.say
    holds = say(
        "Two minutes. Your scores are only added to those of everybody else of {name}: without your name, without a time, and not to be "
        "taken apart again. Results are shown only after the round, and only of groups of three or more.",
        name=asked.organisation,
    )
    own = (
        say("Your code only tells that it was used. Who gave it to you can know that you answered if they wrote down whose it was, never what.")
        if asked.code_hash
        else say("Everybody of {name} has this same address, and this browser answers once.", name=asked.organisation)
    )
    honest = say("Only who runs the server could, with effort, see in its files what is added while the round is open; no page and no list ever tells.")
    return el("div", el("p", holds), el("p", own, " ", honest, class_="small"), class_="notice")


def _send(visit: Visit, token: str, scores: dict[str, int | None], remark: str) -> None:
    try:
        answer.answer(visit, token, browser_id(), scores, remark)
    except Invalid as error:
        problems_list(visit, error)
        return
    except AnswerRefused:
        # The next run says why, in the place of the form, and shows what was written.
        st.rerun()
    st.session_state.answered = token
    st.rerun()


def _refused(visit: Visit, error: AnswerRefused, token: str) -> None:
    say = visit.reader.say
    opens = error.details.get("day")
    details = {"day": day(opens, visit.language)} if isinstance(opens, date) else {}
    hint = say("Does somebody else use this computer too? Then open the address in a private window.")
    written = str(st.session_state.get(f"{REMARK}{token}") or "").strip()
    kept = joined(el("p", say("What you wrote was not sent; copy it if you want to keep it:"), class_="muted"), el("blockquote", written)) if written else None
    words = el("p", say(error.sentence, **details), class_="notice", role="alert")
    heading(say("Mirror"), "", words, *([el("p", hint, class_="muted")] if isinstance(error, AnsweredBefore) else []), *([kept] if kept else []))


def thanks(visit: Visit) -> None:
    """What somebody reads who has answered."""
    say = visit.reader.say
    heading(say("Thank you"), say("Your answers were saved. You can close this page."))


def browser_id() -> str:
    """What this browser calls itself, or, where it keeps nothing, this session."""
    return str(st.session_state.get("browser_id") or st.session_state.setdefault("session_id", str(uuid.uuid4())))


def know_browser() -> None:
    """Ask the browser what it calls itself, once."""
    found = component("ineen_browser", js=BROWSER)(key="browser", height=1, on_id_change=lambda: None)
    if found.id:
        st.session_state.browser_id = str(found.id)
