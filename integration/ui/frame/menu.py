"""The menu: the pages as links that keep the language and the partnership one is looking at.

Streamlit's own menu is left hidden: it drops what a half-typed field sends on leaving it, and everything in the address.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, joined, nav_link
from integration.views.kit.address import address
from integration.views.kit.reader import Reader

ABOUT_ONE = ("partnership", "foundation", "mirror", "register", "meeting", "pack", "timeline", "update")


def menu(reader: Reader, offered: Mapping[str, Sequence[st.Page]], here: st.Page) -> None:
    """The pages under their headings, the open one marked."""
    groups = (joined(el("h2", title), el("ul", *(_link(reader, page, here) for page in pages))) for title, pages in offered.items())
    show(el("nav", *groups, class_="menu", aria_label="Ineen"), key="menu")


def _link(reader: Reader, page: st.Page, here: st.Page) -> Markup:
    name = page.url_path or "portfolio"
    about = st.query_params.get("p") if name in ABOUT_ONE else None
    icon = el("span", page.icon.removeprefix(":material/").removesuffix(":"), class_="icon", aria_hidden="true")
    return el("li", nav_link(icon, page.title, href=address(reader, name, p=about), aria_current="page" if page == here else None))
