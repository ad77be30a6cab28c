"""Key figures: the few numbers at the top of the portfolio, and how they moved."""

from collections.abc import Sequence
from dataclasses import replace

from integration.i18n.formats import number, percent, points
from integration.i18n.labels import group_name
from integration.i18n.words import Words
from integration.measures.portfolio import Figures
from integration.model.domain import DOMAINS
from integration.rounding import whole, whole_percent
from integration.views.kit.address import address
from integration.views.kit.key_figure import KeyFigure
from integration.views.kit.reader import Reader


def key_figures(say: Words, now: Figures, trend: list[Figures]) -> tuple[KeyFigure, ...]:
    """The five numbers at the top of the portfolio, of the partnerships at work, with their trend where one is given."""
    weakest = group_name(say, now.weakest_domain) if now.weakest_domain else "–"
    late = say.plural("{n} overdue", "{n} overdue", now.weakest) if now.weakest else say("nothing is overdue")
    every = say("of {n}", n=number(now.partnerships, say.language)) if now.partnerships != now.at_work else ""
    due = say("planned by now {due}", due=percent(now.due, say.language))
    return (
        _key_figure(say, say("Partnerships at work"), number(now.at_work, say.language), every, now, trend, "at_work", None),
        _key_figure(say, say("Delivered"), percent(now.delivered, say.language), due, now, trend, "delivered", False),
        _key_figure(say, say("Most is late in"), weakest, late, now, trend, "weakest", True),
        _key_figure(say, say("Overdue milestones"), number(now.overdue, say.language), "", now, trend, "overdue", True),
        _key_figure(say, say("Silent partnerships"), number(now.silent, say.language), "", now, trend, "silent", True),
    )


def led(reader: Reader, found: Sequence[KeyFigure], now: Figures) -> tuple[KeyFigure, ...]:
    """The key figures, each leading to what it counts."""
    weakest = address(reader, "domain", d=now.weakest_domain) if now.weakest_domain in DOMAINS else ""
    silent = address(reader, "portfolio", sort="fresh") if now.silent else ""
    where = ("", address(reader, "portfolio", sort="progress"), weakest, address(reader, "timeline") if now.overdue else "", silent)
    return tuple(replace(one, href=href) for one, href in zip(found, where, strict=True))


def calibrated_figure(say: Words, share: float | None) -> tuple[KeyFigure, ...]:
    """How often green meant green, where enough weeks were reported green."""
    if share is None:
        return ()
    return (KeyFigure(say("Green meant green"), percent(share, say.language), "", say("of the weeks reported green, last 12 weeks"), False, ()),)


def _key_figure(say: Words, label: str, value: str, note: str, now: Figures, trend: list[Figures], field: str, more_is_worse: bool | None) -> KeyFigure:
    then = [float(getattr(one, field) or 0) for one in trend]
    latest = float(getattr(now, field) or 0)
    change, worse = "", False
    weeks = (now.day - trend[0].day).days // 7 if trend else 0
    if weeks:
        # Told as shown: a reader subtracts the numbers that stand there.
        shown = whole_percent if field == "delivered" else whole
        difference = shown(latest) - shown(then[0])
        steady = difference == 0
        moved = {"points": points(difference, say.language)}
        change = (
            say.plural("unchanged in {n} week", "unchanged in {n} weeks", weeks)
            if steady
            else say.plural("{points} in {n} week", "{points} in {n} weeks", weeks, **moved)
        )
        worse = not steady and more_is_worse is not None and (difference > 0) == more_is_worse
    return KeyFigure(label, value, note, change, worse, (*then, latest) if trend else ())
