"""How people answer an open round: an address or printed codes per organisation, and how many have answered, in steps."""

from collections.abc import Mapping

import streamlit as st

from integration.errors import EditConflict, Invalid, Problem
from integration.exchange.qr import qr_svg
from integration.i18n.formats import day
from integration.measures.mirror import ENOUGH
from integration.model.mirror import MOST_CODES, MirrorRound, is_open
from integration.reports.render.slips import Slip, slips_pdf
from integration.services.core.visit import Visit
from integration.services.mirror import hand_out, mirror
from integration.ui.access.share_form import here
from integration.ui.forms.messages import problems_list, sentence
from integration.ui.forms.typed_fields import whole_field
from integration.ui.kit.downloads import File, downloads
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.panels import small_print

MADE, SEEN, CODES = "answer_addresses", "answer_addresses_seen", "answer_codes"


def answer_addresses(visit: Visit, one: MirrorRound, bodies: Mapping[str, str]) -> None:
    """What an open round says, how many answered, and a new address or codes for whoever hands them out."""
    say = visit.reader.say
    until = say("It takes answers until {day}.", day=day(one.closes_on, visit.language)) if one.closes_on else say("It takes answers until it is closed.")
    waiting = say("It opens on {day}.", day=day(one.opens_on, visit.language)) if not is_open(one, visit.today) else until
    blind = say("Nobody sees a result before it closes, administrators neither; of fewer than {n} answers nothing is ever shown.", n=ENOUGH)
    show(el("p", el("strong", waiting), " ", blind, class_="notice"), key=f"blind-{one.id}")
    if not visit.may("agree" if one.partnership_id else "manage scans", one.partnership_id):
        return
    show(_standing(visit, one, bodies), key=f"standing-{one.id}")
    known = hand_out.handed_out(visit, one)
    others = []
    for organisation in one.organisations:
        name = bodies.get(organisation, "")
        if not hand_out.may_hand_out(visit, one, organisation):
            others.append(name)
        elif one.answering == "codes":
            _codes(visit, one, organisation, name, known.get(organisation, 0))
        else:
            _address(visit, one, organisation, name, known.get(organisation, 0))
    for name in others:
        small_print(say("How people of {name} answer is handed out by somebody of {name} itself, or by an administrator.", name=name), f"other-{one.id}-{name}")
    small_print(_explained(visit, one), f"once-{one.id}")


def _standing(visit: Visit, one: MirrorRound, bodies: Mapping[str, str]) -> Markup:
    say = visit.reader.say

    def words(least: int, most: int | None) -> str:
        return say("{n} or more answers", n=least) if most is None else say("{least} to {most} answers", least=least, most=most)

    told = " · ".join(f"{bodies.get(body, '')}: {words(*step)}" for body, step in mirror.standing(visit, one).items())
    return el("p", told, " ", el("span", say("While the round is open nobody is told exactly how many."), class_="small muted"))


def _explained(visit: Visit, one: MirrorRound) -> str:
    say = visit.reader.say
    if one.answering == "codes":
        return say(
            "A code works once and is shown once, here. Give everybody one, at random: then nobody answers twice, and no slip belongs to a name. "
            "Statements stay as they are from the first code on."
        )
    return say(
        "An address is shown once, here; a new one makes the one before it stop. One answer per browser counts; who wants to can answer again in "
        "another browser, which one-time codes prevent. Statements stay as they are from the first address on."
    )


def _address(visit: Visit, one: MirrorRound, organisation: str, name: str, known: int) -> None:
    say = visit.reader.say
    made: dict[tuple[str, str], str] = st.session_state.setdefault(MADE, {})
    if token := made.get((one.id, organisation)):
        st.markdown(f"**{say('Answer address')}**")
        small_print(name, f"for-{one.id}-{organisation}")
        st.code(f"{here()}/answer?t={token}", language=None, wrap_lines=True)
    label = say("New answer address for {name}", name=name) if known else say("Make an answer address for {name}", name=name)
    # What this page showed when it was pressed, and not what somebody else made meanwhile.
    seen: dict[tuple[str, str], int] = st.session_state.setdefault(SEEN, {})
    before, seen[(one.id, organisation)] = seen.get((one.id, organisation), known), known
    if not st.button(as_label(label), key=f"link-{one.id}-{organisation}", icon=":material/link:"):
        return
    try:
        made[(one.id, organisation)] = hand_out.new_link(visit, one, organisation, before)
    except EditConflict:
        sentence(say("Somebody else made this address meanwhile. Press again only if theirs has to stop working."))
        return
    seen.pop((one.id, organisation))
    st.rerun()


def _codes(visit: Visit, one: MirrorRound, organisation: str, name: str, known: int) -> None:
    say = visit.reader.say
    made: dict[tuple[str, str], list[str]] = st.session_state.setdefault(CODES, {})
    if known:
        small_print(say.plural("{name}: {n} code was made.", "{name}: {n} codes were made.", known, name=name), f"codes-{one.id}-{organisation}")
    if codes := made.get((one.id, organisation)):
        _sheet(visit, one, organisation, name, codes)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = whole_field(visit, say("How many codes for {name}?", name=name), 20, 1, MOST_CODES, f"number-{one.id}-{organisation}")
        pressed = st.button(say("Make codes"), key=f"make-codes-{one.id}-{organisation}", icon=":material/confirmation_number:")
    if not pressed or isinstance(number, Problem):
        return
    try:
        made[(one.id, organisation)] = hand_out.new_codes(visit, one, organisation, number)
    except Invalid as error:
        problems_list(visit, error)
        return
    st.rerun()


def _sheet(visit: Visit, one: MirrorRound, organisation: str, name: str, codes: list[str]) -> None:
    say, address = visit.reader.say, f"{here()}/answer"
    title = f"{one.name.reading(visit.language)} · {name}"
    explained = say("Answer on your phone or computer, in two minutes and without your name. This code works once.")

    def made() -> bytes:
        slips = [Slip(code, f"{address}?t={code}", qr_svg(f"{address}?t={code}")) for code in codes]
        return slips_pdf(title, explained, say("Scan it, or type the code at {address}", address=address), slips, visit.language, visit.now)

    label, name = say.plural("{n} code to print", "{n} codes to print", len(codes)), f"ineen-codes-{visit.today.isoformat()}-{organisation[-6:]}.pdf"
    downloads(visit, File(label, name, "application/pdf", made, icon="print"), key=f"codes-{organisation}")
    small_print(say("Print or keep them now: leaving this page for long loses them, and only their hashes are stored."), f"now-{one.id}-{organisation}")
