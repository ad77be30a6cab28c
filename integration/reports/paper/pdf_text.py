"""Text for the PDF: letters that its fonts cannot show are named or marked, so that no page fails for a sign somebody typed."""

import re
import unicodedata
from functools import cache
from typing import Any

import typst

from integration.i18n.unbroken import unbroken
from integration.model.text import visible

UNKNOWN = "▯"
LONG = re.compile(r"\S{36,}")
PROBE = b'#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))\n#sys.inputs.at("letters")'


def printable(value: Any) -> Any:
    """The same data with every text made showable."""
    if isinstance(value, str):
        return _showable(value)
    if isinstance(value, dict):
        return {name: printable(one) for name, one in value.items()}
    return [printable(one) for one in value] if isinstance(value, list | tuple) else value


@cache
def _showable(text: str) -> str:
    plain = text if text.isascii() and text.isprintable() else "".join(map(_letter, visible(text)))
    # A word without end would run out of its cell: it may break at every twelfth letter.
    return LONG.sub(lambda found: "\u200b".join(found[0][at : at + 12] for at in range(0, len(found[0]), 12)), unbroken(plain))


@cache
def _letter(one: str) -> str:
    if one == "\n" or (one.isascii() and one.isprintable()):
        return one
    kind = unicodedata.category(one)
    if one in "\u200d\ufe0f" or kind in ("Cc", "Cn", "Co", "Cs") or _is_shown(one):
        return " " if kind == "Cc" else "" if kind in ("Cn", "Co", "Cs") or one in "\u200d\ufe0f" else one
    named = unicodedata.name(one, "").lower()
    return f"[{named}]" if kind in ("So", "Sk") and named else UNKNOWN


def _is_shown(one: str) -> bool:
    try:
        typst.compile(PROBE, sys_inputs={"letters": one}, ignore_system_fonts=True, pdf_standards=["ua-1"], format="pdf")
    except typst.TypstError as error:
        return "could not be displayed" not in str(error)
    return True
