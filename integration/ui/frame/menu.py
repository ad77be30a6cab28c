"""The menu: what spans partnerships, as links that keep the language and the day. A partnership's own pages are its tabs.

Streamlit's own menu is left hidden: it drops what a half-typed field sends on leaving it, and everything in the address.
"""

from collections.abc import Collection, Iterator, Mapping

import streamlit as st

from integration.model.access.grant import Grant
from integration.model.access.page import pages_opened
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, nav_link
from integration.views.kit.address import address
from integration.views.kit.reader import Reader

SPANNING = ("portfolio", "domain", "timeline", "register", "pack", "digest", "update", "links")
MANAGING = ("scan", "people", "settings", "audit")
FINDING = ("search", "help")
# A page that another one leads to, where the menu has enough already.
UNDER = {"operations": "settings", "carrying": "digest"}
ABOUT_ONE = ("partnership", "foundation", "mirror", "register", "meeting", "pack", "agenda", "timeline", "update", "import")
ICONS = {
    "portfolio": "grid_view",
    "partnership": "handshake",
    "foundation": "foundation",
    "mirror": "flip",
    "register": "rule",
    "meeting": "groups",
    "pack": "picture_as_pdf",
    "agenda": "checklist",
    "domain": "stacked_bar_chart",
    "timeline": "view_timeline",
    "update": "edit_note",
    "digest": "calendar_view_week",
    "scan": "person_search",
    "links": "link",
    "people": "group",
    "settings": "tune",
    "audit": "manage_search",
    "search": "search",
    "help": "help",
}


def entries(grants: Collection[Grant]) -> Iterator[tuple[str, ...]]:
    """The groups of pages in the menu of who has these grants: what spans partnerships, and what is managed."""
    opened, manages = pages_opened(grants), any(one.role == "administrator" for one in grants)
    # What a link opens of a partnership without its first page is no tab of anything, so the menu leads there.
    apart = pages_opened(one for one in grants if "partnership" not in pages_opened([one])) & {*ABOUT_ONE}
    spanning = {*SPANNING} if "portfolio" in opened else {"partnership"} | ({*SPANNING} - {*ABOUT_ONE})
    # Who manages goes to one partnership to update it, and has enough in the menu already.
    shown = (spanning | apart) - ({"update"} if manages else set())
    yield tuple(one for one in dict.fromkeys((*SPANNING, *ABOUT_ONE)) if one in opened & shown)
    if manages:
        yield tuple(one for one in MANAGING if one in opened)


def menu(reader: Reader, titles: Mapping[str, str], here: str, grants: Collection[Grant]) -> None:
    """The pages of this reader, the open one marked; a page about one partnership is none of them."""
    marked = "" if here in ABOUT_ONE and st.query_params.get("p") else UNDER.get(here, here)
    titles = {**titles, "partnership": reader.say("Partnerships"), "timeline": reader.say("Calendar")}
    groups = [el("ul", *(_link(reader, one, titles[one], one == marked) for one in group)) for group in entries(grants) if group]
    if len(groups) > 1:
        groups.insert(1, el("h2", reader.say("Manage")))
    # What helps to find the way is no place of its own.
    finding = (_way(reader, one, titles[one], one == marked) for one in FINDING)
    show(el("nav", el("div", *finding, class_="finding"), *groups, class_="menu", aria_label="Ineen"), key="menu")


def _way(reader: Reader, name: str, title: str, here: bool) -> Markup | None:
    icon, stroke = el("span", ICONS[name], class_="icon", aria_hidden="true"), el("kbd", "/", aria_hidden="true") if name == "search" else None
    extra = {"data_search": "", "aria_keyshortcuts": "/"} if name == "search" else {}
    return nav_link(icon, title, stroke, href=address(reader, name), aria_current="page" if here else None, **extra)


def _link(reader: Reader, name: str, title: str, here: bool) -> Markup:
    icon = el("span", ICONS[name], class_="icon", aria_hidden="true")
    return el("li", nav_link(icon, title, href=address(reader, name), aria_current="page" if here else None))
