"""Mending what was made twice: what hangs on an organisation or a person, into which other it goes, and removing what nothing hangs on."""

import streamlit as st

from integration.errors import IneenError
from integration.i18n.words import Words
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.organisation import Organisation
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.portfolio import merging
from integration.services.portfolio.merging import Merge
from integration.ui.forms.messages import saved, tell_error
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.label import options as as_options
from integration.ui.kit.markup import el


def mending(visit: Visit, thing: Organisation | Person, others: dict[str, Organisation] | dict[str, Person], address: str) -> None:
    """Merge into another with a preview, or remove where nothing hangs on it; `address` is the part of the address that names it."""
    say = visit.reader.say
    with st.expander(as_label(say("{name} stands here twice, or by mistake", name=thing.name)), icon=":material/merge:"):
        names = {one: _told(each) for one, each in others.items() if one != thing.id}
        nothing = say("Choose the one that stays")
        chosen = st.selectbox(say("Merge into"), ["", *names], format_func=as_options(lambda one: names.get(one, nothing)), key=f"merge-into-{thing.id}")
        try:
            if chosen in names:
                _merge(visit, thing, others[chosen], address)
            if not merging.hanging(visit, thing) and st.button(
                as_label(say("Remove {name}", name=thing.name)), icon=":material/delete:", key=f"remove-{thing.id}"
            ):
                merging.remove(visit, thing)
                _gone(visit, say("{name} was removed. Its history stays.", name=thing.name), address)
        except IneenError as error:
            tell_error(visit, error)


def _merge(visit: Visit, thing: Organisation | Person, other: Organisation | Person, address: str) -> None:
    say = visit.reader.say
    found = merging.preview(visit, thing, other)
    show(el("ul", *(el("li", line) for line in merge_lines(say, found))), key=f"merge-{thing.id}-{other.id}")
    words = say("Merge {name} into {other}", name=thing.name, other=other.name)
    if st.button(as_label(words), type="primary", icon=":material/merge:", key=f"do-merge-{thing.id}"):
        merging.merge(visit, thing, other)
        _gone(visit, say("{name} was merged into {other}.", name=thing.name, other=other.name), address)


def _gone(visit: Visit, words: str, address: str) -> None:
    saved(visit, [words])
    st.query_params.pop(address, None)
    st.rerun()


def _told(one: Organisation | Person) -> str:
    return f"{one.name} ({one.email})" if isinstance(one, Person) and one.email else one.name


def merge_lines(say: Words, found: Merge) -> list[str]:
    """What follows, what stays, and that there is no way back, in sentences."""
    partnerships, milestones, roles = found.of(Partnership), found.of(Milestone), found.of(Membership)
    rest = len(found.follows) - partnerships - milestones - roles
    counted = [
        (partnerships, say.plural("{n} partnership", "{n} partnerships", partnerships)),
        (milestones, say.plural("{n} milestone", "{n} milestones", milestones)),
        (roles, say.plural("{n} role", "{n} roles", roles)),
        (rest, say.plural("{n} other thing", "{n} other things", rest)),
    ]
    follows = [words for count, words in counted if count]
    lines = [say("To {name}: {things}.", name=found.kept.name, things=", ".join(follows)) if follows else say("Nothing hangs on it.")]
    if isinstance(found.gone, Person) and isinstance(found.kept, Person) and found.gone.email and found.kept.email:
        lines.append(say("{email} signs in no more; {other} does.", email=found.gone.email, other=found.kept.email))
    lines.append(say("Past days, packs and histories go on to show how it was. It cannot be undone."))
    return lines
