"""The check-in form: one domain at a time, with the last report beside it."""

from collections.abc import Callable, Mapping
from typing import get_args

import streamlit as st

from integration.days import days_between
from integration.errors import EditConflict, Invalid
from integration.i18n.formats import percent
from integration.i18n.labels import colour_letter, colour_name, group_name
from integration.model.domain import DOMAINS
from integration.model.plan.check_in import CheckIn, Colour
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.plan import check_in
from integration.services.portfolio import calibration
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import asked, write
from integration.ui.forms.messages import problems_list, saved, sentence
from integration.ui.forms.put_back import as_tick, kept, one_of, settle_form, step_of
from integration.ui.forms.turns import next_turn, turn_of
from integration.ui.kit.html import show
from integration.ui.kit.markup import el, joined
from integration.ui.kit.panels import small_print
from integration.views.plan.check_in import CheckInRow, check_in_row


def update_check_in(visit: Visit, dossier: Dossier) -> None:
    """Colour, confidence and three lines for one domain; what is typed stays while the session lasts."""
    say = visit.reader.say
    latest: dict[str, CheckIn | None] = {domain: next((one for one in dossier.check_ins if one.domain == domain), None) for domain in DOMAINS}
    domain = asked("domain", DOMAINS) or _longest_silent(latest)
    # In the address from the start, or a report by somebody else would change the domain under what is being typed.
    write("domain", domain)
    st.session_state.check_in_domain = domain
    names = {one: f"{group_name(say, one)}{' ✓' if _fresh(visit, latest[one]) else ''}" for one in DOMAINS}
    st.segmented_control(
        say("Domain"),
        DOMAINS,
        format_func=names.__getitem__,
        required=True,
        key="check_in_domain",
        on_change=lambda: write("domain", st.session_state.check_in_domain),
    )
    left, right = st.columns([3, 2], gap="large")
    people = {one.id: one.name for one in dossier.people.values()}
    before = latest[domain]
    with right:
        _last(visit, check_in_row(visit.reader, before, people) if before else None)
        small_print(_calibrated(visit, dossier), "calibrated")
    with left:
        _form(visit, dossier, domain, before)


def _calibrated(visit: Visit, dossier: Dossier) -> str:
    say, found = visit.reader.say, calibration.of_lead(visit, dossier.partnership.lead_id)
    if found.share is None:
        return say("How often green meant green is shown to you here after {n} green weeks; there are {green} so far.", n=calibration.ENOUGH, green=found.green)
    share = percent(found.share, visit.language)
    return say(
        "Your green meant green in {share} of {green} weeks reported green, over the last 12 weeks and all your partnerships.", share=share, green=found.green
    )


def _fresh(visit: Visit, report: CheckIn | None) -> bool:
    return bool(report and report.recorded_at and days_between(report.recorded_at, visit.now) < 6)


def _longest_silent(latest: Mapping[str, CheckIn | None]) -> str:
    return min(DOMAINS, key=lambda domain: (one.recorded_at.isoformat() if (one := latest[domain]) and one.recorded_at else "", DOMAINS.index(domain)))


def _last(visit: Visit, row: CheckInRow | None) -> None:
    say = visit.reader.say
    title = el("h3", say("Last report"))
    if row is None:
        show(joined(title, el("p", say("Nothing was reported yet."), class_="notice")), key="last-report")
        return
    colour = el("p", el("span", row.letter, class_=f"letter {row.colour}", aria_hidden="true"), f" {row.colour_words} · {row.confidence} · {row.when}")
    lines = el("dl", *(part for label, text in row.lines for part in (el("dt", label), el("dd", text))), class_="lines")
    show(el("div", title, colour, lines, class_="notice"), key="last-report")


def _form(visit: Visit, dossier: Dossier, domain: str, before: CheckIn | None) -> None:
    say, code = visit.reader.say, dossier.partnership.code
    form = f"check-in/{code}/{domain}"
    turn, began = turn_of(form, before.id if before else "")

    def key(name: str) -> str:
        return f"check-in-{code}-{domain}-{turn}-{name}"

    corrects = _correcting(visit, before, key)
    colour = _colour(visit, key("colour"))
    sure, usual = kept(key("confidence"), step_of(1, 10)), before.confidence if before else 7
    confidence = st.slider(say("How sure are you that the plan will be met?"), 1, 10, usual, key=sure, persist_state="session")
    small_print(say("1–3 at risk · 4–7 has issues · 8–10 on track"), "confidence-note")
    labels = {"done": say("Done since last time"), "stuck": say("Stuck"), "need": say("Needed from the steering committee")}
    typed = {name: st.text_area(label, key=kept(key(name)), height=80, persist_state="session") or "" for name, label in labels.items()}
    # What was shown beside the fields, and not what somebody else reported meanwhile.
    seen = st.session_state.setdefault("check_in_seen", {}).setdefault((code, domain, turn), began)
    if st.button(say("Report {domain}", domain=group_name(say, domain)), type="primary", icon=":material/send:", key="save-check-in"):
        if colour is None:
            sentence(say("Choose green, amber or red."))
            return
        texts = {name: Text().saying(visit.language, words.strip()) for name, words in typed.items()}
        corrected = before.id if corrects and before else ""
        wanted = CheckIn(partnership_id=dossier.partnership.id, domain=domain, colour=colour, confidence=confidence, corrects=corrected, **texts)  # type: ignore[arg-type]
        if not _saved(visit, dossier, wanted, seen):
            st.session_state.check_in_seen[(code, domain, turn)] = before.id if before else ""
            return
        settle_form(form, next_turn(form) - 1)
        write("domain", "")
        st.rerun()


def _colour(visit: Visit, key: str) -> Colour | None:
    say, colours = visit.reader.say, get_args(Colour)

    def named(one: Colour) -> str:
        return f"{colour_letter(say, one)} · {colour_name(say, one)}"

    field, reading = kept(key, one_of(colours, named)), say("How is it going?")
    chosen: Colour | None = st.segmented_control(reading, colours, format_func=named, key=field, persist_state="session")
    return chosen


def _correcting(visit: Visit, before: CheckIn | None, key: Callable[[str], str]) -> bool:
    """Whether this corrects the last report; its form then begins with what that said, and what was typed already stays."""
    if before is None or not _fresh(visit, before):
        return False

    def begin() -> None:
        if not st.session_state.get(key("corrects")):
            return
        said = {name: getattr(before, name).reading(visit.language).words for name in ("done", "stuck", "need")}
        for name, words in {**said, "colour": before.colour}.items():
            st.session_state[key(name)] = st.session_state.get(key(name)) or words

    ticked = kept(key("corrects"), as_tick)
    return bool(st.checkbox(visit.reader.say("This corrects my last report"), key=ticked, persist_state="session", on_change=begin))


def _saved(visit: Visit, dossier: Dossier, wanted: CheckIn, seen: str) -> bool:
    say = visit.reader.say
    try:
        check_in.report(visit, dossier.partnership, wanted, seen)
    except Invalid as error:
        problems_list(visit, error)
        st.stop()
    except EditConflict:
        sentence(say("Somebody else reported meanwhile; it stands beside this. Nothing of yours was lost: press again to report as well."))
        return False
    saved(visit, [say("{domain}: reported {colour}.", domain=group_name(say, wanted.domain), colour=colour_name(say, wanted.colour).lower())])
    return True
