"""Others' text is text everywhere: with one payload in every field of a store of long ago, no page makes anything of it."""

import re
from dataclasses import fields

import pytest

from integration.storage.core.rows import TABLES
from tests.pages.session import Session, markup_of
from tests.pages.test_pages import PAGES

PAYLOAD = "<b>evil</b> [x](https://evil.example) :red[r] :material/home: $x$ **b** \u202eexe.png"
FREE = ("name", "note", "guests", "unit", "words")
LIVE = re.compile(r"(?<!\\)[\[$]|\*\*(?<!\\\*)|:material|\u202e|<b>evil")
PLAIN = ("selectbox", "multiselect")


@pytest.fixture
def typed(demo):
    """The demo, with the payload wherever somebody typed."""
    with demo.reading() as cursor:
        for kind, table in TABLES.items():
            known = {row[0] for row in cursor.execute(f"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'").fetchall()}
            own = {one.name for one in fields(kind)}
            for column in known:
                text = column[-3:] in ("_nl", "_en") and column[:-3] in own
                if text or column in FREE:
                    cursor.execute(f'UPDATE {table} SET "{column}" = ? WHERE "{column}" <> \'\'', [PAYLOAD])
    return demo


def markdown_of(node):
    """What Streamlit takes for Markdown in a part of a page."""
    if node.type in ("bidi_component", "html"):
        return
    yield str(getattr(node, "label", "") or "")
    if node.type in ("markdown", "heading", "alert", "caption", "success", "error", "info", "warning", "header", "subheader", "title"):
        yield str(node.value)
    if node.type not in PLAIN:
        yield from (str(one) for one in getattr(node, "options", ()))


def test_no_page_makes_anything_of_what_somebody_typed(typed):
    found, seen = [], 0
    for page, _, asked in PAGES.values():
        session = Session(page, "en", **asked)
        nodes = session._nodes()
        assert not session.app.exception, page
        seen += sum("evil" in markup_of(node) for node in nodes)
        found += [(page, asked, node.type, words) for node in nodes for words in markdown_of(node) if "evil" in words and LIVE.search(words)]
        found += [(page, asked, "markup", one) for node in nodes for one in re.findall(r"<b>evil|href=.https://evil|\u202e", markup_of(node))]
        found += [(page, asked, node.type, one) for node in nodes for one in getattr(node, "options", ()) if "\u202e" in str(one)]
    assert found == []
    assert seen > 50
