"""A milestone that comes again: every school year or every few years, all planned at once after one look."""

import streamlit as st

from integration.errors import Invalid
from integration.i18n.formats import day
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.plan import beginning
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import problems_list, saved
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.label import options as as_options
from integration.ui.kit.markup import el

EVERY = (1, 2, 4)


def offer_again(visit: Visit, dossier: Dossier, one: Milestone) -> None:
    """How often, which days that gives within the programme, and the button that plans them."""
    say = visit.reader.say
    names = {1: say("every school year"), 2: say("every 2 years"), 4: say("every 4 years")}
    with st.expander(say("Comes again"), icon=":material/event_repeat:", key=f"again-{one.code}", on_change="rerun") as fold:
        if not fold.open:
            return
        every = st.segmented_control(say("How often"), EVERY, default=1, format_func=as_options(names.__getitem__), required=True, key=f"every-{one.code}") or 1
        try:
            fresh = beginning.again(visit, dossier.partnership, one, every)
        except Invalid as error:
            problems_list(visit, error)
            return
        if not fresh:
            show(el("p", say("Within the programme it does not come again, or all of it is planned already."), class_="muted"), key="again-none")
            return
        lines = (f"{each.code} {each.title.reading(visit.language)} · {day(each.due_on, visit.language)}" for each in fresh)
        show(el("ul", *(el("li", line) for line in lines)), key="again-days")
        words = say.plural("Plan it {n} more time", "Plan it {n} more times", len(fresh))
        if st.button(as_label(words), key="plan-again", type="primary", icon=":material/event_repeat:"):
            count = beginning.plan_again(visit, dossier.partnership, one, every)
            saved(visit, [say.plural("{n} milestone was planned.", "{n} milestones were planned.", count)])
            st.rerun()
