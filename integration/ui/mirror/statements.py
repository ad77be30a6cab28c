"""The statements of an open round: what it asks, and rewording, adding or leaving out until somebody answers."""

from dataclasses import replace

import streamlit as st

from integration.errors import Invalid
from integration.i18n.labels import theme_name
from integration.model.mirror import ASKED_THEMES, MirrorRound, Statement
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.mirror import statement
from integration.ui.forms.form import Form
from integration.ui.forms.messages import problems_list, saved
from integration.ui.kit.label import options as as_options
from integration.ui.kit.panels import small_print


def change_statements(visit: Visit, one: MirrorRound) -> None:
    """Choose a statement, or a new one, and say it in your own words."""
    say = visit.reader.say
    known = {each.id: each for each in statement.statements(visit, one)}
    with st.expander(
        say.plural("{n} statement in this round", "{n} statements in this round", len(known)), icon=":material/format_quote:", key=f"open-words-{one.id}"
    ):
        note = say("Say them in your own words until the first address or code is made. A statement said otherwise is not compared with earlier rounds.")
        small_print(note, f"words-{one.id}")
        names = {each.id: f"{theme_name(say, each.theme)}: {each.text.reading(visit.language)}" for each in known.values()}
        options = [*names, ""]
        chosen = st.selectbox(
            say("Statement"), options, format_func=as_options(lambda each: names.get(each) or say("A new statement")), key=f"which-{one.id}-{len(options)}"
        )
        before = known.get(chosen or "") or Statement(id=one.id, round_id=one.id, theme=ASKED_THEMES[0], place=0, text=Text())
        form = Form(visit, f"statement/{one.id}/{chosen}", before, {})
        theme = before.theme if before.version else form.choice("theme", say("Theme"), ASKED_THEMES, before.theme, lambda each: theme_name(say, each))
        text = form.long("text", (say("Statement in Dutch"), say("Statement in English")), form.seen.text)
        if form.submit(say("Save the statement"), replace(form.seen, theme=theme, text=text), lambda each: statement.reword(visit, one, each)):
            saved(visit, [say("The statement was saved.")])
            st.rerun()
        if before.version and st.button(say("Leave this statement out"), key=f"out-{before.id}", icon=":material/remove:"):
            _leave_out(visit, one, before)


def _leave_out(visit: Visit, one: MirrorRound, before: Statement) -> None:
    try:
        statement.leave_out(visit, one, before)
    except Invalid as error:
        problems_list(visit, error)
        return
    saved(visit, [visit.reader.say("The statement was left out.")])
    st.rerun()
