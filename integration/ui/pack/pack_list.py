"""Publishing a pack: of a partnership with the lead's lines, or of a selection."""

import streamlit as st

from integration.errors import Invalid
from integration.i18n.labels import group_name, phase_name
from integration.i18n.words import words_in
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS
from integration.model.pack import LINES, Lines
from integration.model.partnership import PHASES
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.pack import pack
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import asked_text
from integration.ui.forms.messages import problems_list
from integration.ui.forms.partnership_choice import partnership_names
from integration.ui.forms.put_back import kept, settle_form
from integration.ui.kit.html import go
from integration.ui.kit.label import options as as_options
from integration.ui.kit.panels import small_print
from integration.ui.meeting.tabs import meetings_heading
from integration.views.kit.address import address
from integration.views.portfolio.portfolio import PortfolioChoices, matching_rows, ordered_rows


def pack_heading(visit: Visit, dossier: Dossier) -> None:
    """Whose packs these are."""
    meetings_heading(visit, dossier, "pack")


def publish_one(visit: Visit, dossier: Dossier) -> None:
    """The lead's three lines per domain, begun from the last check-ins, and the button that freezes everything."""
    say, partnership = visit.reader.say, dossier.partnership
    corrects = asked_text("corrects")
    st.subheader(say("Publish a correction") if corrects else say("Publish a new pack"))
    small_print(
        say("Everything is frozen as it stands now. The three lines per domain begin with the last check-in; change them for this pack."), "publish-note"
    )
    reason = _reason(visit, partnership.code) if corrects else Text()
    last, typed = pack.last_lines(dossier.check_ins), dict[str, Lines]()
    for domain in DOMAINS:
        with st.expander(group_name(say, domain)):
            typed[domain] = _lines(visit, f"pack-line-{partnership.code}-{domain}", last[domain])
    if st.button(say("Publish"), type="primary", icon=":material/publish:", key="publish"):
        _publish(visit, pack.Wanted((partnership.code,), lines={partnership.code: typed}, corrects=corrects, reason=reason))


def _reason(visit: Visit, scope: str) -> Text:
    words = st.text_area(visit.reader.say("What is corrected?"), key=kept(f"pack-reason-{scope}-{visit.language}"), height=80, persist_state="session") or ""
    return Text().saying(visit.language, words.strip())


def _lines(visit: Visit, scope: str, last: Lines) -> Lines:
    say = visit.reader.say
    labels = {"done": say("Done since last time"), "stuck": say("Stuck"), "need": say("Needed from the steering committee")}
    lines: dict[str, Text] = {}
    for name in LINES:
        before: Text = getattr(last, name)
        # Two languages, two fields: what was typed in one is not shown as the other.
        key = kept(f"{scope}-{name}-{visit.language}")
        words = st.text_area(labels[name], before.reading(visit.language).words, key=key, height=80, persist_state="session") or ""
        lines[name] = before.saying(visit.language, words.strip())
    return Lines(**lines)


def publish_selection(visit: Visit, read: Portfolio) -> None:
    """A pack of several partnerships: all, those of a phase, or chosen ones, most urgent first."""
    say, names = visit.reader.say, partnership_names(visit, read)
    st.subheader(say("Publish a selection"))
    name = st.text_input(say("Name of the selection"), say("Portfolio"), key="selection-name", persist_state="session") or ""
    phase = st.selectbox(say("Phase"), ["", *PHASES], format_func=lambda one: phase_name(say, one) if one else say("All phases"), key="selection-phase")
    chosen = st.multiselect(
        say("Partnerships"),
        list(names),
        format_func=as_options(names.__getitem__),
        placeholder=say("All of them"),
        key="selection-codes",
        persist_state="session",
    )
    rows = matching_rows(read, PortfolioChoices(phase=phase))
    ordered = ordered_rows(rows, read.narrowed(rows.index), PortfolioChoices(), visit.language)
    codes = tuple(code for code in ordered.code if not chosen or code in chosen)
    if st.button(
        say.plural("Publish {n} partnership", "Publish {n} partnerships", len(codes)), type="primary", icon=":material/publish:", key="publish-selection"
    ):
        usual = Text(nl=words_in("nl")("Portfolio"), en="Portfolio")
        _publish(visit, pack.Wanted(codes, usual.saying(visit.language, name.strip()) or usual))


def _publish(visit: Visit, wanted: pack.Wanted) -> None:
    say, many = visit.reader.say, len(wanted.codes)
    bar = st.progress(0.0, say("Freezing…"))

    def on_progress(done: int) -> None:
        bar.progress(done / many, say("{done} of {total}", done=done, total=many))

    try:
        made = pack.publish(visit, wanted, on_progress)
    except Invalid as error:
        bar.empty()
        problems_list(visit, error)
        return
    for code in wanted.codes:
        settle_form(f"pack-line-{code}")
        settle_form(f"pack-reason-{code}")
    go(address(visit.reader, "pack", id=made.id))
