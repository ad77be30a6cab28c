"""The signs of the heat map in words, above the map and only those that stand in it."""

from collections.abc import Iterator, Sequence

from integration.i18n.labels import colour_letter, computed_name, computed_sign
from integration.i18n.words import Words
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.panels import delivered_bar, depth_pips
from integration.views.portfolio.cell import DomainCell, Levels
from integration.views.portfolio.turned import BETTER, WORSE

COLOURS = ("red", "amber", "green", "blue", "white", "grey")


def legend(say: Words, cells: Sequence[DomainCell], silent_days: int) -> Markup:
    """What the signs in these cells mean, on a line or two."""
    return el("p", *(_colours(say, cells)), *_turns(say, cells), *_rest(say, cells, silent_days), class_="legend")


def _colours(say: Words, cells: Sequence[DomainCell]) -> Iterator[Markup]:
    shown = {one.verdict.colour for one in cells if one.verdict}
    for colour in COLOURS:
        if colour in shown:
            yield _sign(el("span", computed_sign(say, colour), class_=f"letter {colour}"), computed_name(say, colour).lower())


def _turns(say: Words, cells: Sequence[DomainCell]) -> Iterator[Markup]:
    shown = {one.turn for one in cells}
    for sign, kind, words in ((BETTER, "better", say("better than then")), (WORSE, "worse", say("worse than then"))):
        if sign in shown:
            yield _sign(el("span", sign, class_=f"turn {kind}"), words)


def _rest(say: Words, cells: Sequence[DomainCell], silent_days: int) -> Iterator[Markup]:
    if any(one.verdict and one.verdict.warnings for one in cells):
        yield _sign(el("span", "≠", class_="flag"), say("reported green, hardly to be trusted"))
    if any(one.says_otherwise for one in cells):
        yield _sign(el("span", colour_letter(say, "green"), class_="letter said green"), say("the lead reports otherwise"), wide=True)
    if any(one.says_otherwise and one.stale for one in cells):
        dashed = say.plural("dashed: no report for over {n} day", "dashed: no report for over {n} days", silent_days)
        yield _sign(el("span", colour_letter(say, "green"), class_="letter said stale"), dashed, wide=True)
    yield _sign(joined("45 % / 70 %", el("span", delivered_bar(45, 70), class_="sample")), say("delivered / planned by now"), wide=True)
    yield _sign(depth_pips(Levels(0, 2, 3), ""), say("depth now, and the goal outlined"), wide=True)


def _sign(sign: Markup, words: str, wide: bool = False) -> Markup:
    return el("span", el("span", sign, aria_hidden="true", class_="sign-of"), words, class_="wide" if wide else None)
