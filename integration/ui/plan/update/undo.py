"""The last save of a plan, with the button that takes it back."""

import streamlit as st

from integration.errors import IneenError, Invalid
from integration.i18n.formats import moment
from integration.services.core.visit import Visit
from integration.services.plan import undo
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import problems_list, saved, sentence
from integration.ui.kit.panels import small_print
from integration.views.plan.update import will_change


def offer_undo(visit: Visit, dossier: Dossier) -> bool:
    """Say what was saved last and offer to take it back; whether that was done."""
    # Its place is there before there is anything to take back: what is typed below would else be drawn anew, and lost.
    with st.container():
        return _offered(visit, dossier)


def _offered(visit: Visit, dossier: Dossier) -> bool:
    say, found = visit.reader.say, undo.last(visit, dossier.partnership)
    if found is None:
        return False
    with st.container(horizontal=True, vertical_alignment="center", key="last-save"):
        when = moment(found.moment, visit.language)
        words = say.plural("Your last save here: {n} milestone, {when}.", "Your last save here: {n} milestones, {when}.", found.milestones, when=when)
        pressed = st.button(say("Undo"), key="undo-save", icon=":material/undo:")
        small_print(words, "last-save-told")
    if not pressed:
        return False
    try:
        pairs = undo.take_back(visit, dossier.partnership, found)
    except Invalid as error:
        problems_list(visit, error)
        return False
    except IneenError as error:
        sentence(say.error(error))
        return False
    names = {one: person.name for one, person in dossier.people.items()}
    saved(visit, [say("Your last save was taken back."), *will_change(visit.reader, pairs, names)])
    return True
