"""What changed since: sentences that lead to their thing, and the choice of the day."""

from collections.abc import Sequence
from datetime import date, timedelta

from integration.days import EARLIEST, day_named
from integration.services.core.visit import Visit
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.kit.still import address_asks, making
from integration.views.changes.since import SinceGroup, SinceLine
from integration.views.kit.address import address

# Stands in an address for a day that only the browser knows: of the last visit, or one that is typed.
BROWSERS_DAY = "0000-00-00"
FIRST = 5


def since_heading(visit: Visit, page: str, asked: str, said: str, held: date | None = None, title: str = "") -> Markup:
    """The `title` and the days one can compare with; a day of one's own stands in the address as well, and the meeting `held` can be looked at."""
    say = visit.reader.say
    kept = {name: value for name, value in address_asks().items() if name not in ("since", "lang", "history", "at")}
    week = (visit.today - timedelta(days=7)).isoformat()

    def link(words: str, since: str, **more: str) -> Markup | None:
        # Where the title names the day, a link to it says nothing new.
        if title and asked == since:
            return None
        return nav_link(words, href=address(visit.reader, page, **kept, since=since), aria_current="true" if asked == since else None, **more)

    # The browser alone knows when it was here last; it fills in the day, or takes the link away.
    last = link(say("Your last visit"), BROWSERS_DAY, data_last_visit=BROWSERS_DAY) if visit.as_of is None and not making() else None
    other = _another_day(visit, asked, address(visit.reader, page, **kept, since=BROWSERS_DAY))
    links = el("nav", link(say("Last meeting"), "meeting"), link(say("A week ago"), week), last, class_="tabs", aria_label=say("Since"))
    then = {**kept, "asof": held.isoformat()} if held else {}
    past = anchor(say("See how it stood on that day"), href=address(visit.reader, page, **then), class_="linked small") if held else None
    return joined(el("h2", title or say("What changed"), " ", el("small", said, class_="muted")), el("div", links, other, past, class_="since-days"))


def _another_day(visit: Visit, asked: str, go: str) -> Markup | None:
    """A field for a day of one's own, folded."""
    if not go or making():
        return None
    say, day = visit.reader.say, _day(asked, visit.today)
    limits = {"min": EARLIEST.isoformat(), "max": visit.today.isoformat(), "value": day.isoformat() if day else None}
    field = el("label", say("Since a day of your own"), el("input", type="date", required="", **limits))
    form = el("form", field, el("button", say("Show"), type="submit", class_="press"), data_go=go)
    return el("details", el("summary", say("Another day")), form, id="another-day")


def _day(asked: str, today: date) -> date | None:
    wanted = day_named(asked)
    return wanted if wanted and wanted <= today else None


def since_groups(visit: Visit, groups: Sequence[SinceGroup], others: int) -> Markup:
    """The changes of several partnerships, the weightiest first."""
    say = visit.reader.say
    if not groups:
        return el("p", say("Nothing changed since then."), class_="notice")
    blocks = (el("li", el("h3", _name(group)), _lines(group)) for group in groups)
    words = say.plural("Something changed in {n} other partnership too.", "Something changed in {n} other partnerships too.", others)
    rest = el("p", words, class_="muted") if others else None
    return joined(el("ul", *blocks, class_="since"), rest)


def since_one(visit: Visit, group: SinceGroup) -> Markup:
    """The changes of one partnership, with who and when; what is more than a few is folded."""
    say = visit.reader.say
    if not group.lines:
        return el("p", say("Nothing changed since then."), class_="muted")
    first, rest = group.lines[:FIRST], group.lines[FIRST:]
    more = el("details", el("summary", say("and {n} more", n=len(rest) + group.left)), _log(rest), id="since-more") if rest else None
    return joined(_log(first), more)


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
