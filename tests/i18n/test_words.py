"""Both languages are complete: every sentence in the source has its Dutch, and no Dutch is left over."""

import ast
import re
import string
from collections.abc import Sequence
from functools import cache

from babel.messages.pofile import read_po

from integration import ROOT
from integration.i18n.words import words_in

SOURCES = [*(ROOT / "integration").rglob("*.py"), *(ROOT / "pages").glob("*.py")]


@cache
def spoken() -> set[str]:
    return {sentence for file in SOURCES for node in ast.walk(ast.parse(file.read_text("utf-8"))) for sentence in (*_said(node), *_declared(node))}


def _said(node: ast.AST) -> list[str]:
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
        return []
    called = ast.unparse(node.func)
    return [str(node.args[0].value)] if called.split(".")[-1] in ("say", "plural") or called.startswith("words_in(") else []


def _declared(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and isinstance(node.args[1], ast.Constant):
        return [str(node.args[1].value)]
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RecordKind":
        titles = [str(one.value.value) for one in node.keywords if one.arg == "title" and isinstance(one.value, ast.Constant)]
        return [title for title in titles if any(words.strip() for words, _, _, _ in string.Formatter().parse(title))]
    declares = isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant) and "sentence" in ast.unparse(node).split("=")[0]
    return [str(node.value.value)] if declares else []  # type: ignore[attr-defined]


@cache
def dutch() -> dict[str, tuple[str, ...]]:
    with (ROOT / "integration" / "i18n" / "nl.po").open("rb") as handle:
        catalogue = read_po(handle)
    return {_first(one.id): (one.string,) if isinstance(one.string, str) else tuple(one.string or ()) for one in catalogue if one.id}


def _first(message: str | Sequence[str]) -> str:
    return message if isinstance(message, str) else message[0]


def test_every_sentence_has_its_dutch():
    assert sorted(spoken() - dutch().keys()) == []


def test_no_dutch_is_left_over():
    assert sorted(dutch().keys() - spoken()) == []


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_dutch_is_empty():
    assert [message for message, forms in dutch().items() if not forms or not all(forms)] == []


def test_dutch_fills_the_same_blanks():
    pairs = [(message, form) for message, forms in dutch().items() for form in forms]

    assert [pair for pair in pairs if _blanks(pair[1]) - _blanks(pair[0])] == [], "Dutch names a blank that nobody fills"
    assert [pair for pair in pairs if _blanks(pair[0]) - _blanks(pair[1]) - {"n"}] == [], "Dutch leaves a blank out"


def test_plurals_follow_the_number():
    say = words_in("nl")
    assert say.plural("{n} day", "{n} days", 1) == "1 dag"
    assert say.plural("{n} day", "{n} days", 2) == "2 dagen"


def test_dutch_says_je_to_everybody():
    assert [words for forms in dutch().values() for words in forms if re.search(r"\b([Uu]|[Uu]w|[Uu]we|[Uu]zelf)\b(?!\+)", words)] == []
