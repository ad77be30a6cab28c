"""What the file leaves open: one choice per question, with what would be chosen first."""

import streamlit as st

from integration.exchange.propose.proposal import Proposal
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.label import label
from integration.ui.kit.label import options as options_as
from integration.ui.kit.markup import el
from integration.views.exchange.proposal import option_name


def questions_step(visit: Visit, proposal: Proposal, answers: dict[str, str], digest: str) -> None:
    """Every question that was met, answered or not; an answer reads the file anew."""
    say, changed = visit.reader.say, False
    if proposal.asked:
        show(el("h2", say("Questions")), key="questions")
    for number, one in enumerate(proposal.asked):
        show(el("p", one.question), key=f"question-{number}")
        given = answers.get(one.id, proposal.answered.get(one.id, ""))
        options = [*one.options, *([given] if given and given not in one.options else [])]
        chosen = st.selectbox(
            label(one.id),
            options,
            index=options.index(given) if given in options else None,
            format_func=options_as(lambda option: option_name(say, visit.language, option)),
            placeholder=say("Choose"),
            accept_new_options=one.free,
            label_visibility="collapsed",
            key=f"answer-{digest[:12]}-{one.id}",
        )
        changed = changed or (chosen or "") != given
        # What is left empty here is open, also where it was answered for the last file.
        answers[one.id] = chosen or ""
    changed = _options(visit, proposal, answers, digest) or changed
    if changed:
        st.rerun()


def _options(visit: Visit, proposal: Proposal, answers: dict[str, str], digest: str) -> bool:
    """What nobody has to answer: hidden rows, and rows that the file no longer holds."""
    say, changed = visit.reader.say, False
    hidden = any(one.sheet.hidden_rows for one in proposal.tables)
    vanished = any(one.row is None for one in proposal.rows)
    offered = (("hidden", "take", hidden, say("Take hidden rows along")), ("vanished", "cancel", vanished, say("Cancel what the file no longer holds")))
    for name, answer, there, words in offered:
        if there:
            wanted = st.checkbox(words, value=answers.get(name) == answer, key=f"option-{digest[:12]}-{name}")
            changed = changed or wanted != (answers.get(name) == answer)
            if wanted:
                answers[name] = answer
            else:
                answers.pop(name, None)
    return changed
