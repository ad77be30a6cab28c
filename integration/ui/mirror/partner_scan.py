"""The partner scan: choose who takes part, compare the profiles, and begin a partnership with the one that fits."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import streamlit as st

from integration.i18n.labels import theme_name
from integration.model.mirror import ASKED_THEMES, MirrorRound
from integration.model.partnership import Partnership
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.services.portfolio import partnership
from integration.ui.forms.form import Form
from integration.ui.forms.messages import saved
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup, el, joined, nav_link
from integration.ui.mirror.addresses import answer_addresses
from integration.ui.mirror.results import mirror_pictures, remark_list
from integration.ui.mirror.rounds import answering_choice, change_last_day, close_button
from integration.ui.mirror.statements import change_statements
from integration.views.kit.address import address
from integration.views.mirror.mirror import MirrorView, Outcome, mirror_table, mirror_view


def scan_links(visit: Visit, scans: Sequence[MirrorRound], chosen: MirrorRound | None) -> Markup:
    """The scans so far."""
    hrefs = {one.id: address(visit.reader, "scan", round=one.id) for one in scans}
    links = (nav_link(str(one.name.reading(visit.language)), href=hrefs[one.id], aria_current="page" if one is chosen else None) for one in scans)
    return el("nav", *links, class_="tabs", aria_label=visit.reader.say("Scans")) if scans else el("span")


def show_scan(visit: Visit, scan: MirrorRound, bodies: Mapping[str, str]) -> None:
    """An open scan hands out addresses; a closed one compares the first organisation with each of the others."""
    outcome = mirror.result(visit, scan)
    if outcome is None:
        answer_addresses(visit, scan, bodies)
        if visit.may("manage scans"):
            change_statements(visit, scan)
            change_last_day(visit, scan)
            close_button(visit, scan)
        return
    school, *others = scan.organisations
    for other in others:
        _pair(visit, scan, outcome, {one: bodies[one] for one in (school, other) if one in bodies})
    # All together and never per pair: two pairs share a partner, and what differs would tell whose remark it is.
    if outcome.remarks:
        show(remark_list(visit, outcome.remarks), key="remarks")


def _pair(visit: Visit, scan: MirrorRound, outcome: Outcome, pair: dict[str, str]) -> None:
    view = mirror_view(visit.reader, mirror.narrowed(visit, outcome, tuple(pair)), pair, [])
    other = [*pair][-1]
    show(joined(el("h2", " – ".join(pair.values())), el("p", el("strong", view.sentence)), _profile(visit, view)), key=f"pair-{other}")
    if any(row.gap is not None for row in view.rows):
        mirror_pictures(visit, view, f"scan-{other[-6:]}", " – ".join(pair.values()))
        download_table(visit, lambda: mirror_table(visit.reader, view), f"scan-{other[-6:]}")
    if visit.may("manage partnerships"):
        _begin(visit, scan, pair, other)


def _profile(visit: Visit, view: MirrorView) -> Markup:
    say = visit.reader.say
    agree = [row.text for row in view.rows if row.field == "strength"][:3]
    talk = [row.text for row in view.rows if row.field in ("talk first", "blind spot")][:3]
    parts = [(say("Where we would agree"), agree), (say("Where to talk first"), talk)]
    lists = ((title, el("ul", *(el("li", text) for text in texts)) if texts else el("p", "–")) for title, texts in parts)
    return el("div", *(el("div", el("h3", title), listed) for title, listed in lists), class_="since")


def _begin(visit: Visit, scan: MirrorRound, pair: dict[str, str], other: str) -> None:
    say, name = visit.reader.say, pair[other]
    with st.expander(as_label(say("Begin a partnership with {name}", name=name)), icon=":material/handshake:", key=f"open-{other}"):
        blank = Partnership(id=scan.id, code="", name=Text(), partners=tuple(pair))
        form = Form(visit, f"scan/{scan.id}/{other}", blank, {})
        code = form.text("code", say("Code"), "")
        names = form.both("name", (say("Name in Dutch"), say("Name in English")), Text())
        wanted = Partnership(code=code, name=names, partners=tuple(pair))
        if form.submit(say("Begin the partnership"), wanted, lambda one: mirror.adopt(visit, scan, partnership.save(visit, one))):
            saved(visit, [say("{code} was begun; this scan is its first Mirror.", code=code)])
            st.rerun()


def begin_scan(visit: Visit, bodies: Mapping[str, str]) -> None:
    """The form for a new scan."""
    say = visit.reader.say
    with st.expander(say("Begin a new scan"), icon=":material/add:", key=f"open-begin-{len(mirror.rounds(visit, ''))}"):
        blank = MirrorRound(id="00000000-0000-7000-8000-000000000003", partnership_id="", name=Text(), organisations=())
        form = Form(visit, "scan", blank, {})
        name = form.both("name", (say("Name in Dutch"), say("Name in English")), Text())
        words = say("Who takes part? The first is compared with each other one.")
        chosen = form.choices("organisations", words, [*bodies], (), bodies.__getitem__, say("Choose at least two"))
        begins, ends = form.day("opens_on", say("First day"), visit.today), form.day("closes_on", say("Last day"), visit.today + timedelta(days=21))
        themes = form.choices("themes", say("Themes to ask about"), ASKED_THEMES, ASKED_THEMES, lambda one: theme_name(say, one), say("nothing"))
        wanted = MirrorRound(partnership_id="", name=name, organisations=chosen, opens_on=begins, closes_on=ends, answering=answering_choice(visit, form))
        if form.submit(say("Begin the scan"), wanted, lambda one: mirror.begin(visit, one, themes)):
            saved(visit, [say("The round was begun; each organisation can now hand out how its people answer.")])
            st.rerun()
