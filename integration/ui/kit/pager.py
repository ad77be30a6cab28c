"""Pager: page numbers as links that keep every other choice in the address."""

from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, nav_link
from integration.ui.kit.still import address_asks
from integration.views.kit.address import address

NEAR = 2


def pager(visit: Visit, page: str, pages: int, shown: int) -> None:
    """Links to the first, last and neighbouring pages; nothing when there is only one."""
    if pages < 2:
        return
    say = visit.reader.say
    asked = {name: value for name, value in address_asks().items() if name not in ("page", "lang")}

    def link(number: int, words: str, label: str) -> Markup | None:
        href = address(visit.reader, page, **asked, page=number if number > 1 else None)
        return nav_link(words, href=href, aria_label=label, aria_current="page" if number == shown else None)

    parts: list[Markup | None] = [link(shown - 1, "‹", say("Previous page"))] if shown > 1 else []
    before = 0
    for number in _numbers(pages, shown):
        if number > before + 1:
            parts.append(el("span", "…", aria_hidden="true"))
        parts.append(link(number, str(number), say("Page {n}", n=number)))
        before = number
    if shown < pages:
        parts.append(link(shown + 1, "›", say("Next page")))
    show(el("nav", *parts, class_="tabs", aria_label=say("Pages")), key="pager")


def _numbers(pages: int, shown: int) -> list[int]:
    return [number for number in range(1, pages + 1) if number in (1, pages) or abs(number - shown) <= NEAR]
