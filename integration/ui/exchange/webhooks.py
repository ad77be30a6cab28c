"""Webhooks of a partnership: what other programs are told, what they answered, a test, and a new one."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from integration.errors import IneenError, Invalid
from integration.model.operating.webhook import FORMS, MOST_WEBHOOKS, TELLS, Webhook
from integration.model.partnership import Partnership
from integration.model.text import LANGUAGES
from integration.services.core.visit import Visit
from integration.services.exchange import webhook
from integration.services.exchange.webhook import Listed
from integration.ui.forms.messages import problems_list, saved, tell_error
from integration.ui.kit.html import show
from integration.ui.kit.label import options as as_options
from integration.ui.kit.markup import el
from integration.ui.kit.panels import small_print
from integration.ui.kit.table import titled
from integration.views.exchange.webhook import about_words, answer_words, delivery_table, form_name, standing, telling_name

MADE, TESTED = "webhook_secret", "webhook_tested"


def update_webhooks(visit: Visit, partnership: Partnership) -> None:
    """Each webhook with its last answers, and the form for another."""
    if not visit.may("edit partnership", partnership.id):
        return
    say, found = visit.reader.say, webhook.listed(visit, partnership)
    st.subheader(say("Messages to Teams, Slack or another program"))
    small_print(say("What a steering member may read is sent by itself to a channel or program of your choice."), "webhook-note")
    for one in found:
        with st.container(border=True, key=f"one-webhook-{one.webhook.id}"):
            _one(visit, partnership, one)
    if len(found) < MOST_WEBHOOKS:
        with st.expander(say("Send messages to another program"), icon=":material/add_link:"):
            _new(visit, partnership, len(found))


def _one(visit: Visit, partnership: Partnership, one: Listed) -> None:
    say, hook = visit.reader.say, one.webhook
    words, tone = standing(say, hook)
    title = el("p", el("strong", form_name(say, hook.form)), " ", el("span", words, class_=f"small {tone}"))
    show(el("div", title, el("p", about_words(say, hook), class_="muted small")), key=f"webhook-{hook.id}")
    kept = st.session_state.get(MADE)
    if kept and kept[0] == hook.id and hook.form == "json":
        st.success(say("Copy the secret that its messages are signed with now: it is shown once."), icon=":material/key:")
        st.code(kept[1], language=None, wrap_lines=True)
    _actions(visit, partnership, hook)
    if tested := st.session_state.pop(f"{TESTED}-{hook.id}", None):
        words, taken = tested
        show(el("p", words, class_="notice done" if taken else "notice problem", role="status"), key=f"tested-{hook.id}")
    if one.deliveries:
        show(titled(visit.language, delivery_table(visit.reader, one.deliveries)), key=f"deliveries-{hook.id}")


def _actions(visit: Visit, partnership: Partnership, hook: Webhook) -> None:
    say, name = visit.reader.say, hook.id
    with st.container(horizontal=True):
        if st.button(say("Send a test"), key=f"test-{name}", icon=":material/send:"):
            _tested(visit, partnership, hook)
        live = hook.state == "live"
        if st.button(say("Pause") if live else say("Resume"), key=f"pause-{name}", icon=":material/pause:" if live else ":material/play_arrow:"):
            _done(visit, lambda: webhook.set_state(visit, partnership, name, "paused" if live else "live"))
        if hook.form == "json" and st.button(say("New secret"), key=f"secret-{name}", icon=":material/sync:", help=say("The secret before it stops at once.")):
            _done(visit, lambda: st.session_state.update({MADE: (name, webhook.new_secret(visit, partnership, name))}))
        if st.button(say("Remove this webhook"), key=f"remove-{name}", icon=":material/link_off:"):
            _done(visit, lambda: webhook.remove(visit, partnership, name))


def _tested(visit: Visit, partnership: Partnership, hook: Webhook) -> None:
    say = visit.reader.say
    try:
        answer = webhook.test(visit, partnership, hook.id)
    except IneenError as error:
        tell_error(visit, error)
        return
    # Said by the next run, which lists it too.
    st.session_state[f"{TESTED}-{hook.id}"] = (say("The other end answered: {answer}.", answer=answer_words(say, answer)), answer.state == "taken")
    st.rerun()


def _done(visit: Visit, change: Callable[[], object]) -> None:
    try:
        change()
    except IneenError as error:
        tell_error(visit, error)
        return
    st.rerun()


def _new(visit: Visit, partnership: Partnership, number: int) -> None:
    say = visit.reader.say
    form = st.radio(say("For"), FORMS, format_func=as_options(lambda one: form_name(say, one)), horizontal=True, key="webhook-form")
    where = {
        "teams": say("In Teams: at the channel, Workflows, “Post to a channel when a webhook request is received”; copy its address."),
        "slack": say("In Slack: an app with Incoming Webhooks; copy its address."),
        "json": say("Any program that takes JSON by https and answers 2xx; docs/webhooks.md says how it checks the signature."),
    }
    small_print(where[form or "teams"], "webhook-where")
    # A password field, for the address opens the other program: no browser keeps it with what was typed.
    endpoint = st.text_input(say("Address (https://…)"), type="password", autocomplete="off", key=f"webhook-endpoint-{number}")
    tells = st.multiselect(
        say("Tell"), TELLS, TELLS, format_func=as_options(lambda one: telling_name(say, one)), placeholder=say("Nothing"), key="webhook-tells"
    )
    names = {"nl": "Nederlands", "en": "English"}
    language = st.radio(say("Language"), LANGUAGES, index=LANGUAGES.index(visit.language), format_func=names.get, horizontal=True, key="webhook-language")
    if st.button(say("Send messages there"), type="primary", key="make-webhook"):
        wanted = Webhook(partnership_id=partnership.id, form=form or "teams", endpoint=(endpoint or "").strip(), tells=tuple(tells), since=visit.now)
        wanted = replace(wanted, language=language or visit.language)
        _made(visit, partnership, wanted)


def _made(visit: Visit, partnership: Partnership, wanted: Webhook) -> None:
    try:
        stored, secret = webhook.make(visit, partnership, wanted)
    except Invalid as error:
        problems_list(visit, error)
        return
    except IneenError as error:
        tell_error(visit, error)
        return
    st.session_state[MADE] = (stored.id, secret)
    saved(visit, [visit.reader.say("Messages go there from now on. Send a test to see whether they arrive.")])
    st.rerun()
