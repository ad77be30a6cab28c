"""The shared words theme by theme: read, write, agree, and what each partner adds for itself."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from integration.i18n.labels import theme_name
from integration.model.foundation import AMBITION, OWN_AMBITION, TRAITS, VISION, FoundationText, Nuance
from integration.services.core.visit import Visit
from integration.services.foundation import foundation
from integration.services.portfolio.partnership import Dossier
from integration.ui.changes.history_drawer import history_entries, past_links
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.panels import small_print
from integration.ui.kit.still import subheading
from integration.views.foundation.agreement import text_history
from integration.views.foundation.foundation import ThemeCard, theme_card


def show_vision(visit: Visit, dossier: Dossier) -> None:
    """Three themes: how we look at people, at governance and management, at learning and working."""
    small_print(visit.reader.say("What we believe together. Written once, agreed by every partner; who changes the words asks for agreement anew."), "about")
    _themes(visit, dossier, VISION)


def show_ambition(visit: Visit, dossier: Dossier) -> None:
    """Four questions answered together, each partner's own ambitions beside them, and the traits that show it."""
    say = visit.reader.say
    small_print(say("One ambition that all partners pursue; beside it each may keep its own, in honour."), "about")
    _themes(visit, dossier, AMBITION)
    subheading(say("Own ambitions beside it"))
    _nuances(visit, dossier, OWN_AMBITION, say("Own ambition"))
    subheading(say("What we do to show it"))
    _themes(visit, dossier, TRAITS)
    if foundation.read(visit, dossier.partnership).nuances:
        past_links(visit, dossier, {"nuances": say("History of own words and ambitions"), "agreements": say("Who agreed when")})


def _themes(visit: Visit, dossier: Dossier, themes: Sequence[str]) -> None:
    stored = foundation.read(visit, dossier.partnership)
    # Also whoever is no partner any more agreed at the time.
    known = dossier.names | {one: body.name for one, body in dossier.organisations.items()}
    for theme in themes:
        card = theme_card(visit.reader, theme, stored, dossier.bodies)
        text = stored.texts.get(theme)
        show(_card(visit, card, theme), key=f"theme-{theme}")
        if text and visit.may("read history", dossier.partnership.id):
            past = history_entries(visit, text_history(visit.reader, foundation.history_of(visit, text), stored.agreements, known))
            summary = el("summary", visit.reader.say("History"))
            show(el("details", summary, past, id=f"past-{theme}", class_="small"), key=f"past-{theme}")
        if visit.may("agree", dossier.partnership.id):
            _edit(visit, dossier, theme, text or FoundationText(partnership_id=dossier.partnership.id, theme=theme), card)


def _card(visit: Visit, card: ThemeCard, theme: str) -> Markup:
    say = visit.reader.say
    words = el("blockquote", card.words) if card.words else el("p", say("Nothing is written here yet."), class_="muted")
    given = (el("li", f"✓ {name} · {when}") for name, when in card.agreed)
    waiting = (el("li", f"○ {name} · {say('has not agreed yet')}") for name in card.waiting)
    agreed = el("ul", *given, *waiting, class_="agreed small") if card.words else None
    own = (el("p", el("strong", f"{name}: "), words_) for name, words_ in card.nuances)
    mark = el("span", say("shared by all"), class_="tight small") if card.shared else None
    return el("article", el("h3", card.name, " ", mark), words, agreed, *own, class_="panel green" if card.shared else "panel", data_at=f"theme.{theme}")


def _edit(visit: Visit, dossier: Dossier, theme: str, text: FoundationText, card: ThemeCard) -> None:
    say = visit.reader.say
    with st.expander(say("Write, agree, or add a nuance"), icon=":material/edit:", key=f"open-{theme}"):
        form = Form(visit, f"foundation/{dossier.partnership.code}/{theme}", text, dossier.names)
        wanted = replace(form.seen, text=form.long("text", (say("Together, in Dutch"), say("Together, in English")), form.seen.text))
        if form.submit(say("Save the words"), wanted, lambda one: foundation.save_text(visit, dossier.partnership, one)):
            saved(visit, [say("{theme}: the words were saved; every partner agrees anew.", theme=card.name)])
            st.rerun()
        ids = {name: one for one, name in dossier.bodies.items()}
        if text.version and card.waiting:
            with st.container(horizontal=True):
                # The version is in the key: who presses while the words change reads the new ones first.
                for name in card.waiting:
                    if st.button(as_label(say("{name} agrees", name=name)), key=f"agree-{theme}-{ids[name]}-{text.version}", icon=":material/check:"):
                        foundation.agree(visit, dossier.partnership, text, ids[name])
                        saved(visit, [say("{name} agreed to: {theme}", name=name, theme=card.name)])
                        st.rerun()
        _nuances(visit, dossier, theme, say("Nuance"))


def _nuances(visit: Visit, dossier: Dossier, theme: str, label: str) -> None:
    say, stored = visit.reader.say, foundation.read(visit, dossier.partnership)
    known = {one.organisation_id: one for one in stored.nuances if one.theme == theme}
    if theme == OWN_AMBITION:
        lines = [(dossier.bodies.get(one.organisation_id, ""), str(one.text.reading(visit.language))) for one in known.values() if one.text]
        nothing = el("p", say("No partner has written an ambition of its own yet."), class_="muted")
        show(joined(*(el("p", el("strong", f"{name}: "), words) for name, words in lines)) if lines else nothing, key="own-ambitions")
    if not visit.may("agree", dossier.partnership.id):
        return
    for one, name in dossier.bodies.items():
        blank = Nuance(partnership_id=dossier.partnership.id, theme=theme, organisation_id=one)
        form = Form(visit, f"nuance/{dossier.partnership.code}/{theme}/{one}", known.get(one, blank), dossier.names)
        words = form.text("text", f"{label}: {name}", form.seen.text.reading(visit.language).words, area=True, height=70)
        wanted = replace(form.seen, text=form.seen.text.saying(visit.language, words))
        if form.submit(say("Save for {name}", name=name), wanted, lambda each: foundation.save_nuance(visit, dossier.partnership, each)):
            saved(visit, [f"{theme_name(say, theme)}: {name}"])
            st.rerun()
