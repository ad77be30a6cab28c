"""What changed since: sentences that lead to their thing, and the choice of the day."""

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date, timedelta

import streamlit as st

from integration.days import EARLIEST, day_named
from integration.services.core.visit import Visit
from integration.ui.forms.address_bar import write
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.kit.still import address_asks, making
from integration.views.changes.since import SinceGroup, SinceLine
from integration.views.kit.address import address

LAST_VISIT = "0000-00-00"
FIRST = 5


def since_heading(visit: Visit, page: str, asked: str, said: str, held: date | None = None) -> None:
    """The title and the days one can compare with; a day of one's own stands in the address as well, and the meeting `held` can be looked at."""
    say = visit.reader.say
    kept = {name: value for name, value in address_asks().items() if name not in ("since", "lang", "history")}
    week = (visit.today - timedelta(days=7)).isoformat()

    def link(words: str, since: str, **more: str) -> Markup | None:
        return nav_link(words, href=address(visit.reader, page, **kept, since=since), aria_current="true" if asked == since else None, **more)

    # The browser alone knows when it was here last; it fills in the day, or takes the link away.
    last = link(say("Your last visit"), LAST_VISIT, data_last_visit=LAST_VISIT) if visit.as_of is None and not making() else None
    then = {**kept, "asof": held.isoformat()} if held else {}
    past = anchor(say("See how it stood on that day"), href=address(visit.reader, page, **then), class_="linked small") if held else None
    links = el("nav", link(say("Last meeting"), "meeting"), link(say("A week ago"), week), last, class_="tabs", aria_label=say("Since"))
    with nullcontext() if making() else st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        show(joined(el("h2", say("What changed"), " ", el("small", said, class_="muted")), past, links), key="since-heading")
        if making():
            return
        with st.popover(say("Another day"), type="tertiary", icon=":material/event:", width="content"):
            st.session_state.choice_since = _day(asked, visit.today)
            st.date_input(
                say("Since a day of your own"),
                key="choice_since",
                min_value=EARLIEST,
                max_value=visit.today,
                format="DD-MM-YYYY",
                on_change=lambda: write("since", st.session_state.choice_since),
            )


def _day(asked: str, today: date) -> date | None:
    wanted = day_named(asked)
    return wanted if wanted and wanted <= today else None


def since_groups(visit: Visit, groups: Sequence[SinceGroup], others: int) -> None:
    """The changes of several partnerships, the weightiest first."""
    say = visit.reader.say
    if not groups:
        show(el("p", say("Nothing changed since then."), class_="notice"), key="since")
        return
    blocks = (el("li", el("h3", _name(group)), _lines(group)) for group in groups)
    words = say.plural("Something changed in {n} other partnership too.", "Something changed in {n} other partnerships too.", others)
    rest = el("p", words, class_="muted") if others else None
    show(joined(el("ul", *blocks, class_="since"), rest), key="since")


def since_one(visit: Visit, group: SinceGroup) -> None:
    """The changes of one partnership, with who and when."""
    say = visit.reader.say
    if not group.lines:
        show(el("p", say("Nothing changed since then."), class_="notice"), key="since")
        return
    first, rest = group.lines[:FIRST], group.lines[FIRST:]
    more = el("details", el("summary", say("and {n} more", n=len(rest) + group.left)), _log(rest), id="since-more") if rest else None
    show(joined(_log(first), more), key="since")


def _log(lines: Sequence[SinceLine]) -> Markup:
    return el("ul", *(_line(one, whole=True) for one in lines), class_="log")


def _lines(group: SinceGroup) -> Markup:
    more = el("li", anchor(group.more, href=group.href, class_="linked")) if group.more else None
    return el("ul", *(_line(one) for one in group.lines), more)


def _line(one: SinceLine, whole: bool = False) -> Markup:
    about = el("div", f"{one.line.who} · {one.line.when}", class_="small muted when") if whole else None
    return el("li", anchor(one.line.sentence, href=one.href, class_="linked"), about)


def _name(group: SinceGroup) -> Markup:
    return joined(anchor(group.name, href=group.href, class_="name"), " ", el("small", group.since, class_="muted"))
