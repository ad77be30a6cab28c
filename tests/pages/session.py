"""A session on one page in Streamlit's own test harness: what the reader sees of it, and what a lead fills in."""

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Widget

from integration import ROOT
from integration.ui.frame.session import PROVED
from tests.signing import an_administrators

NAVIGATION = str(ROOT / "integration" / "ui" / "frame" / "navigation.py")
ICON = re.compile(r'<span class="icon"[^>]*>[^<]*</span>')


class Session:
    """One person on one page: an administrator, unless other cookies are given."""

    def __init__(self, page: str, language: str = "en", /, cookies: Any = None, **asked: Any) -> None:
        self.app = AppTest.from_file(NAVIGATION, default_timeout=600)
        self.app.session_state[PROVED] = an_administrators() if cookies is None else cookies
        self.app.query_params["lang"] = language
        for name, value in asked.items():
            self.app.query_params[name] = value
        self.app.switch_page(str(ROOT / "pages" / f"{page}.py"))
        self.run()

    def nodes(self, kind: str) -> list[Any]:
        """The parts of the page of one kind, such as bidi_component."""
        return [node for node in self._nodes() if node.type == kind]

    def run(self) -> "Session":
        """One run of the page's script."""
        self.app.run()
        return self

    @property
    def title(self) -> str:
        """The page's first heading."""
        found = re.search(r"<h1>(.*?)</h1>", "".join(map(markup_of, self._nodes())))
        return plain(found[1]) if found else str(self.app.title[0].value)

    @property
    def open_tab(self) -> str:
        """Which tab of a partnership is marked as the open one."""
        tabs = re.search(r'<nav class="places".*?</nav>', "".join(map(markup_of, self._nodes())))
        found = re.search(r'<a [^>]*aria-current="page"[^>]*>(.*?)</a>', tabs[0]) if tabs else None
        return plain(found[1]) if found else ""

    @property
    def lines(self) -> list[str]:
        """Everything there is to read, line by line: our own parts, and Streamlit's labels, texts and options."""
        return [line for node in self._nodes() for line in map(str.strip, _lines(node)) if line]

    @property
    def words(self) -> str:
        """The same in one piece."""
        return re.sub(r"\s+", " ", " ".join(self.lines))

    @property
    def links(self) -> list[str]:
        """Where our own links go."""
        return [html.unescape(href) for node in self._nodes() for href in re.findall(r'href="([^"]*)"', markup_of(node))]

    @property
    def problems(self) -> dict[str, str]:
        """The sentence under each field that has one, by the field's label."""
        found, label = {}, ""
        for node in self._nodes():
            label = getattr(node, "label", "") or label
            if 'role="alert"' in markup_of(node):
                found[label] = plain(markup_of(node)).removeprefix("▲ ")
        return found

    def field(self, label: str) -> Any:
        """The input with this label."""
        [field] = [node for node in self._nodes() if getattr(node, "label", "") == label and isinstance(node, Widget)]
        return field

    @property
    def widgets(self) -> list[Any]:
        """Streamlit's own inputs and buttons."""
        return [node for node in self._nodes() if isinstance(node, Widget)]

    def shows(self, label: str) -> bool:
        """Whether there is an input or a button with this label."""
        return any(getattr(node, "label", "") == label for node in self._nodes())

    def fill(self, wanted: dict[str, Any]) -> "Session":
        """Give fields a value by label, each followed by a run, as leaving a field does."""
        for label, value in wanted.items():
            field = self.field(label)
            field.set_value(as_typed(value) if field.type == "text_input" else value)
            self.run()
        return self

    def press(self, label: str) -> "Session":
        """Press the button with this label."""
        [button] = [one for one in self.app.button if one.label == label]
        button.click()
        return self.run()

    def press_first(self, label: str) -> "Session":
        """Press the first of several buttons with this label."""
        next(one for one in self.app.button if one.label == label).click()
        return self.run()

    def _nodes(self) -> list[Any]:
        return [*_within(self.app._tree)]


def as_typed(value: Any) -> Any:
    """A day or a number as somebody types it in a field that takes any words."""
    if value is None or isinstance(value, date):
        return f"{value:%d-%m-%Y}" if value else ""
    return f"{value:g}" if isinstance(value, float) else value


def plain(markup: str) -> str:
    """The words of markup."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", markup))).strip()


def _within(block: Any) -> Iterator[Any]:
    for child in getattr(block, "children", {}).values():
        yield child
        yield from _within(child)


def told(node: Any) -> dict[str, Any]:
    """What a part of our own is given to draw."""
    return dict(json.loads(node.proto.json)) if node.type == "bidi_component" and node.proto.json else {}


def markup_of(node: Any) -> str:
    """The markup of a part of ours, without its icons."""
    if node.type == "bidi_component":
        return ICON.sub("", str(told(node).get("html", "")))
    return str(node.value) if node.type == "html" else ""


def _lines(node: Any) -> Iterator[str]:
    if node.type in ("bidi_component", "html"):
        yield from (plain(part) for part in re.split(r"<[^>]*>", markup_of(node)))
    elif node.type == "dataframe":
        yield from _table_lines(node)
    else:
        yield from (found for name in ("label", "placeholder", "help") if isinstance(found := getattr(node, name, None), str))
        yield from (str(option) for option in getattr(node, "options", ()) if isinstance(option, str))
        if not isinstance(node, Widget) and isinstance(getattr(node, "value", None), str):
            yield node.value


def _table_lines(node: Any) -> Iterator[str]:
    columns = json.loads(node.proto.columns)
    for name in node.value.columns:
        if not (column := columns.get(name, {})).get("hidden"):
            yield column.get("label", name)
            yield from (str(value) for value in node.value[name].dropna())
