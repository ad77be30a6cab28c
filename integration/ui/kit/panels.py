"""Panels: the blocks that pages are built from, as markup."""

from collections.abc import Sequence
from functools import cache

from integration.i18n.words import Words
from integration.rounding import whole
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.still import making
from integration.ui.kit.terms import term
from integration.views.kit.address import address
from integration.views.kit.key_figure import KeyFigure
from integration.views.portfolio.attention import Attention
from integration.views.portfolio.cell import DomainCell, Levels

ATTENTION_SHOWN = 6


def heading(title: str, lead: str, *more: Markup) -> None:
    """The page's title, one line under it, and whatever belongs to them."""
    show(joined(el("h1", title), el("p", lead, class_="lead") if lead else None, *more), key="heading")


def nothing_yet(visit: Visit) -> None:
    """The first step where there is no partnership at all."""
    say = visit.reader.say
    link = anchor(say("Begin the first partnership"), href=address(visit.reader, "update"))
    show(el("p", say("There is no partnership yet."), " ", link, class_="notice"), key="nothing")


def nothing_here(words: str) -> None:
    """One sentence where there is nothing to show."""
    show(el("p", words, class_="notice"), key="nothing")


def small_print(words: str, key: str) -> None:
    """A line under something; darker than Streamlit's caption, which is too faint to read for many."""
    show(el("p", words, class_="muted small"), key=key)


def key_figures(say: Words, figures: Sequence[KeyFigure]) -> Markup:
    """The key figures with their trend."""
    return el("ul", *(_figure(say, one) for one in figures), class_="figures")


def _figure(say: Words, figure: KeyFigure) -> Markup:
    number = anchor(figure.value, href=figure.href, class_="linked") if figure.href else figure.value
    value = el("span", number, el("small", figure.note) if figure.note else None, class_="value")
    change = el("span", el("span", figure.change, class_="worse" if figure.worse else None), _spark(figure.history), class_="change") if figure.change else None
    return el("li", el("span", term(say, figure.label), class_="label"), value, change, class_="figure")


def _spark(history: Sequence[float]) -> Markup | None:
    if len(history) < 3 or max(history) == min(history):
        return None
    low, span = min(history), max(history) - min(history)
    points = " ".join(f"{100 * at / (len(history) - 1):.1f},{22 - 20 * (value - low) / span:.1f}" for at, value in enumerate(history))
    return el("svg", el("polyline", points=points), viewBox="0 0 100 24", preserveAspectRatio="none", class_="spark", aria_hidden="true")


def attention_list(visit: Visit, items: Sequence[Attention], total: int) -> Markup:
    """What needs attention, worst first; what is more than a few folds away."""
    say = visit.reader.say
    if not items:
        return el("p", say("Nothing needs attention now."), class_="notice")
    first, rest = items[:ATTENTION_SHOWN], items[ATTENTION_SHOWN:]
    more = el("details", el("summary", say.plural("{n} more", "{n} more", total - ATTENTION_SHOWN)), _attention(rest), id="more") if rest else None
    return joined(_attention(first), more)


def fold(title: str, key: str, *body: object, wide: bool = True) -> Markup:
    """A part of a page under its own heading that can be folded: closed on a phone, and open (unless not `wide`) where there is room."""
    return el("details", el("summary", el("h2", title)), *body, id=f"fold-{key}", class_="fold", data_wide="" if wide else None, open="" if making() else None)


def _attention(items: Sequence[Attention]) -> Markup:
    return el("ul", *map(_attention_item, items), class_="attention")


def _attention_item(item: Attention) -> Markup:
    serious = item.weight == "serious"
    words = anchor(el("span", item.name, class_="name"), " – ", item.sentence, href=item.href)
    return el("li", el("span", "!" if serious else "?", class_="sign", aria_hidden="true"), words, class_="serious" if serious else "notice_")


@cache
def depth_pips(levels: Levels | None, words: str) -> Markup:
    """The depth ladder in four small squares: filled up to now, bold-edged up to the target."""
    if levels is None:
        return el("span", el("b", words), class_="depth")
    kinds = ("on" if step <= levels.current else "goal" if step <= levels.target else "" for step in range(1, 5))
    return el("span", *(el("i", class_=kind or None) for kind in kinds), el("b", words), class_="depth")


def progress_bar(progress: float | None) -> Markup:
    """A share as a bar; none is an empty bar."""
    return _bar(whole(progress or 0), 0)


def delivered_bar(delivered: float | None, due: float | None) -> Markup:
    """What is delivered as a bar, with a mark where it was planned to be by now; nothing planned is an empty bar."""
    return _bar(whole(delivered or 0), whole(due or 0))


@cache
def _bar(delivered: int, due: int) -> Markup:
    mark = el("b", style=f"left:{min(due, 99)}%") if due else None
    return el("span", el("i", style=f"width:{delivered}%"), mark, class_="bar", aria_hidden="true")


def colour_letter_mark(cell: DomainCell) -> Markup:
    """The reported colour as a letter."""
    return el("span", cell.letter, class_=f"letter {cell.colour or ''}", aria_hidden="true")
